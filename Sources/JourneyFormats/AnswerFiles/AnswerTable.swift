/// A small table read whole: column names and rows of text with their places.
public struct AnswerTable: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    /// The line of the record's first byte, from 1.
    public var line: Int
    /// As many as there are columns.
    public var cells: [String]
    /// The record as it stands in the file, without the last line end.
    public var record: [UInt8]
  }

  public var path: String
  public var separatorName: String
  public var columns: [String]
  public var rows: [Row]
  /// Records that are no rows: with another number of fields, broken quotes, or bytes that are no text.
  public var rejected: [RejectedRow]
  public var digest: FileDigest

  /// Larger files are refused, since all is kept in memory.
  public static let maximumBytes = 50 << 20

  /// Reads a file: plain, gzipped, UTF-8 or UTF-16, with any of the usual separators.
  ///
  /// - Parameter chunkBytes: how much is read at a time; the result does not depend on it.
  public static func read(
    _ path: String, separator: UInt8? = nil, chunkBytes: Int = 1 << 20
  ) throws(AnswerFileError) -> AnswerTable {
    do throws(TextFileError) {
      let sample = try TableSample(
        path: path, separator: separator, maximumRecordBytes: maximumRecordBytes)
      var table = AnswerTable(
        path: path, separatorName: sample.dialect.separatorName, columns: sample.columns, rows: [],
        rejected: [], digest: FileDigest(high: 0, low: 0))
      let source = try TextSource(path: path)
      var reader = try ChunkReader(
        source, dialect: sample.dialect, chunkBytes: chunkBytes,
        maximumRecordBytes: maximumRecordBytes, skippedBytes: sample.headerBytes)
      var line = sample.headerLines + 1
      var total = 0
      while let chunk = try reader.next() {
        total += chunk.bytes.count
        if total > maximumBytes { break }
        line += table.append(chunk, sample.dialect, firstLine: line)
      }
      if total <= maximumBytes {
        table.digest = try source.digestOfWholeFile()
        return table
      }
    } catch {
      throw .file(error)
    }
    throw .tooLarge(path: path, limit: maximumBytes)
  }

  private static let maximumRecordBytes = 1 << 20

  /// Appends the chunk's records and gives the number of its lines.
  private mutating func append(
    _ chunk: TextChunk, _ dialect: DelimitedDialect, firstLine: Int
  ) -> Int {
    var index = StructuralIndex()
    index.build(chunk, dialect)
    let bytes = unsafe chunk.bytes.span.bytes
    var flaws = index.flaws[...]
    var line = firstLine
    var countedTo = 0
    for record in 1..<index.recordCount + 1 {
      let start = index.start(ofRecord: record)
      let lineEnd = index.end(ofRecord: record)
      line += ByteWords.count(of: dialect.lineEnd, in: bytes, from: countedTo, to: start)
      countedTo = start
      let whole = FieldText(
        bytes, from: start, to: lineEnd, isLast: true, lineEnd: dialect.lineEnd, isRaw: true)
      let raw = Array(chunk.bytes[whole.start..<whole.end])
      if flaws.first?.record == record {
        let flaw = flaws.removeFirst()
        let reason: RejectReason =
          flaw.kind == .unclosedQuote ? .unclosedQuote : .textAfterQuote
        rejected.append(RejectedRow(line: line, reason: reason, bytes: raw))
        continue
      }
      let fields = index.fieldCount(ofRecord: record)
      if fields == 1, raw.isEmpty { continue }
      guard fields == columns.count else {
        let reason = RejectReason.fieldCount(found: fields, expected: columns.count)
        rejected.append(RejectedRow(line: line, reason: reason, bytes: raw))
        continue
      }
      if let reason = Self.textProblem(raw) {
        rejected.append(RejectedRow(line: line, reason: reason, bytes: raw))
        continue
      }
      let firstSeparator = Int(index.recordEnds[record - 1]) + 1
      var cells: [String] = []
      for field in 0..<fields {
        let text = FieldText(
          bytes, from: Int(index.separators[firstSeparator + field - 1] &+ 1),
          to: Int(index.separators[firstSeparator + field]), isLast: field == fields - 1,
          lineEnd: dialect.lineEnd)
        cells.append(String(decoding: text.unescaped(bytes), as: UTF8.self))
      }
      rows.append(Row(line: line, cells: cells, record: raw))
    }
    return ByteWords.count(of: dialect.lineEnd, in: bytes, from: 0, to: chunk.bytes.count)
  }

  private static func textProblem(_ raw: [UInt8]) -> RejectReason? {
    if raw.contains(0) { return .nulByte }
    return (try? UTF8Span(validating: raw.span)) == nil ? .notUTF8 : nil
  }
}
