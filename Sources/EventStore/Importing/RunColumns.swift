/// One dictionary of a run: the lanes' codes in one byte order.
struct RunDictionary: Sendable {
  private let ranking: MergedRanking
  /// By lane: the run's code of each of the lane's codes. Optional columns keep 0 for "absent" in both.
  let codes: [UnsafeColumn<UInt32>]

  init(
    _ interners: [Interner], optional: Bool, threads: Int, used: [UnsafeColumn<Bool>]?
  ) {
    let shift = optional ? 1 : 0
    ranking = MergedRanking(interners, threads: threads) { lane, code in
      used.map { $0[lane][code + shift] } ?? true
    }
    guard optional else {
      codes = ranking.ranks
      return
    }
    codes = ranking.ranks.enumerated().map { lane, ranks in
      let shifted = UnsafeColumn<UInt32>(count: interners[lane].count + 1)
      for code in 0..<interners[lane].count { shifted[code + 1] = ranks[code] &+ 1 }
      return shifted
    }
  }

  var count: Int { ranking.count }

  /// Codes of a part of the table that one thread makes: whole stretches of front coding.
  private static let partCount = 8_192 * StringTable.stretch

  /// How many parts the table has; at least one.
  var tableParts: Int { max(1, (count + Self.partCount - 1) / Self.partCount) }

  /// A part of the front-coded texts, in order of the codes.
  func tablePart(_ part: Int) -> StringTableBuilder {
    let range = part * Self.partCount..<min((part + 1) * Self.partCount, count)
    // Front coding takes little more than half of the bytes; the column grows where that is wrong.
    var builder = StringTableBuilder(textBytes: range.count * 12)
    ranking.forEachText(range) { builder.append($0) }
    return builder
  }

  /// Number if there are texts and every one is a plain decimal.
  var kind: AttributeKind {
    for rank in 0..<count where !DecimalText.isPlain(ranking.text(rank)) { return .text }
    return count == 0 ? .text : .number
  }
}

/// What counts as a plain decimal number: an optional minus, digits, and maybe a point and more digits.
enum DecimalText {
  static func isPlain(_ text: UnsafeBytes) -> Bool {
    var index = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    func skipDigits() -> Bool {
      let start = index
      while index < text.count && text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
      return index > start
    }
    guard skipDigits() else { return false }
    if index == text.count { return true }
    guard text[index] == UInt8(ascii: ".") else { return false }
    index += 1
    return skipDigits() && index == text.count
  }
}

/// The batches of a run, and the lanes whose codes they hold.
struct RunBatches: Sendable {
  let batches: [StagedBatch]
  let lanes: [ImportLane]
  /// By batch.
  let laneNumbers: [Int]
  /// Number of each batch's first row in the run, and the number of rows at the end.
  let starts: [Int]
  let duplicates: DuplicateRows
  /// Whether lanes may know texts that no row of the run has.
  let hasUnusedTexts: Bool

  init(_ batches: [StagedBatch], _ duplicates: DuplicateRows) {
    self.batches = batches
    self.duplicates = duplicates
    var lanes: [ImportLane] = []
    var numbers: [Int] = []
    var starts = [0]
    for batch in batches {
      if let known = lanes.firstIndex(where: { $0 === batch.lane }) {
        numbers.append(known)
      } else {
        numbers.append(lanes.count)
        lanes.append(batch.lane)
      }
      starts.append(starts[starts.count - 1] + batch.rowCount)
    }
    self.lanes = lanes
    laneNumbers = numbers
    self.starts = starts
    hasUnusedTexts =
      duplicates.count > 0 || lanes.reduce(0) { $0 + $1.rowCount } != starts[starts.count - 1]
  }

  var rows: Int { starts[starts.count - 1] }

  /// Contiguous batches for each thread, of about equal rows.
  func groups(_ count: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var first = 0
    for group in 0..<count {
      let end = rows * (group + 1) / count
      var next = first
      while next < batches.count && (starts[next + 1] <= end || group == count - 1) { next += 1 }
      groups.append(first..<next)
      first = next
    }
    return groups
  }

  func dictionary(
    _ interner: (ImportLane) -> Interner, optional: Bool, threads: Int,
    _ column: (StagedBatch) -> CodeColumn?
  ) -> RunDictionary {
    let interners = lanes.map(interner)
    var used: [UnsafeColumn<Bool>]?
    if hasUnusedTexts {
      let marks = interners.map { UnsafeColumn<Bool>(count: $0.count + 1) }
      for (index, batch) in batches.enumerated() {
        guard let codes = column(batch) else { continue }
        let dropped = duplicates[index]
        let lane = marks[laneNumbers[index]]
        for row in 0..<batch.rowCount where !(dropped?[row] ?? false) {
          lane[Int(codes[row])] = true
        }
      }
      used = marks
    }
    return RunDictionary(interners, optional: optional, threads: threads, used: used)
  }

  /// A whole column of the run in the run's codes, in arrival order.
  func flat(
    _ dictionary: RunDictionary, _ column: (StagedBatch) -> CodeColumn?
  ) -> UnsafeColumn<UInt32> {
    let whole = UnsafeColumn<UInt32>(count: max(rows, 1))
    for (index, batch) in batches.enumerated() {
      guard let codes = column(batch) else { continue }
      let map = dictionary.codes[laneNumbers[index]]
      for row in 0..<batch.rowCount { whole[starts[index] + row] = map[Int(codes[row])] }
    }
    return whole
  }
}
