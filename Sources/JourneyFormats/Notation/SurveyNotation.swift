public import Diagnostics
public import Feedback
import JourneyModel

/// A survey as it stands in its file.
public struct SurveyDocument: Hashable, Sendable, Identifiable {
  public var survey: Survey
  /// The answers were made up to show how it looks; said wherever their numbers stand.
  public var isSynthetic: Bool
  public init(_ survey: Survey, isSynthetic: Bool = false) {
    self.survey = survey
    self.isSynthetic = isSynthetic
  }
  public var id: Survey.ID { survey.id }
}

extension Notation {
  /// Reads `surveys/<id>.yaml`; the id is the name of the file.
  public static func readSurvey(
    _ bytes: [UInt8], id: Survey.ID, file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<SurveyDocument>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.survey(root, id: id) }
  }

  /// Prints `surveys/<id>.yaml`.
  public static func printSurvey(_ document: SurveyDocument) -> String {
    let survey = document.survey
    var writer = NotationWriter()
    writer.requiredValue("name", survey.name)
    writer.value("about", PlaceText.write(survey.binding))
    writer.value("language", survey.language)
    writer.flag("synthetic", document.isSynthetic)
    writer.list("channels", survey.channels.map(\.rawValue))
    writer.items("questions", survey.questions) { writer, question in
      writer.requiredValue("id", question.id)
      writer.word("kind", question.kind.rawValue)
      writer.value("text", question.text)
      if let scale = question.scale, scale != question.kind.scoreKind?.usualScale {
        writer.value("scale", RangeText.write(scale.values))
      }
      writer.list("choices", question.choices)
      if let condition = question.condition { writer.condition(condition) }
    }
    return writer.text
  }
}

/// What a survey is about: `touchpoint checkout`, `stage payment` or `journey`.
enum PlaceText {
  static func write(_ binding: Feedback.SurveyBinding) -> String {
    switch binding {
    case .touchpoint(let id): "touchpoint \(id)"
    case .stage(let id): "stage \(id)"
    case .journey: "journey"
    }
  }

  static func read(_ text: String) -> Feedback.SurveyBinding? {
    if text == "journey" || text == "whole journey" { return .journey }
    for (word, make) in [
      ("touchpoint ", Feedback.SurveyBinding.touchpoint), ("stage ", Feedback.SurveyBinding.stage),
    ]
    where text.hasPrefix(word) && text.count > word.count {
      return make(String(text.dropFirst(word.count)))
    }
    return nil
  }
}

/// Whole numbers from–to, such as `0–10`; a `-` may stand for the dash.
enum RangeText {
  static func write(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound)–\(range.upperBound)"
  }

  static func read(_ text: String) -> (low: Int, high: Int)? {
    for dash in ["–", "-"] {
      // A dash at the very beginning is a sign.
      guard let place = text.unicodeScalars.dropFirst().firstIndex(of: Unicode.Scalar(dash) ?? "-")
      else { continue }
      let low = text[..<place].trimmed
      let high = text[text.unicodeScalars.index(after: place)...].trimmed
      if let low = Int(low), let high = Int(high) { return (low, high) }
    }
    return Int(text.trimmed).map { ($0, $0) }
  }
}

extension NotationWriter {
  fileprivate mutating func condition(_ condition: QuestionCondition) {
    section("when") { writer in
      writer.requiredValue("question", condition.questionID)
      switch condition.test {
      case .answered: break
      case .score(let low, let high): writer.requiredValue("score", "\(low)–\(high)")
      case .chose(let choice): writer.requiredValue("chose", choice)
      }
    }
  }
}

extension SourceMap {
  /// The name under which a survey's source map keeps the place of a question.
  static func property(ofQuestion id: Question.ID) -> String { "question \(id)" }
}

extension Reading {
  fileprivate mutating func survey(_ root: NodeID, id: Survey.ID) -> SurveyDocument {
    let fields = fields(
      root, .aSurvey,
      keys: ["format", "name", "about", "language", "synthetic", "channels", "questions"])
    let name = requiredText(fields, "name")
    var survey = Survey(id: id, name: name, binding: place(fields))
    if let language = optionalText(fields, "language") { survey.language = language }
    survey.channels = choices(fields, "channels")
    let isSynthetic = flag(fields, "synthetic")
    var places: [(name: String, location: TextLocation)] = []
    for key in ["name", "about", "language", "channels", "questions"] {
      if let node = fields[key] { places.append((key, tree.location(of: node))) }
    }
    if let node = fields["questions"] {
      let items = items(node, .text("'questions'"))
      var supply = IdentifierSupply(taken: writtenIdentifiers(items))
      for item in items {
        guard let question = question(item, &supply) else { continue }
        survey.questions.append(question)
        places.append((SourceMap.property(ofQuestion: question.id), tree.location(of: item)))
      }
    }
    sources.record(
      ObjectReference(.survey, id), at: tree.location(of: root),
      properties: places)
    return SurveyDocument(survey, isSynthetic: isSynthetic)
  }

  private mutating func place(_ fields: Fields) -> Feedback.SurveyBinding {
    guard fields["about"] != nil else {
      _ = requiredText(fields, "about", hint: .missing("about"))
      return .journey
    }
    let text = requiredText(fields, "about", hint: .said(Saying("notation.bad-place#hint")))
    if text.isEmpty { return .journey }
    if let binding = PlaceText.read(text) { return binding }
    if let node = fields["about"] {
      find(
        NotationCode.badPlace, at: node,
        ["text": Self.shortened(text)])
    }
    return .journey
  }

  private mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ key: String
  ) -> [Choice] where Choice.RawValue == String {
    guard let node = fields[key] else { return [] }
    var result: [Choice] = []
    for item in items(node, .text("'\(key)'")) {
      guard let text = text(item, .item(of: key)) else { continue }
      if let choice = Choice(rawValue: text) {
        result.append(choice)
      } else {
        let known = Choice.allCases.map(\.rawValue)
        find(
          NotationCode.unknownValue, at: item, ["text": Self.shortened(text), "key": key],
          hint: hint(forValue: text, among: known))
      }
    }
    return result
  }

  private mutating func question(_ item: NodeID, _ supply: inout IdentifierSupply) -> Question? {
    let fields = self.fields(
      item, .aQuestion, keys: ["id", "kind", "text", "scale", "choices", "when"])
    if fields["kind"] == nil {
      _ = requiredText(
        fields, "kind",
        hint: .oneOf(QuestionKind.allCases.map(\.rawValue)))
    }
    guard let kind: QuestionKind = choice(fields, "kind") else { return nil }
    let text = text(fields, "text")
    let base = kind.scoreKind == nil ? IdentifierSupply.base(text) : kind.rawValue
    let id =
      optionalText(fields, "id") ?? supply.next(base, as: Identifier<Question>.self).rawValue
    return Question(
      id: id, kind: kind, text: text, scale: scale(fields), choices: texts(fields, "choices"),
      condition: condition(fields))
  }

  private mutating func scale(_ fields: Fields) -> ScoreScale? {
    guard let text = optionalText(fields, "scale"), let node = fields["scale"] else { return nil }
    if let range = RangeText.read(text), let scale = ScoreScale(min: range.low, max: range.high) {
      return scale
    }
    find(
      NotationCode.badNumber, at: node, variant: "scale", ["text": Self.shortened(text)])
    return nil
  }

  private mutating func condition(_ fields: Fields) -> QuestionCondition? {
    guard let node = fields["when"], !isEmpty(node) else { return nil }
    let condition = self.fields(node, .text("'when'"), keys: ["question", "score", "chose"])
    let question = requiredText(condition, "question")
    if let node = condition["score"] {
      let text = text(condition, "score")
      if let range = RangeText.read(text) {
        return QuestionCondition(
          questionID: question, test: .score(low: range.low, high: range.high))
      }
      find(
        NotationCode.badNumber, at: node, variant: "range", ["text": Self.shortened(text)])
      return nil
    }
    if condition["chose"] != nil {
      return QuestionCondition(questionID: question, test: .chose(text(condition, "chose")))
    }
    return QuestionCondition(questionID: question, test: .answered)
  }
}
