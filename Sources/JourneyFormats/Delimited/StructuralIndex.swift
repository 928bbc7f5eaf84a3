/// Where the fields and records of some whole records lie: the positions of all separators and line ends outside quotes.
///
/// Entry 0 of `separators` stands before the first byte (`UInt32.max`, so that one more is 0) and entry 0 of `recordEnds` is
/// that of the former. Record *k* (from 1) has the separators `recordEnds[k - 1] + 1 … recordEnds[k]`, the last being its
/// line end. Memory is kept from one build to the next.
struct StructuralIndex: ~Copyable {
  private(set) var separators = UnsafePositions()
  private(set) var recordEnds = UnsafePositions()
  /// Records whose quoting is broken, in order.
  private(set) var flaws: [Flaw] = []
  private(set) var isASCII = true
  private(set) var hasNUL = false

  struct Flaw {
    var record: Int
    var kind: Kind
    enum Kind { case textAfterQuote, unclosedQuote }
  }

  var recordCount: Int { recordEnds.count - 1 }

  /// Indexes `chunk`, all of whose records are whole.
  ///
  /// - Complexity: O(*n*) in the bytes; allocates only when more positions are needed than ever before.
  mutating func build(_ chunk: borrowing TextChunk, _ dialect: DelimitedDialect) {
    separators.removeAll()
    recordEnds.removeAll()
    flaws.removeAll(keepingCapacity: true)
    isASCII = true
    hasNUL = false
    separators.append(.max)
    recordEnds.append(0)
    let bytes = unsafe chunk.bytes.span.bytes
    if chunk.hasQuotes {
      indexQuoted(bytes, unclosedLines: chunk.unclosedLines, dialect)
    } else {
      indexPlain(bytes, dialect)
    }
  }

  /// 64 bytes at a time: two comparisons per word give one bit per byte, one word's bits in every eighth place; turned over,
  /// they stand in the order of the bytes and become positions.
  private mutating func indexPlain(_ bytes: RawSpan, _ dialect: DelimitedDialect) {
    let end = bytes.byteCount
    let wantedSeparator = ByteWords.repeated(dialect.separator)
    let wantedLineEnd = ByteWords.repeated(dialect.lineEnd)
    var allBytes: UInt64 = 0
    var zeros: UInt64 = 0
    var at = 0
    while at &+ 64 <= end {
      var marks: UInt64 = 0
      var lineEnds: UInt64 = 0
      var place: UInt64 = 0
      while place < 8 {
        let word = ByteWords.load(bytes, at &+ Int(truncatingIfNeeded: place &* 8))
        allBytes |= word
        zeros |= (word &- ByteWords.ones) & ~word
        let lineEnd = ByteWords.zeroBytes(word ^ wantedLineEnd)
        let either = ByteWords.zeroBytes(word ^ wantedSeparator) | lineEnd
        lineEnds |= lineEnd &>> (7 &- place)
        marks |= either &>> (7 &- place)
        place &+= 1
      }
      append(ByteWords.transposed(marks), ByteWords.transposed(lineEnds), base: at)
      at &+= 64
    }
    while at < end {
      let byte = ByteWords.byte(bytes, at)
      allBytes |= UInt64(byte)
      if byte == 0 { zeros = ByteWords.highs }
      if byte == dialect.separator || byte == dialect.lineEnd {
        separators.append(UInt32(truncatingIfNeeded: at))
        if byte == dialect.lineEnd {
          recordEnds.append(UInt32(truncatingIfNeeded: separators.count &- 1))
        }
      }
      at &+= 1
    }
    isASCII = allBytes & ByteWords.highs == 0
    hasNUL = zeros & ByteWords.highs != 0
  }

  @inline(__always)
  private mutating func append(_ marks: UInt64, _ lineEnds: UInt64, base: Int) {
    separators.makeRoom(for: 72)
    recordEnds.makeRoom(for: 64)
    let ordinal = separators.count
    var rest = lineEnds
    while rest != 0 {
      let bit = rest & (~rest &+ 1)
      recordEnds.write(
        UInt32(truncatingIfNeeded: ordinal &+ (marks & (bit &- 1)).nonzeroBitCount), ahead: 0)
      recordEnds.advance(by: 1)
      rest ^= bit
    }
    rest = marks
    let count = marks.nonzeroBitCount
    var written = 0
    while written < count {
      // Four at once without asking: what is written too much is overwritten or never counted.
      for slot in 0..<4 {
        separators.write(
          UInt32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount), ahead: written &+ slot)
        rest &= rest &- 1
      }
      written &+= 4
    }
    separators.advance(by: count)
  }

  private mutating func indexQuoted(
    _ bytes: RawSpan, unclosedLines: [Int], _ dialect: DelimitedDialect
  ) {
    let end = bytes.byteCount
    var at = 0
    var allBytes: UInt64 = 0
    var zeros: UInt64 = 0
    while at &+ 8 <= end {
      let word = ByteWords.load(bytes, at)
      allBytes |= word
      zeros |= (word &- ByteWords.ones) & ~word
      at &+= 8
    }
    while at < end {
      let byte = ByteWords.byte(bytes, at)
      allBytes |= UInt64(byte)
      if byte == 0 { zeros = ByteWords.highs }
      at &+= 1
    }
    isASCII = allBytes & ByteWords.highs == 0
    hasNUL = zeros & ByteWords.highs != 0

    at = 0
    var unclosed = unclosedLines[...]
    while at < end {
      let record = recordEnds.count
      if unclosed.first == at {
        unclosed.removeFirst()
        flaws.append(Flaw(record: record, kind: .unclosedQuote))
        at = ByteWords.firstIndex(of: dialect.lineEnd, in: bytes, from: at)
        separators.append(UInt32(truncatingIfNeeded: at))
        at &+= 1
      } else {
        let extent = QuotedRecord.walk(bytes, from: at, dialect) { place in
          separators.append(UInt32(truncatingIfNeeded: place))
        }
        guard case .complete(let next, let isMalformed) = extent else {
          preconditionFailure("a chunk holds whole records only")
        }
        if isMalformed { flaws.append(Flaw(record: record, kind: .textAfterQuote)) }
        at = next
      }
      recordEnds.append(UInt32(truncatingIfNeeded: separators.count &- 1))
    }
  }
}

extension StructuralIndex {
  /// The first byte of a record (from 1).
  @inline(__always)
  func start(ofRecord record: Int) -> Int {
    Int(separators[Int(recordEnds[record &- 1])] &+ 1)
  }

  /// The place of a record's line end.
  @inline(__always)
  func end(ofRecord record: Int) -> Int { Int(separators[Int(recordEnds[record])]) }

  @inline(__always)
  func fieldCount(ofRecord record: Int) -> Int {
    Int(recordEnds[record] &- recordEnds[record &- 1])
  }
}
