/// All distinct sequences of all workers, counted.
struct VariantCounts: Sendable {
  struct Variant: Sendable {
    let items: [Int]
    let count: Int
  }

  private(set) var distinct = 0
  private(set) var journeys = 0
  /// How many variants have each count, by count.
  private(set) var variantsByCount: [Int: Int] = [:]
  /// Largest first, then by names of items.
  private(set) var top: [Variant] = []

  /// Uses up the tallies.
  ///
  /// - Parameter ranks: for each item its place in byte order of the names.
  init(_ tallies: [VariantTally], top limit: Int, ranks: [UInt32]) {
    guard let width = tallies.first?.width else { return }
    let logs = tallies.map { $0.log }
    for log in logs { log.finish() }
    let groups = Workers.map(Self.groupCount) { group in
      VariantGroup(logs, group: group, of: Self.groupCount, top: limit)
    }
    for group in groups {
      distinct += group.distinct
      for (count, variants) in group.variantsByCount {
        variantsByCount[count, default: 0] += variants
        journeys += count * variants
      }
    }
    takeTop(limit, of: groups, width, VariantOrder(ranks: ranks))
  }

  /// Parts are counted in so many groups, each with a table and counts of its own.
  private static let groupCount = 16

  /// Lists the first variants in order; paths are unpacked only where counts alone do not decide.
  private mutating func takeTop(
    _ limit: Int, of groups: [VariantGroup], _ width: Int, _ order: VariantOrder
  ) {
    let least = VariantGroup.leastCount(ofFirst: limit, among: variantsByCount)
    var tied: [Variant] = []
    for found in groups.lazy.flatMap({ $0.candidates }) where found.count >= least {
      let variant = Variant(
        items: UnsafeVariantLog.items(of: found, width: width), count: Int(found.count))
      if variant.count > least {
        top.append(variant)
      } else {
        tied.append(variant)
        if tied.count >= 2 * limit + 1_024 {
          tied.sort(by: order.precedes)
          tied.removeLast(tied.count - limit)
        }
      }
    }
    top.append(contentsOf: tied)
    top.sort(by: order.precedes)
    top = Array(top.prefix(limit))
  }

  /// The fewest variants, largest first, that cover at least 80 % of journeys.
  var coverage80: Int {
    var covered = 0
    var variants = 0
    for count in variantsByCount.keys.sorted(by: >) {
      let number = variantsByCount[count] ?? 0
      let missing = journeys * 4 - covered * 5  // fifths still to cover
      if missing <= 0 { break }
      let needed = min(number, (missing + 5 * count - 1) / (5 * count))
      covered += needed * count
      variants += needed
      if needed < number { break }
    }
    return variants
  }
}

/// Count descending, then element by element in byte order of the names.
struct VariantOrder: Sendable {
  let ranks: [UInt32]

  func precedes(_ left: VariantCounts.Variant, _ right: VariantCounts.Variant) -> Bool {
    left.count != right.count ? left.count > right.count : precedes(left.items, right.items)
  }

  func precedes(_ left: [Int], _ right: [Int]) -> Bool {
    left.lexicographicallyPrecedes(right) { ranks[$0] < ranks[$1] }
  }
}

/// The distinct sequences of some parts.
private struct VariantGroup: Sendable {
  private(set) var distinct = 0
  private(set) var variantsByCount: [Int: Int] = [:]
  /// All that can be among the first.
  private(set) var candidates: [UnsafeVariantLog.Entry] = []

  init(_ logs: [UnsafeVariantLog], group: Int, of groupCount: Int, top limit: Int) {
    let table = UnsafeVariantTable()
    // Most variants are rare, so their counts are counted without a look into a dictionary.
    var rare = [Int](repeating: 0, count: 64)
    // The fewest journeys with which a variant can still be among the first, as far as is known.
    var least: UInt32 = 1
    for part in stride(from: group, to: UnsafeVariantLog.partCount, by: groupCount) {
      table.merge(logs, part: part) { entry in
        distinct += 1
        if entry.count < rare.count {
          rare[Int(entry.count)] += 1
        } else {
          variantsByCount[Int(entry.count), default: 0] += 1
        }
        if limit > 0, entry.count >= least { candidates.append(entry) }
      }
      if candidates.count >= 2 * limit + 1_024 {
        least = UInt32(Self.leastCount(ofFirst: limit, among: Self.told(rare, variantsByCount)))
        candidates.removeAll { $0.count < least }
      }
    }
    variantsByCount = Self.told(rare, variantsByCount)
    least = UInt32(Self.leastCount(ofFirst: limit, among: variantsByCount))
    candidates.removeAll { $0.count < least }
  }

  private static func told(_ rare: [Int], _ variantsByCount: [Int: Int]) -> [Int: Int] {
    var all = variantsByCount
    for (count, number) in rare.enumerated() where number > 0 { all[count] = number }
    return all
  }

  /// The count that the last of the `limit` most frequent variants has.
  static func leastCount(ofFirst limit: Int, among variantsByCount: [Int: Int]) -> Int {
    var least = 0
    var seen = 0
    for count in variantsByCount.keys.sorted(by: >) {
      seen += variantsByCount[count] ?? 0
      least = count
      if seen >= limit { break }
    }
    return least
  }
}
