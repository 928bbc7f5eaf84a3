import Foundation
import Testing

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

  @Test func `a new manifest and a changed document are picked up with the next request`()
    async throws
  {
    let made = try small()
    let visitor = try Visitor(made.path)
    #expect(try await visitor.ask("/data").text.contains("first.csv"))
    #expect(!(try await visitor.ask("/data").text.contains("second.csv")))
    try made.importRows("ben,2024-03-02 10:00:00,visit\n", named: "second.csv")
    #expect(try await visitor.ask("/data").text.contains("second.csv"))
    try made.write("format: 1\nname: Renamed shop\n", to: "waymark.yaml")
    #expect(try await visitor.ask("/").text.contains("Renamed shop"))
    try made.write(
      "format: 1\nname: Returns\nstages:\n  - id: one\n    name: One\n", to: "maps/returns.yaml")
    #expect(try await visitor.ask("/maps/returns").status == 200)
    try FileManager.default.removeItem(atPath: "\(made.path)/maps/returns.yaml")
    #expect(try await visitor.ask("/maps/returns").status == 404)
  }

  @Test func `an unchanged workspace is read once`() throws {
    let made = try small()
    let cache = try SnapshotCache(directory: made.path)
    let first = try cache.current()
    #expect(try cache.current() === first)
    var made1 = 0
    for _ in 0..<3 {
      _ = first.bytes("map orders") {
        made1 += 1; return [1]
      }
    }
    #expect(made1 == 1)
    try made.write("format: 1\nname: Renamed shop\n", to: "waymark.yaml")
    #expect(try cache.current() !== first)
  }

  @Test func `a warm answer reads no events`() async throws {
    let shop = try TestWorkspace.sharedShop.get().copy()
    let visitor = try Visitor(shop.path)
    let cold = try await visitor.ask("/maps/first-order")
    #expect(cold.status == 200)
    // Were the log read again, its damage would be met: the maps of the file show what is written into it.
    let segment = "events/" + (try shop.largestSegment())
    for part in [0.2, 0.4, 0.6, 0.8] { try shop.damage(segment, at: part) }
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

  @Test func `a newer format and a broken settings file are said on a page`() async throws {
    let made = try small()
    let visitor = try Visitor(made.path)
    try made.write("format: 99\nname: Corner shop\n", to: "waymark.yaml")
    let newer = try await visitor.ask("/")
    #expect(newer.status == 500 && newer.text.contains("newer version"))
    try made.write("format: 1\nname: [\n", to: "waymark.yaml")
    #expect(try await visitor.ask("/").status == 500)
    try made.write("format: 1\nname: Corner shop\n", to: "waymark.yaml")
    #expect(try await visitor.ask("/").status == 200)
  }
}
