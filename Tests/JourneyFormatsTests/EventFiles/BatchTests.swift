import EventStore
import Foundation
import Synchronization
import Testing

@testable import JourneyFormats

/// What batches promise, and where rejected rows go.
struct BatchTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(arguments: [1, 2, 5])
  func `batches are large, numbered, and in the order of the file`(threads: Int) throws {
    var text = "user,time,event,note\n"
    for row in 0..<36_000 { text += "c\(row),2024-01-01,e\(row % 3),\(row % 10)\n" }
    let path = try folder.file(text)
    let options = EventFileOptions(chunkBytes: 5000, threads: threads)
    let found = try ReadEvents(path, options)
    #expect(found.customers == (0..<36_000).map { "c\($0)" })
    #expect(found.batches.map(\.number) == Array(0..<found.batches.count))
    #expect(found.batches.dropLast().allSatisfy { $0.rowCount >= 16_384 })
    #expect(found.batches.allSatisfy { $0.times.count == $0.rowCount })
    let filter = [CellFilter(column: "note", value: "7")]
    let few = try ReadEvents(path, EventFileOptions(filters: filter, chunkBytes: 5000))
    #expect(few.events.count == 3600)
    #expect(few.batches.count == 1)
    // What a filter leaves does not hold the bytes of what it left out.
    #expect(few.batches[0].bytes.count < 100_000)
  }

  @Test
  func `progress never goes back and ends at the end`() throws {
    var text = "user,time,event\n"
    for row in 0..<5000 { text += "c\(row),2024-01-01,e\n" }
    let path = try folder.file(text)
    let seen = Mutex<[EventFileProgress]>([])
    _ = try EventFileReader(path: path, options: EventFileOptions(chunkBytes: 1000)).read(
      deliver: { _ in }, progress: { step in seen.withLock { $0.append(step) } })
    let steps = seen.withLock { $0 }
    #expect(steps.count > 50)
    #expect(
      zip(steps, steps.dropFirst()).allSatisfy {
        $0.rows <= $1.rows && $0.bytesRead <= $1.bytesRead
      })
    #expect(steps.last?.rows == 5000)
    #expect(steps.last?.bytesRead == text.utf8.count)
    #expect(steps.last?.totalBytes == text.utf8.count)
  }

  @Test
  func `rejected rows can be mended and imported again`() throws {
    let path = try folder.file(
      "user,time,event\na,2024-01-01,x\n\"b \"\"1\"\"\",soon,\"=y\nz\"\nc,2024-01-01\n")
    let writer = Mutex(RejectFileWriter(path: folder.path + "/rejects.csv"))
    let summary = try EventFileReader(path: path).read(
      deliver: { _ in }, reject: { row in try writer.withLock { try $0.write(row) } })
    try writer.withLock { try $0.finish() }
    #expect(summary.rejected == 2)
    #expect(writer.withLock { $0.count } == 2)
    let written = try String(contentsOfFile: folder.path + "/rejects.csv", encoding: .utf8)
    #expect(
      written == #"""
        line,reason,record
        3,the time cannot be read,"""b """"1"""""",soon,""=y
        z"""
        5,2 fields where the header has 3,"c,2024-01-01"

        """#)
    let table = try AnswerTable.read(folder.path + "/rejects.csv")
    #expect(table.rows.map { $0.cells[2] } == ["\"b \"\"1\"\"\",soon,\"=y\nz\"", "c,2024-01-01"])
  }

  @Test
  func `no rejected row, no file of them`() throws {
    let path = folder.path + "/rejects.csv"
    var writer = RejectFileWriter(path: path)
    try writer.finish()
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
