/// What the beginning of a table, and some places further on, show of it: dialect, column names and some rows.
struct TableSample {
  let path: String
  let dialect: DelimitedDialect
  let encoding: TextEncoding
  let isCompressed: Bool
  /// Trimmed, never empty, all different.
  let columns: [String]
  /// How much of the text the header and what stands before it take, in bytes and lines.
  let headerBytes: Int
  let headerLines: Int
  /// Rows with as many cells as the header: the first ones in order, then some of later places.
  private(set) var rows: [Row] = []
  /// Whether `rows` begins with all records of the file.
  private(set) var isWholeFile = false
  /// Records looked at, also those that are no rows.
  private(set) var recordsSeen = 0

  struct Row {
    /// From 1; 0 where it is not known.
    var line: Int
    var cells: [[UInt8]]
  }

  static let headBytes = 256 << 10

  /// Looks at a file.
  ///
  /// - Parameter separator: the separator if it is given, else it is detected.
  init(path: String, separator: UInt8?, maximumRecordBytes: Int) throws(TextFileError) {
    self.path = path
    let source = try TextSource(path: path)
    encoding = source.encoding
    isCompressed = source.isCompressed
    var head = try Self.head(source)
    if let offset = head.firstIndex(of: 0) { throw .binary(path: path, offset: offset) }
    let start = head.firstIndex { $0 != .lineFeed && $0 != .carriageReturn } ?? head.count
    if start == head.count { throw .empty(path: path) }
    let lineEnd = Self.lineEnd(of: head, from: start)
    let isWhole = head.count < Self.headBytes
    if isWhole, head.last != lineEnd { head.append(lineEnd) }
    dialect = DelimitedDialect(
      separator: separator ?? Self.separator(of: head, from: start, lineEnd: lineEnd),
      lineEnd: lineEnd)
    let view = unsafe head.span.bytes
    var ends: [Int] = []
    guard
      case .complete(let next, _) = QuotedRecord.walk(
        view, from: start, dialect, report: { ends.append($0) })
    else { throw .lineTooLong(path: path, line: 1, limit: Self.headBytes) }
    headerBytes = next
    headerLines = ByteWords.count(of: lineEnd, in: view, from: 0, to: next)
    let cells = Self.cells(view, start: start, ends: ends, lineEnd: lineEnd)
    guard let names = Self.names(cells) else {
      throw .notUTF8(path: path, line: headerLines)
    }
    columns = names
    try readRows(maximumRecordBytes)
    if source.isPlain, source.raw.size > 4 * Self.headBytes { try readWindows(source.raw) }
  }

  private static func head(_ source: TextSource) throws(TextFileError) -> [UInt8] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: headBytes, alignment: 16)
    defer { unsafe memory.deallocate() }
    let count = try unsafe source.read(into: memory)
    return unsafe [UInt8](memory[..<count])
  }

  /// What ends the header: a carriage return only if no line feed follows it.
  private static func lineEnd(of head: [UInt8], from start: Int) -> UInt8 {
    var isQuoted = false
    for at in start..<head.count {
      if head[at] == .quote {
        isQuoted.toggle()
      } else if !isQuoted, head[at] == .lineFeed {
        return .lineFeed
      } else if !isQuoted, head[at] == .carriageReturn {
        let next = head[at...].first { $0 != .carriageReturn }
        return next == .lineFeed ? .lineFeed : .carriageReturn
      }
    }
    return .lineFeed
  }

  /// The separator that cuts the most of the first records into as many fields as the header, at least two; then the one
  /// with the most fields; then the likelier one.
  private static func separator(of head: [UInt8], from start: Int, lineEnd: UInt8) -> UInt8 {
    let view = unsafe head.span.bytes
    var best = (share: 0, fields: 1, separator: DelimitedDialect.candidates[0])
    for candidate in DelimitedDialect.candidates {
      let dialect = DelimitedDialect(separator: candidate, lineEnd: lineEnd)
      var at = start
      var counts: [Int] = []
      while at < head.count, counts.count < 200 {
        var fields = 0
        guard
          case .complete(let next, _) = QuotedRecord.walk(
            view, from: at, dialect, report: { _ in fields += 1 })
        else { break }
        counts.append(fields)
        at = next
      }
      guard let fields = counts.first, fields > 1 else { continue }
      let share = counts.count { $0 == fields } * 10 / counts.count
      if (share, fields) > (best.share, best.fields) { best = (share, fields, candidate) }
    }
    return best.separator
  }

  private static func cells(
    _ bytes: RawSpan, start: Int, ends: [Int], lineEnd: UInt8
  ) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var from = start
    for (place, end) in ends.enumerated() {
      let isLast = place == ends.count - 1
      cells.append(
        FieldText(bytes, from: from, to: end, isLast: isLast, lineEnd: lineEnd).unescaped(bytes))
      from = end + 1
    }
    return cells
  }

  /// Column names of header cells: an empty one is named by its place, a second one of a name gets its number. Nil if one
  /// is not UTF-8.
  static func names(_ cells: [[UInt8]]) -> [String]? {
    var names: [String] = []
    for (place, cell) in cells.enumerated() {
      guard let text = String(validating: cell, as: UTF8.self) else { return nil }
      var name = text.trimmed
      if name.isEmpty { name = "column \(place + 1)" }
      let plain = name
      var number = 2
      while names.contains(name) {
        name = "\(plain) (\(number))"
        number += 1
      }
      names.append(name)
    }
    return names
  }

  private mutating func readRows(_ maximumRecordBytes: Int) throws(TextFileError) {
    var reader = try ChunkReader(
      TextSource(path: path), dialect: dialect, chunkBytes: Self.headBytes,
      maximumRecordBytes: maximumRecordBytes, skippedBytes: headerBytes)
    guard let chunk = try reader.next() else {
      isWholeFile = true
      return
    }
    add(chunk, firstLine: headerLines + 1)
    isWholeFile = try reader.next() == nil
  }

  private mutating func add(_ chunk: TextChunk, firstLine: Int) {
    var index = StructuralIndex()
    index.build(chunk, dialect)
    let bytes = unsafe chunk.bytes.span.bytes
    var flawed = index.flaws.map(\.record)[...]
    var (line, counted) = (firstLine, 0)
    for record in 1..<max(1, index.recordCount + 1) {
      let start = index.start(ofRecord: record)
      let end = index.end(ofRecord: record)
      line += ByteWords.count(of: dialect.lineEnd, in: bytes, from: counted, to: start)
      counted = start
      if flawed.first == record {
        flawed.removeFirst()
        recordsSeen += 1
        continue
      }
      let fields = index.fieldCount(ofRecord: record)
      if fields == 1, end - start <= 1 { continue }
      recordsSeen += 1
      guard fields == columns.count else { continue }
      let first = Int(index.recordEnds[record - 1]) + 1
      let ends = (0..<fields).map { Int(index.separators[first + $0]) }
      rows.append(
        Row(
          line: firstLine == 0 ? 0 : line,
          cells: Self.cells(bytes, start: start, ends: ends, lineEnd: dialect.lineEnd)))
    }
  }

  /// Lines without quotes from eight places spread over the file.
  private mutating func readWindows(_ file: RawFile) throws(TextFileError) {
    for window in 1...8 {
      let bytes = try file.bytes(at: file.size / 9 * window, count: 32 << 10)
      let lines = bytes.split(separator: dialect.lineEnd, omittingEmptySubsequences: false)
      guard lines.count > 2 else { continue }
      var plain: [UInt8] = []
      for line in lines.dropFirst().dropLast() where !line.contains(.quote) {
        plain.append(contentsOf: line)
        plain.append(dialect.lineEnd)
      }
      if !plain.isEmpty {
        add(TextChunk(number: 0, bytes: plain, hasQuotes: false), firstLine: 0)
      }
    }
  }
}

extension String {
  /// Without spaces, tabs and line ends around it.
  var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
