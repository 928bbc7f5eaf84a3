import JourneyModel
import Testing

@testable import WaymarkServer

@Suite struct PresenceBoardTests {
  private func entry(
    _ client: String, _ person: String = "anna", card: String? = nil
  ) -> PresenceBoard.Entry {
    .init(
      client: client, person: person, name: person, map: "m",
      object: card.map { ObjectReference(.card, $0, in: "m") })
  }

  @Test func `others are told only of what changes`() {
    let board = PresenceBoard()
    #expect(board.attend(entry("a")))
    #expect(!board.attend(entry("a")))
    #expect(board.attend(entry("a", card: "c1")))
    #expect(board.entries.map(\.object?.id) == ["c1"])
  }

  @Test func `a client leaves with its last stream`() {
    let board = PresenceBoard()
    #expect(board.streamOpened(entry("a")))
    #expect(!board.streamOpened(entry("a")))
    #expect(!board.streamClosed("a"))
    #expect(board.entries.count == 1)
    #expect(board.streamClosed("a"))
    #expect(board.entries.isEmpty)
  }

  @Test func `a client without a stream is forgotten after a while, one with a stream stays`() {
    let board = PresenceBoard()
    let start = ContinuousClock.now
    _ = board.attend(entry("lost"), now: start)
    _ = board.streamOpened(entry("here"), now: start)
    #expect(!board.sweep(now: start + .seconds(29)))
    #expect(board.sweep(now: start + .seconds(31)))
    #expect(board.entries.map(\.client) == ["here"])
  }

  @Test func `nobody speaks for somebody else's client`() {
    let board = PresenceBoard()
    _ = board.attend(entry("a", "anna"))
    #expect(!board.attend(entry("a", "boris", card: "c1")))
    #expect(board.entries.map(\.person) == ["anna"])
  }
}
