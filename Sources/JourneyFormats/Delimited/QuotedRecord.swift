/// How far one record goes, by the quoting rules of RFC 4180 made definite for dirty files.
///
/// A field is quoted if its first byte is a quote. Inside, a doubled quote is one quote and all else is text, line ends
/// too. Text between the closing quote and the next separator or line end makes the record malformed. Elsewhere a
/// quote is an ordinary character.
enum QuotedRecord {
  enum Extent {
    /// The place behind the record's line end.
    case complete(next: Int, isMalformed: Bool)
    /// The bytes end before the record does.
    case incomplete
  }

  /// Walks the record that begins at `start`, reporting each separator and at last the line end.
  @inline(__always)
  static func walk(
    _ bytes: RawSpan, from start: Int, _ dialect: DelimitedDialect, report: (Int) -> Void
  ) -> Extent {
    let end = bytes.byteCount
    let separator = dialect.separator
    let lineEnd = dialect.lineEnd
    var at = start
    var isMalformed = false
    while true {
      if at < end, ByteWords.byte(bytes, at) == .quote {
        at &+= 1
        while true {
          at = ByteWords.firstIndex(of: .quote, in: bytes, from: at)
          if at >= end { return .incomplete }
          at &+= 1
          guard at < end, ByteWords.byte(bytes, at) == .quote else { break }
          at &+= 1
        }
        let closed = at
        at = ByteWords.firstIndex(of: separator, or: lineEnd, in: bytes, from: at)
        if at >= end { return .incomplete }
        if at != closed {
          let isCarriageReturn =
            at == closed &+ 1 && lineEnd == .lineFeed && ByteWords.byte(bytes, at) == .lineFeed
            && ByteWords.byte(bytes, closed) == .carriageReturn
          if !isCarriageReturn { isMalformed = true }
        }
      } else {
        at = ByteWords.firstIndex(of: separator, or: lineEnd, in: bytes, from: at)
        if at >= end { return .incomplete }
      }
      report(at)
      if ByteWords.byte(bytes, at) == lineEnd {
        return .complete(next: at &+ 1, isMalformed: isMalformed)
      }
      at &+= 1
    }
  }
}
