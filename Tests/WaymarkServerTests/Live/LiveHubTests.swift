import NIOCore
import Testing

@testable import WaymarkServer

@Suite struct LiveHubTests {
  private func message(_ revision: Int) -> LiveHub.Message {
    LiveHub.Message("edits", data: "{}".utf8, revision: revision)
  }

  @Test func `every listener gets every message in order`() async {
    let hub = LiveHub()
    let subscriptions = (0..<3).map { _ in hub.subscribe() }
    for revision in 1...50 { hub.send(message(revision)) }
    hub.close()
    for subscription in subscriptions {
      var seen: [Int] = []
      for await message in subscription.messages { seen.append(message.revision ?? 0) }
      #expect(seen == Array(1...50))
    }
  }

  @Test func `a listener that does not read is cut off, the others are not`() async {
    let hub = LiveHub(patience: 10)
    let slow = hub.subscribe()
    for revision in 1...11 { hub.send(message(revision)) }
    #expect(hub.count == 0)
    let fresh = hub.subscribe()
    hub.send(message(12))
    hub.close()
    var seen: [Int] = []
    for await message in slow.messages { seen.append(message.revision ?? 0) }
    // What it has is whole and in order: it asks for the rest by the last revision.
    #expect(seen == Array(1...10))
    var others: [Int] = []
    for await message in fresh.messages { others.append(message.revision ?? 0) }
    #expect(others == [12])
  }

  @Test func `a listener that goes is forgotten`() async {
    let hub = LiveHub()
    do {
      let gone = hub.subscribe()
      hub.unsubscribe(gone.id)
    }
    #expect(hub.count == 0)
  }

  @Test func `a message has the form of a server-sent event`() {
    let message = LiveHub.Message("edits", data: #"{"a":1}"#.utf8, revision: 7)
    #expect(String(buffer: message.bytes) == "id: 7\nevent: edits\ndata: {\"a\":1}\n\n")
  }
}
