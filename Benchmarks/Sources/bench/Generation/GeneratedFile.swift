/// A generated log on disk.
enum GeneratedFile {
  struct Summary: Encodable {
    var rows: Int
    var customers: Int
    var bytes: Int
    var seed: UInt64
    var seconds: Double
    var peakMemoryBytes: Int
  }

  /// Writes `rows` rows; memory holds the customers that are under way.
  static func write(rows: Int, seed: UInt64, to path: String) throws -> Summary {
    var log = GeneratedLog(rows: rows, seed: seed)
    var writer = try RowWriter(path: path)
    let (_, cost) = try Measurement.of {
      try log.eachRow { event in
        writer.write(event)
        if writer.isFull { try writer.flush() }
      }
      try writer.flush()
    }
    return Summary(
      rows: rows, customers: log.customers, bytes: writer.bytesWritten, seed: seed,
      seconds: cost.seconds, peakMemoryBytes: Measurement.peakMemoryBytes)
  }
}
