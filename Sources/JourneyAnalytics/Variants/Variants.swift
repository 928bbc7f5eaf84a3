/// Which variants to list.
public struct VariantQuery: Sendable, Hashable {
  public var by: Level
  /// How many of the most frequent variants to list.
  public var top: Int

  public init(by: Level = .activity, top: Int = 20) {
    self.by = by
    self.top = top
  }
}

/// Journeys by their exact sequence of activities, touchpoints or stages.
public struct Variants: Sendable, Hashable, Encodable {
  public struct Variant: Sendable, Hashable, Encodable {
    public var path: [String]
    /// Journeys with exactly this path.
    public var count: Int
    /// `count` ÷ all journeys.
    public var share: Double
  }

  public var by: Level
  /// Journeys with at least one event at this level.
  public var journeys: Int
  /// How many different variants there are, exactly.
  public var distinct: Int
  /// Variants that only one journey has.
  public var seenOnce: Int
  /// The fewest variants, largest first, that cover at least 80 % of journeys.
  public var coverage80: Int
  /// The most frequent variants; equal counts in byte order of the path.
  public var top: [Variant]
  /// Journeys whose variant is not in `top`.
  public var journeysOfOthers: Int
}

extension Variants {
  init(_ counts: VariantCounts, names: [String], by level: Level, top limit: Int) {
    by = level
    journeys = counts.journeys
    distinct = counts.distinct
    seenOnce = counts.variantsByCount[1] ?? 0
    coverage80 = counts.coverage80
    top = counts.top.prefix(limit).map { variant in
      Variant(
        path: variant.items.map { names[$0] }, count: variant.count,
        share: Double(variant.count) / Double(counts.journeys))
    }
    journeysOfOthers = counts.journeys - top.reduce(0) { $0 + $1.count }
  }
}
