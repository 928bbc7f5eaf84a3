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

  /// - Parameter ranks: for each item its place in byte order of the names.
  init(_ tallies: [VariantTally], top limit: Int, ranks: [UInt32]) {
    let tallies = tallies.map { tally in
      var tally = tally
      tally.finish()
      return tally
    }
    let parts = Workers.map(VariantTally.partCount) { part in
      VariantPart(tallies, part: part, top: limit)
    }
    for part in parts {
      distinct += part.distinct
      for (count, variants) in part.variantsByCount {
        variantsByCount[count, default: 0] += variants
        journeys += count * variants
      }
    }
    takeTop(limit, of: parts, tallies, VariantOrder(ranks: ranks))
  }

  /// Lists the first variants in order; paths are unpacked only where counts alone do not decide.
  private mutating func takeTop(
    _ limit: Int, of parts: [VariantPart], _ tallies: [VariantTally], _ order: VariantOrder
  ) {
    let least = VariantPart.leastCount(ofFirst: limit, among: variantsByCount)
    var tied: [Variant] = []
    for found in parts.lazy.flatMap({ $0.candidates }) where found.count >= least {
      let variant = Variant(
        items: tallies[found.tally].items(of: found.entry), count: found.count)
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

/// The distinct sequences whose hash begins alike.
private struct VariantPart: Sendable {
  /// A sequence met for the first time, and all journeys that have it.
  struct Found {
    let entry: VariantTally.Entry
    let tally: Int
    var count: Int
  }

  private(set) var distinct = 0
  private(set) var variantsByCount: [Int: Int] = [:]
  /// All that can be among the first.
  private(set) var candidates: [Found] = []

  init(_ tallies: [VariantTally], part: Int, top limit: Int) {
    let logged = tallies.reduce(0) { $0 + $1.parts[part].count }
    var size = 16
    while size < logged * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var variants: [Found] = []
    variants.reserveCapacity(logged)
    for (number, tally) in tallies.enumerated() {
      let sequences = tally.sequences
      for entry in tally.parts[part] {
        var place = Int(truncatingIfNeeded: entry.hash) & (size - 1)
        while true {
          let found = Int(table[place])
          if found < 0 {
            table[place] = Int32(variants.count)
            variants.append(Found(entry: entry, tally: number, count: Int(entry.count)))
            break
          }
          let known = variants[found].entry
          if known.hash == entry.hash, known.length == entry.length,
            tallies[variants[found].tally].sequences.isEqual(
              known.offset, sequences, entry.offset, count: Int(entry.length))
          {
            variants[found].count += Int(entry.count)
            break
          }
          place = (place + 1) & (size - 1)
        }
      }
    }
    distinct = variants.count
    tell(variants)
    let least = Self.leastCount(ofFirst: limit, among: variantsByCount)
    if limit > 0 { candidates = variants.filter { $0.count >= least } }
  }

  /// Most variants are rare, so their counts are counted without a look into a dictionary.
  private mutating func tell(_ variants: [Found]) {
    var rare = [Int](repeating: 0, count: 64)
    for variant in variants {
      if variant.count < rare.count {
        rare[variant.count] += 1
      } else {
        variantsByCount[variant.count, default: 0] += 1
      }
    }
    for (count, number) in rare.enumerated() where number > 0 { variantsByCount[count] = number }
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
