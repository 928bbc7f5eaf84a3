import EventStore
import Glibc
import JourneyFormats

/// One import of a file into a fresh workspace folder, measured from the first byte read to the last one synced.
struct ImportRun: Encodable {
  var seconds: Double
  var cpuSeconds: Double
  var rows: Int
  var rejected: Int
  var customers: Int
  /// Size of the file that was read.
  var inputBytes: Int
  /// Size of all files of the stored log.
  var storedBytes: Int
  var peakMemoryBytes: Int

  /// Does what `waymark import events` does: detects the roles, takes the digest, reads, sorts, seals and syncs.
  init(file: String, into folder: String) throws {
    guard mkdir(folder, 0o755) == 0 else { throw BenchError.system("create \(folder)", errno) }
    let (result, cost) = try Measurement.of {
      let reader = try EventFileReader(path: file)
      let writer = try EventStoreWriter(lock: WriterLock(directory: folder))
      let session = try writer.beginImport(
        source: "generated", attributes: reader.attributeNames)
      let read = try reader.read(deliver: { try session.append($0) })
      let stored = try session.finish(
        rejected: read.rejected, digest: read.digest.description, bytes: read.bytes)
      return (read: read, stored: stored)
    }
    seconds = cost.seconds
    cpuSeconds = cost.cpuSeconds
    rows = result.stored.rows
    rejected = result.read.rejected
    customers = result.stored.customers
    inputBytes = result.read.bytes
    storedBytes = try FolderSize.bytes(in: folder)
    peakMemoryBytes = Measurement.peakMemoryBytes
  }
}
