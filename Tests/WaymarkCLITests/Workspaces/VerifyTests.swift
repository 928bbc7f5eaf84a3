import Foundation
import Testing

/// `waymark verify`, and what other commands do with a damaged workspace.
struct VerifyTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func `a sound workspace passes, and says what it holds`() throws {
    let run = try Tool.run("verify", try Samples.shop.get())
    #expect(run.code == 0)
    #expect(run.out == "fine: 1 map, 31106 events of 600 customers\n")
    #expect(run.err.isEmpty)
  }

  /// Files of the log with content to damage.
  private func eventFiles() throws -> [(name: String, bytes: [UInt8])] {
    try folder.listing("workspace/events").filter { !$0.value.isEmpty }
      .map { (name: $0.key, bytes: $0.value) }.sorted { $0.name < $1.name }
  }

  @Test func `one flipped bit in any file of the log is found, and its file named`() throws {
    let path = try Samples.copy(of: Samples.shop, in: folder)
    let files = try eventFiles()
    #expect(!files.isEmpty)
    for (name, bytes) in files {
      for place in [bytes.count / 7, bytes.count / 2, bytes.count - 1] {
        var damaged = bytes
        damaged[place] ^= 0x04
        try folder.write(damaged, to: "workspace/events/\(name)")
        let run = try Tool.run("verify", path)
        #expect(run.code == 4, "\(name) at \(place): \(run.out)\(run.err)")
        #expect(run.err.contains(name), "\(run.err)")
        #expect(run.out.isEmpty)
      }
      try folder.write(bytes, to: "workspace/events/\(name)")
    }
    #expect(try Tool.run("verify", path).code == 0)
  }

  @Test func `a question over a damaged segment is refused, not answered wrongly`() throws {
    let path = try Samples.copy(of: Samples.shop, in: folder)
    let largest = try #require(try eventFiles().max { $0.bytes.count < $1.bytes.count })
    var damaged = largest.bytes
    damaged[largest.bytes.count / 3] ^= 0x01
    try folder.write(damaged, to: "workspace/events/\(largest.name)")
    let right = try Tool.run("analyze", "transitions", try Samples.shop.get(), "--json").out
    let run = try Tool.run("analyze", "transitions", path, "--json")
    // A byte of a column that the question does not read cannot harm it.
    if run.code == 0 {
      #expect(run.out == right)
    } else {
      #expect(run.code == 4)
      #expect(run.err.contains(largest.name) && run.err.contains("hint: "))
    }
  }

  @Test func `a segment that is missing or cut short is damage`() throws {
    let path = try Samples.copy(of: Samples.shop, in: folder)
    let largest = try #require(try eventFiles().max { $0.bytes.count < $1.bytes.count })
    try folder.write(
      largest.bytes.prefix(largest.bytes.count / 2), to: "workspace/events/\(largest.name)")
    #expect(try Tool.run("verify", path).code == 4)
    #expect(try Tool.run("analyze", "overview", path).code == 4)
    try FileManager.default.removeItem(atPath: "\(path)/events/\(largest.name)")
    #expect(try Tool.run("verify", path).code == 4)
    #expect(try Tool.run("analyze", "overview", path).code == 4)
  }

  @Test func `an import into a damaged log leaves it as it is`() throws {
    let path = try Samples.copy(of: Samples.shop, in: folder)
    let manifest = try #require(try eventFiles().first { $0.name.hasPrefix("manifest") })
    var damaged = manifest.bytes
    damaged[manifest.bytes.count / 2] ^= 0x04
    try folder.write(damaged, to: "workspace/events/\(manifest.name)")
    let log = try folder.write(
      "customer,time,activity\nann,2024-03-01 10:00:00,visit\n", to: "log.csv")
    let before = try folder.listing("workspace")
    #expect(try Tool.run("import", "events", path, log).code == 4)
    #expect(try folder.listing("workspace") == before)
  }

  @Test func `a workspace without events is fine`() throws {
    let run = try Tool.run("verify", try Samples.pram.get())
    #expect(run.code == 0)
    #expect(run.out.contains("no events yet"))
  }
}
