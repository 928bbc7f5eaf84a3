/// What is known of a set of spans: how many, their exact sum, and quantiles.
struct GapSummary: Sendable {
  var count = 0
  /// Journeys with such a span, counted once each.
  var journeys = 0
  /// Microseconds.
  var sum: Int128 = 0
  /// Microseconds, in the order of the quantiles asked for; empty if there are no spans.
  var quantiles: [Double] = []

  var meanSeconds: Double? { count == 0 ? nil : Double(sum) / Double(count) / 1e6 }
  var sumSeconds: Double { Double(sum) / 1e6 }

  func seconds(_ index: Int) -> Double? {
    quantiles.isEmpty ? nil : quantiles[index] / 1e6
  }
}
