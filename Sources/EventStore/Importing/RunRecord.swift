/// How a row travels through the sort: its time, its place within its block (14 bits), and the rest of it.
protocol RunRecord: BitwiseCopyable, Sendable {
  init(_ time: Int64, _ fields: UInt64, _ format: RunFormat)
  func time(_ format: RunFormat) -> Int64
  /// From the low bits: customer within the block, then what `RunFields` says.
  func fields(_ format: RunFormat) -> UInt64
}

/// What follows the customer in a record: codes and arrival number where they fit, else the number of the row.
enum RunFields: Hashable {
  case packed(activityBits: UInt64, channelBits: UInt64, arrivalBits: UInt64)
  case reference(rowBits: UInt64)

  /// Bits with the customer's place.
  var bits: UInt64 {
    switch self {
    case .packed(let activity, let channel, let arrival):
      RunOrder.withinBits + activity + channel + arrival
    case .reference(let row): RunOrder.withinBits + row
    }
  }
}

/// The meaning of a record's bits.
struct RunFormat: Sendable {
  let fields: RunFields
  let fieldBits: UInt64
  let firstTime: Int64
  let unit: Int64
  let division: ExactDivision
  /// Whether a time, in units after the first, fits beside the fields in one word.
  let isNarrow: Bool

  init(_ fields: RunFields, unit: TimeUnit, times: ClosedRange<Int64>) {
    self.fields = fields
    fieldBits = fields.bits
    firstTime = times.lowerBound
    self.unit = unit.microseconds
    division = ExactDivision(by: unit)
    let span = division.quotient(UInt64(bitPattern: times.upperBound &- times.lowerBound))
    isNarrow = fieldBits + UInt64(64 - span.leadingZeroBitCount) <= 64 && fieldBits < 64
  }
}

/// A record of one word: half the memory to move, for times of a few years in seconds or milliseconds.
struct NarrowRecord: RunRecord {
  private let bits: UInt64

  @inline(__always)
  init(_ time: Int64, _ fields: UInt64, _ format: RunFormat) {
    let ticks = format.division.quotient(UInt64(bitPattern: time &- format.firstTime))
    bits = ticks &<< format.fieldBits | fields
  }

  @inline(__always)
  func time(_ format: RunFormat) -> Int64 {
    format.firstTime &+ Int64(bitPattern: bits &>> format.fieldBits) &* format.unit
  }

  @inline(__always)
  func fields(_ format: RunFormat) -> UInt64 { bits & (1 &<< format.fieldBits &- 1) }
}

/// A record of two words, for everything else.
struct WideRecord: RunRecord {
  private let time: Int64
  private let fields: UInt64

  @inline(__always)
  init(_ time: Int64, _ fields: UInt64, _ format: RunFormat) {
    self.time = time
    self.fields = fields
  }

  @inline(__always)
  func time(_ format: RunFormat) -> Int64 { time }

  @inline(__always)
  func fields(_ format: RunFormat) -> UInt64 { fields }
}
