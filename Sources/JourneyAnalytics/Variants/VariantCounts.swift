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
      VariantPart(tallies, part: part, top: limit, ranks: ranks)
    }
    for part in parts {
      distinct += part.distinct
      for (count, variants) in part.variantsByCount {
        variantsByCount[count, default: 0] += variants
        journeys += count * variants
      }
    }
    let order = VariantOrder(ranks: ranks)
    top = Array(parts.flatMap { $0.top }.sorted(by: order.precedes).prefix(limit))
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
  var distinct = 0
  var variantsByCount: [Int: Int] = [:]
  var top: [VariantCounts.Variant] = []

  init(_ tallies: [VariantTally], part: Int, top limit: Int, ranks: [UInt32]) {
    let arenas = tallies.map { $0.arena }
    let logged = tallies.reduce(0) { $0 + $1.parts[part].count }
    var size = 16
    while size < logged * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var variants: [Found] = []
    for tally in tallies.indices {
      for entry in tallies[tally].parts[part] {
        var place = Int(truncatingIfNeeded: entry.hash) & (size - 1)
        while true {
          let found = Int(table[place])
          if found < 0 {
            table[place] = Int32(variants.count)
            variants.append(Found(entry: entry, tally: tally, count: Int(entry.count)))
            break
          }
          if variants[found].entry.hash == entry.hash,
            Self.isEqual(arenas, variants[found], entry, tally)
          {
            variants[found].count += Int(entry.count)
            break
          }
          place = (place + 1) & (size - 1)
        }
      }
    }
    distinct = variants.count
    for variant in variants { variantsByCount[variant.count, default: 0] += 1 }
    takeTop(limit, ranks: ranks, counts: variants.map { $0.count }) { index in
      tallies[variants[index].tally].items(of: variants[index].entry)
    }
  }

  /// A sequence met for the first time, and all journeys that have it.
  private struct Found {
    let entry: VariantTally.Entry
    let tally: Int
    var count: Int
  }

  /// Whether two logged sequences are the same.
  private static func isEqual(
    _ arenas: [[UInt8]], _ found: Found, _ entry: VariantTally.Entry, _ tally: Int
  ) -> Bool {
    found.entry.length == entry.length
      && areEqual(
        arenas[found.tally], found.entry.offset, arenas[tally], entry.offset,
        count: Int(entry.length))
  }

  private static func areEqual(
    _ arena: [UInt8], _ offset: Int, _ other: [UInt8], _ otherOffset: Int, count: Int
  ) -> Bool {
    unsafe arena.span.bytes.isEqual(
      at: offset, to: other.span.bytes, at: otherOffset, count: count)
  }

  /// Keeps the first variants in order; paths are unpacked only where counts alone do not decide.
  private mutating func takeTop(
    _ limit: Int, ranks: [UInt32], counts: [Int], items: (Int) -> [Int]
  ) {
    guard limit > 0 else { return }
    let order = VariantOrder(ranks: ranks)
    var smallest = 0
    var seen = 0
    for count in variantsByCount.keys.sorted(by: >) {
      seen += variantsByCount[count] ?? 0
      smallest = count
      if seen >= limit { break }
    }
    var tied: [VariantCounts.Variant] = []
    for index in counts.indices where counts[index] >= smallest {
      let variant = VariantCounts.Variant(items: items(index), count: counts[index])
      if variant.count > smallest {
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
}
