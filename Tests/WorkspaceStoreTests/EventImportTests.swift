import EventStore
import Foundation
import JourneyFormats
import Testing
import WorkspaceStore

@Suite struct EventImportTests {
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "workspace/.keep")
  }

  private func csv(_ rows: Int, activity: String = "view") -> String {
    "customer,time,activity\n"
      + (0..<rows).map { "c\($0 % 7),2026-01-0\($0 % 9 + 1),\(activity)\n" }.joined()
  }

  @discardableResult
  private func take(_ name: String, again: Bool = false) throws -> EventImport.Outcome {
    let path = "\(folder.path)/\(name)"
    let options = EventFileOptions(columns: [.customer: "customer"])
    let importing = EventImport(path: path, options: options, again: again, date: "2026-03-09")
    return try importing.run(
      EventFileReader(path: path, options: importing.options), into: "\(folder.path)/workspace")
  }

  private func refusal(_ name: String) -> EventStoreError? {
    do {
      try take(name)
      return nil
    } catch EventImport.Failure.store(let error) {
      return error
    } catch {
      return nil
    }
  }

  @Test func `the same file is taken once, under any name`() throws {
    try folder.write(csv(50), to: "a.csv")
    try folder.write(csv(50), to: "b.csv")
    // As long, but another file.
    try folder.write(csv(50, activity: "show"), to: "c.csv")
    #expect(try take("a.csv").summary.rows == 50)
    let before = try folder.names("workspace/events")
    #expect(refusal("a.csv") == .alreadyImported(id: 1, source: "a.csv"))
    #expect(refusal("b.csv") == .alreadyImported(id: 1, source: "a.csv"))
    #expect(try folder.names("workspace/events") == before)
    #expect(try take("c.csv").summary.id == 2)
    #expect(try take("b.csv", again: true).summary.id == 3)
    let log = try EventLog(directory: "\(folder.path)/workspace")
    #expect(log.eventCount == 150)
    let size = csv(50).utf8.count
    #expect(log.imports.map { $0.bytes } == [size, size, size])
    #expect(log.imports[0].digest == log.imports[2].digest)
    #expect(log.imports[0].digest == (try FileDigest.ofFile("\(folder.path)/a.csv")).description)
  }

  @Test func `a file without one readable row leaves nothing`() throws {
    try folder.write("customer,time,activity\nc1,2026-01-01,a\n", to: "good.csv")
    try take("good.csv")
    try folder.write("customer,time,activity\n,2026-01-01,a\n,2026-01-02,b\n", to: "bad.csv")
    let before = try folder.names("workspace/events")
    #expect(throws: EventImport.Failure.self) { try take("bad.csv") }
    #expect(try folder.names("workspace/events") == before)
    #expect(try EventLog(directory: "\(folder.path)/workspace").eventCount == 1)
  }
}
