import JourneyModel
import Testing

@testable import WorkspaceStore

@Suite struct SearchTests {
  let world: EditorWorld
  init() throws { world = try EditorWorld() }

  private func found(_ text: String) throws -> [String] {
    try world.editor.search(text).map { "\($0.object.kind.rawValue) \($0.object.id)" }
  }

  @Test func `titles come before texts, and hits are marked`() throws {
    try world.commit(
      .set(ObjectReference(.map, EditorWorld.map), "purpose.why", "People compare too long"),
      newCard("second", "Compare delivery"))
    #expect(try found("compare") == ["card first", "card second", "map buying"])
    let hit = try #require(try world.editor.search("compare").last)
    #expect(hit.title == "Buying")
    #expect(hit.snippet == "People \u{2}compare\u{3} too long")
  }

  @Test func `all words must be there, the last one may be a beginning`() throws {
    #expect(try found("compares pri") == ["card first"])
    #expect(try found("compares pri ") == [])
    #expect(try found("prices compares") == ["card first"])
    #expect(try found("compares sofas") == [])
  }

  @Test func `letters are found without their marks`() throws {
    try world.commit(newCard("second", "Café à Łódź"), newCard("third", "Порівнює ціни"))
    #expect(try found("cafe") == ["card second"])
    #expect(try found("порів") == ["card third"])
  }

  @Test(arguments: [
    "\"", "\"\"", "*", "(", "AND", "compares AND", "NEAR(", "title:", "-", "^", "compares\"*",
    "{title}: x", "", "   ", "\u{0}compares", "'; DROP TABLE object; --", "a OR b NOT c", "+",
  ])
  func `no text is a wrong query`(text: String) throws {
    _ = try world.editor.search(text)
    #expect(try world.editor.search("compares").count == 1)
  }

  @Test func `what is deleted or hidden is not found, and found again when it is back`() throws {
    let (answer, _) = try world.commit(.tombstone(lane("doing")))
    #expect(try found("compares") == [])
    try world.undo(answer)
    #expect(try found("compares") == ["card first"])
    let (deleted, _) = try world.commit(.tombstone(card("first")))
    #expect(try found("compares") == [])
    try world.undo(deleted)
    #expect(try found("compares") == ["card first"])
  }

  @Test func `the index follows changes of texts and nothing else`() throws {
    try world.commit(.set(card("first"), "text", "Asks a friend"))
    #expect(try found("compares") == [])
    #expect(try found("friend") == ["card first"])
    try world.commit(.set(card("first"), "severity", 3))
    #expect(try world.database.verify() == [])
  }

  @Test func `as many are found as are asked for, hidden ones not counted`() throws {
    try world.commit(.insert(lane("other"), ["order": "z", "role": "action", "name": "Other"]))
    for number in 0..<30 {
      try world.commit(newCard("c\(number)", "sofa \(number)", lane: number < 20 ? "other" : "doing"))
    }
    try world.commit(.tombstone(lane("other")))
    #expect(try world.editor.search("sofa", limit: 5).count == 5)
    #expect(try world.editor.search("sofa", limit: 50).count == 10)
    #expect(try world.editor.search("sofa", limit: 0).isEmpty)
  }
}
