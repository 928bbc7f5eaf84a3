import HTTPTypes
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// What a link for reading shows, and what it keeps.
struct SharePageTests {
  let server: TestServer
  let owner: Visitor
  let stranger: Visitor
  init() throws {
    server = try TestServer(TestWorkspace.sharedSmall.get().path)
    owner = Visitor(server, token: try server.member(.owner))
    stranger = Visitor(server)
  }

  private func link(
    lanes: [String]? = nil, numbers: Bool = false, days: Int = 7
  ) async throws -> (path: String, id: String) {
    let answer = try await owner.send(
      .post, "/api/maps/bread/shares",
      .object([
        "label": "for the board", "days": .number(Double(days)),
        "lanes": lanes.map { .list($0.map { .string($0) }) } ?? .null,
        "showsNumbers": .flag(numbers),
      ]))
    guard case .string(let path)? = answer.json["link"], case .string(let id)? = answer.json["id"]
    else { throw CancellationError() }
    return (path, id)
  }

  @Test func `a link shows its lanes and nothing of the others`() async throws {
    let (path, _) = try await link(lanes: ["does", "touch"])
    let answer = try await stranger.ask(path)
    #expect(answer.status == 200)
    for shown in ["Buying bread", "Bread", "Neighbours", "Seeing", "Looks through the glass"] {
      #expect(answer.text.contains(shown), "\(shown)")
    }
    for kept in [
      "SECRET", "HIDDEN", "WHY-WE", "OWNER-OF", "Corner shop", "SUMMARY-OF", "NOTE-OF",
      "UNBOUND-ACTIVITY", "card-bad", "card-inner", "3 events", "67", "100", "/maps/", "/people",
    ] {
      #expect(!Self.texts(answer.text).contains(kept), "\(kept)")
    }
    let page = ReadMarkup(answer.text)
    #expect(page.problems.isEmpty && page.unsafe.isEmpty)
  }

  /// Texts, addresses and names in a page, without the numbers of its geometry.
  private static func texts(_ page: String) -> String {
    let read = ReadMarkup(page)
    let named = ["id", "href", "src", "aria-label", "title", "data-map"]
    return read.text
      + read.tags.flatMap { tag in
        tag.attributes.filter { named.contains($0.name) || $0.name.hasPrefix("data-") }
          .map { "\($0.name)=\($0.value)" }
      }.joined(separator: "\n")
  }

  @Test func `with numbers it shows what happened, but not where it is known from`() async throws {
    let (path, _) = try await link(numbers: true)
    let answer = try await stranger.ask(path)
    #expect(answer.status == 200 && answer.text.contains("100\u{A0}%"))
    let texts = Self.texts(answer.text)
    #expect(texts.contains("SECRET-BARRIER-TEXT"))
    for kept in [
      "SECRET-FILE", "SECRET-SOURCE", "SECRET-NOTE", "UNBOUND-ACTIVITY", "HIDDEN", "WHY-WE",
    ] {
      #expect(!texts.contains(kept), "\(kept)")
    }
  }

  @Test func `a hidden lane is shown only when it was chosen`() async throws {
    let all = try await link().path
    #expect(!(try await stranger.ask(all).text.contains("HIDDEN")))
    let chosen = try await link(lanes: ["inner"]).path
    #expect(try await stranger.ask(chosen).text.contains("HIDDEN-CARD-TEXT"))
  }

  @Test func `closed links are answered alike, and nothing is said of why`() async throws {
    let (revoked, id) = try await link()
    #expect(try await owner.send(.delete, "/api/shares/\(id)").status == 204)
    let (expired, _) = try await link(days: 1)
    let (open, _) = try await link(days: 2)
    server.wait(Microseconds.day)
    let answers = [
      try await stranger.ask(revoked), try await stranger.ask(expired),
      try await stranger.ask("/share/0123456789abcdefghjkmnpqrs"),
      try await stranger.ask("/share/none"),
    ]
    #expect(answers.allSatisfy { $0.status == 410 })
    #expect(Set(answers.map(\.bytes)).count == 1)
    #expect(try await stranger.ask(open).status == 200)
  }

  @Test func `a link is told to nobody further`() async throws {
    let (path, id) = try await link()
    let answer = try await stranger.ask(path)
    #expect(
      answer.headers[try #require(HTTPField.Name("x-robots-tag"))]?.contains("noindex") == true)
    #expect(answer.headers[try #require(HTTPField.Name("referrer-policy"))] == "no-referrer")
    #expect(answer.headers[.cacheControl] == "no-store" && answer.cookies.isEmpty)
    let listed = try await owner.ask("/api/maps/bread/shares").text
    #expect(listed.contains(id) && !listed.contains(path.dropFirst(7)))
  }

  @Test func `bounds of a link are kept`() async throws {
    for body: JSONValue in [
      .object(["days": .number(0), "showsNumbers": .flag(true)]),
      .object(["days": .number(366), "showsNumbers": .flag(true)]),
      .object(["days": .number(1.5), "showsNumbers": .flag(true)]),
      .object(["days": .number(7), "showsNumbers": .flag(true), "lanes": .list([])]),
      .object(["days": .number(7), "showsNumbers": .flag(true), "lanes": .list(["moon"])]),
      .object(["days": .number(7)]),
    ] {
      #expect(try await owner.send(.post, "/api/maps/bread/shares", body).status == 400)
    }
    let whole = JSONValue.object(["days": .number(7), "showsNumbers": .flag(true)])
    #expect(try await owner.send(.post, "/api/maps/none/shares", whole).status == 404)
  }

  @Test func `asking for links without end is slowed down`() async throws {
    var last = 0
    for _ in 0..<121 { last = try await stranger.ask("/share/none").status }
    #expect(last == 429)
  }
}
