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

  /// 64 bytes at a time: comparisons give one bit per byte, those of each word in every eighth place; turned over, they
  /// stand in the order of the bytes and become positions.
  private mutating func indexPlain(_ bytes: RawSpan, _ dialect: DelimitedDialect) {
    let end = bytes.byteCount
    let separator = SIMD16(repeating: dialect.separator)
    let lineEnd = SIMD16(repeating: dialect.lineEnd)
    var anyBits = SIMD16<UInt8>.zero
    var least = SIMD16<UInt8>(repeating: .max)
    var at = 0
    while at &+ 64 <= end {
      var marks = SIMD16<UInt8>.zero
      var lineEnds = SIMD16<UInt8>.zero
      var weight = ByteWords.firstWeights
      for quarter in 0..<4 {
        let part = ByteWords.load16(bytes, at &+ quarter &* 16)
        anyBits |= part
        least = pointwiseMin(least, part)
        marks |= SIMD16.zero.replacing(with: weight, where: part .== separator)
        lineEnds |= SIMD16.zero.replacing(with: weight, where: part .== lineEnd)
        weight = weight &<< 2
      }
      let ends = ByteWords.transposed(ByteWords.merged(lineEnds))
      append(ByteWords.transposed(ByteWords.merged(marks)) | ends, ends, base: at)
      at &+= 64
    }
    var allBytes = ByteWords.merged(anyBits)
    var zeros = least.min() == 0 ? ByteWords.highs : 0
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
    // Eight at once without asking: what is written too much is overwritten or never counted.
    repeat {
      for slot in 0..<8 {
        separators.write(
          UInt32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount), ahead: written &+ slot)
        rest &= rest &- 1
      }
      written &+= 8
    } while written < count
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
