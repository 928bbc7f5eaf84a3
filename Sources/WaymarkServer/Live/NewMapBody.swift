import JourneyFormats
import JourneyModel

/// The body of `POST /api/maps`: the first step of the guided method.
struct NewMapBody: Decodable {
  /// Something of the workspace by its id, or something new by its name.
  struct Choice: Decodable {
    var id: String?
    var name: String?
  }
  struct Purpose: Decodable {
    var why: String?
    var expectedOutcome: String?
    var problem: String?
  }
  var client: String
  var sequence: Int
  var template: String
  var name: String
  var product: Choice?
  var audience: Choice?
  var persona: Choice?
  var kind: JourneyMap.Kind?
  var state: JourneyMap.State?
  var purpose: Purpose?

  private static let choice = Schema.object([
    .optional("id", .text, "something of the workspace"),
    .optional("name", .text, "or something new"),
  ])

  static let schema = Schema.object([
    .required("client", .text(atMost: 60)), .required("sequence", .whole(atLeast: 0, atMost: nil)),
    .required("template", .text), .required("name", .text(atMost: 200)),
    .optional("product", choice), .optional("audience", choice), .optional("persona", choice),
    .optional("kind", .choice(JourneyMap.Kind.allCases.map(\.rawValue))),
    .optional("state", .choice(JourneyMap.State.allCases.map(\.rawValue))),
    .optional(
      "purpose",
      .object([
        .optional("why", .text), .optional("expectedOutcome", .text), .optional("problem", .text),
      ])),
  ])

  func wish(of person: SignedInPerson) throws(APIFailure) -> NewMap {
    let name = self.name.trimmed
    guard !name.isEmpty, name.count <= 200 else {
      throw .badRequest("a map needs a name of at most 200 characters")
    }
    return NewMap(
      name: name, product: try choose(product), audience: try choose(audience),
      persona: try choose(persona), kind: kind ?? .customerJourney, state: state ?? .hypothesis,
      purpose: .init(
        why: purpose?.why ?? "", expectedOutcome: purpose?.expectedOutcome ?? "",
        problem: purpose?.problem ?? ""), owner: person.name)
  }

  private func choose<Subject>(
    _ choice: Choice?
  ) throws(APIFailure) -> NewMap.Choice<Subject>? {
    guard let choice else { return nil }
    if let id = choice.id {
      guard let known = Identifier<Subject>(rawValue: id) else {
        throw .badRequest("'\(id)' is no id")
      }
      return .existing(known)
    }
    let name = (choice.name ?? "").trimmed
    guard name.count <= 200 else { throw .badRequest("a name has at most 200 characters") }
    return name.isEmpty ? nil : .new(name)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
