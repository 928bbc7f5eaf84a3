import EventStore
import Foundation
import JourneyFormats
import WorkspaceStore

/// A workspace in a temporary folder of its own, gone with the value.
final class TestWorkspace: Sendable {
  let path: String

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("waymark-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The shop of the examples with its whole log, without writing into the example itself.
  static func shop() throws -> TestWorkspace {
    let made = try TestWorkspace()
    let demo = repository.appendingPathComponent("Sources/waymark/Demos/shop").path
    for name in try FileManager.default.subpathsOfDirectory(atPath: demo) {
      guard name.hasSuffix(".yaml") || name.hasSuffix(".csv") else { continue }
      let text = FileManager.default.contents(atPath: "\(demo)/\(name)") ?? Data()
      try made.write(String(decoding: text, as: UTF8.self), to: name)
    }
    try made.importEvents(
      repository.appendingPathComponent("Tests/Fixtures/data/ecom.csv.gz").path)
    return made
  }

  /// Read by several tests, changed by none; as long as the tests run.
  static let sharedShop: Result<TestWorkspace, any Error> = Result {
    let made = try shop()
    removedAtExit = made.path
    atexit {
      if let path = TestWorkspace.removedAtExit {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
    return made
  }
  nonisolated(unsafe) private static var removedAtExit: String?

  convenience init(copying other: String) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: other) {
      try FileManager.default.copyItem(atPath: "\(other)/\(name)", toPath: "\(path)/\(name)")
    }
  }

  func copy() throws -> TestWorkspace { try TestWorkspace(copying: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// - Parameter lock: that of the server which has the workspace open.
  func importEvents(_ file: String, holding lock: WriterLock? = nil) throws {
    let options = EventFileOptions()
    let importing = EventImport(path: file, options: options, date: "2026-11-22")
    let reader = try EventFileReader(path: file, options: options)
    if let lock {
      _ = try importing.run(reader, holding: lock)
    } else {
      _ = try importing.run(reader, into: path)
    }
  }

  /// Imports a small log of rows `customer,time,activity`.
  func importRows(
    _ rows: String, named name: String = "log.csv", holding lock: WriterLock? = nil
  ) throws {
    let folder = try TestWorkspace()
    try folder.write("customer,time,activity\n" + rows, to: name)
    try importEvents("\(folder.path)/\(name)", holding: lock)
  }

  /// The largest file of the log: a segment.
  func largestSegment() throws -> String {
    let events = "\(path)/events"
    func size(_ name: String) -> Int {
      (try? FileManager.default.attributesOfItem(atPath: "\(events)/\(name)")[.size] as? Int) ?? 0
    }
    return try FileManager.default.subpathsOfDirectory(atPath: events).max { size($0) < size($1) }
      ?? ""
  }

  /// Flips bits of one byte of a file, in place.
  func damage(_ name: String, at part: Double) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    let end = try handle.seekToEnd()
    let place = UInt64(Double(end) * part)
    try handle.seek(toOffset: place)
    let byte = try handle.read(upToCount: 1)?.first ?? 0
    try handle.seek(toOffset: place)
    try handle.write(contentsOf: Data([byte ^ 0x21]))
  }
}
