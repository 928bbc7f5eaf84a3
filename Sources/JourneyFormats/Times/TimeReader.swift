/// Reads the cells of one column as times: UTC in whole microseconds since 1970.
///
/// Understood are ISO 8601 (with `T` or space, fractions, `Z` or an offset; the basic form too), dates alone, `dd.mm.yyyy`,
/// `yyyy/mm/dd`, and, where the order is known, dates of other orders, all with an optional time of day (24 h, or 12 h with
/// am or pm); whole numbers since 1970. Digits below a microsecond are dropped. A time without offset is in `zone`.
public struct TimeReader: Sendable, Hashable {
  public var zone: ZoneOffsets
  /// The order of `a/b/yyyy` and `a-b-yyyy`; nil leaves such dates unread.
  public var dateOrder: DateOrder?
  /// What whole numbers count; nil judges each number by its size.
  public var epochUnit: EpochUnit?

  public init(
    zone: ZoneOffsets = .utc, dateOrder: DateOrder? = nil, epochUnit: EpochUnit? = nil
  ) {
    self.zone = zone
    self.dateOrder = dateOrder
    self.epochUnit = epochUnit
  }

  /// What `microseconds` answers for a cell that is not a time.
  static let none = Int64.min

  /// The time that a text names, or why it names none.
  public func time(_ text: String) -> Result<Int64, TimeFailure> {
    let bytes = Array(text.utf8)
    var hint = 0
    let view = unsafe bytes.span.bytes
    let time = microseconds(view, from: 0, to: bytes.count, hint: &hint)
    if time != Self.none { return .success(time) }
    return .failure(TimeFailure(problem: problem(view, from: 0, to: bytes.count)))
  }

  /// The time in `bytes[start ..< end]`, `TimeReader.none` if it cannot be read.
  ///
  /// The usual form, `yyyy-mm-dd hh:mm:ss` with any ending, is checked and read three words at a time.
  @inline(__always)
  func microseconds(_ bytes: RawSpan, from start: Int, to end: Int, hint: inout Int) -> Int64 {
    guard end &- start >= 19, let local = Self.usualForm(bytes, start) else {
      return unusual(bytes, from: start, to: end, &hint)
    }
    if end &- start == 19 { return zone.utc(local: local, hint: &hint) }
    if end &- start == 20, ByteWords.byte(bytes, start &+ 19) == UInt8(ascii: "Z") { return local }
    return unusual(bytes, from: start, to: end, &hint)
  }

  /// Local microseconds of `yyyy-mm-dd?hh:mm:ss` at `start`, nil if the bytes are anything else.
  @inline(__always)
  private static func usualForm(_ bytes: RawSpan, _ start: Int) -> Int64? {
    // "yyyy-mm-", "dd", "T", "hh:mm:ss": the xor turns digits into 0…9 and the punctuation into 0; the sum
    // carries into bit 7 of every byte that is larger.
    let date = ByteWords.load(bytes, start) ^ 0x2D30_302D_3030_3030
    let clock = ByteWords.load(bytes, start &+ 11) ^ 0x3030_3A30_303A_3030
    let wrong =
      (date | (date &+ 0x7F76_767F_7676_7676)) | (clock | (clock &+ 0x7676_7F76_767F_7676))
    let dayTens = ByteWords.byte(bytes, start &+ 8) &- 48
    let dayOnes = ByteWords.byte(bytes, start &+ 9) &- 48
    let between = ByteWords.byte(bytes, start &+ 10)
    guard wrong & ByteWords.highs == 0, dayTens <= 3, dayOnes <= 9,
      between == UInt8(ascii: "T") || between == UInt8(ascii: " ")
    else { return nil }
    @inline(__always) func digits(_ word: UInt64, _ place: UInt64) -> Int {
      let pair = word &>> (place &* 8)
      return Int(truncatingIfNeeded: (pair & 0xFF) &* 10 &+ (pair &>> 8 & 0xFF))
    }
    let year = digits(date, 0) &* 100 &+ digits(date, 2)
    guard
      let days = CivilDate.days(
        year: year, month: digits(date, 5), day: Int(dayTens) &* 10 &+ Int(dayOnes)),
      let time = CivilDate.timeOfDay(
        hour: digits(clock, 0), minute: digits(clock, 3), second: digits(clock, 6))
    else { return nil }
    return Int64(days) &* CivilDate.microsecondsPerDay &+ time
  }

  @inline(never)
  private func unusual(
    _ bytes: RawSpan, from start: Int, to end: Int, _ hint: inout Int
  ) -> Int64 {
    var cell = TimeCell(bytes, from: start, to: end)
    switch cell.read(bytes, self, hint: &hint) {
    case .success(let time): return time
    case .failure: return Self.none
    }
  }

  /// Why a cell is not a time.
  func problem(_ bytes: RawSpan, from start: Int, to end: Int) -> TimeProblem {
    var cell = TimeCell(bytes, from: start, to: end)
    var hint = 0
    switch cell.read(bytes, self, hint: &hint) {
    case .success: return .notATime
    case .failure(let failure): return failure.problem
    }
  }
}

public struct TimeFailure: Error, Hashable, Sendable {
  public var problem: TimeProblem
}
