import Foundation
import Insight
import JourneyAnalytics
import JourneyModel
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Pages show the workspace as it is now, and work nothing out twice.
struct FreshnessTests {
  private func small() throws -> TestWorkspace {
    let made = try TestWorkspace()
    try made.write("format: 1\nname: Corner shop\n", to: "waymark.yaml")
    try made.write(
      "format: 1\nname: Orders\nstages:\n  - id: one\n    name: One\n", to: "maps/orders.yaml")
    try made.importRows("ann,2024-03-01 10:00:00,visit\n", named: "first.csv")
    return made
  }

  private func rename(_ server: TestServer, to name: String, _ sequence: Int) throws {
    _ = try server.store.editor.commit([
      (
        EditBatch(
          client: "test", sequence: sequence, intention: "Rename",
          change: .edits([.set(ObjectReference(.workspace, "workspace"), "name", .text(name))])),
        Author(person: nil, name: "Test")
      )
    ])
  }

  @Test func `new events and edits are seen with the next request`() async throws {
    let made = try small()
    let visitor = try Visitor(made.path)
    let server = visitor.server
    #expect(try await visitor.ask("/data").text.contains("first.csv"))
    #expect(!(try await visitor.ask("/data").text.contains("second.csv")))
    try server.workspace.importRows(
      "ben,2024-03-02 10:00:00,visit\n", named: "second.csv", holding: server.store.lock)
    #expect(try await visitor.ask("/data").text.contains("second.csv"))
    try rename(server, to: "Renamed shop", 1)
    #expect(try await visitor.ask("/").text.contains("Renamed shop"))
    let map = ObjectReference(.map, "orders")
    let edits: [[Edit]] = [[.tombstone(map)], [.restore(map)]]
    for (index, edits) in edits.enumerated() {
      _ = try server.store.editor.commit([
        (
          EditBatch(
            client: "test", sequence: index + 2, intention: "Delete and restore",
            change: .edits(edits)), Author(person: nil, name: "Test")
        )
      ])
      #expect(try await visitor.ask("/maps/orders").status == (index == 0 ? 404 : 200))
    }
  }

  @Test func `an unchanged workspace is read once, and what did not change is not read again`()
    throws
  {
    let made = try small()
    let server = try TestServer(made.path)
    let cache = SnapshotCache(store: server.store)
    let first = try cache.current()
    #expect(try cache.current() === first)
    var count = 0
    for _ in 0..<3 {
      _ = first.bytes("map orders") {
        count += 1
        return [1]
      }
    }
    #expect(count == 1)
    try rename(server, to: "Renamed shop", 1)
    let second = try cache.current()
    #expect(second !== first)
    // The numbers that were worked out before an edit serve after it.
    let (before, after) = (first.snapshot.queries, second.snapshot.queries)
    #expect(before as? RememberedQueries === after as? RememberedQueries)
    #expect(after != nil)
  }

  @Test func `a warm answer reads no events`() async throws {
    let shop = try TestWorkspace.sharedShop.get().copy()
    let visitor = try Visitor(shop.path)
    let cold = try await visitor.ask("/maps/first-order")
    #expect(cold.status == 200)
    // Were the log read again, its damage would be met: the maps of the file show what is written into it.
    let segment = "events/" + (try shop.largestSegment())
    let served = visitor.server.workspace
    for part in [0.2, 0.4, 0.6, 0.8] { try served.damage(segment, at: part) }
    let warm = try await visitor.ask("/maps/first-order")
    #expect(warm.status == 200 && warm.bytes == cold.bytes)
  }

  @Test func `a damaged segment gives a page that names the file`() async throws {
    let sound = try TestWorkspace.sharedShop.get()
    let right = try await Visitor(sound.path).ask("/journeys/time?by=activity")
    var refused = 0
    for part in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let shop = try sound.copy()
      let segment = try shop.largestSegment()
      try shop.damage("events/\(segment)", at: part)
      let visitor = try Visitor(shop.path)
      for address in ["/", "/maps/first-order", "/journeys/time?by=activity"] {
        let answer = try await visitor.ask(address)
        let page = ReadMarkup(answer.text)
        #expect(page.problems.isEmpty && page.unsafe.isEmpty)
        if answer.status == 200 {
          // The damage lies in a column that the page does not read.
          if address.hasPrefix("/journeys") { #expect(answer.bytes == right.bytes) }
        } else {
          #expect(answer.status == 500)
          #expect(answer.text.contains(segment) && answer.text.contains("waymark verify"))
          refused += 1
        }
      }
    }
    #expect(refused > 0)
  }
}
