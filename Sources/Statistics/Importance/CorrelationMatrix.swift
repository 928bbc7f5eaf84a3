/// Pearson correlations between columns of equal length.
public enum CorrelationMatrix {
  /// All pairwise correlations; nil if there are fewer than two rows or a column does not vary.
  ///
  /// - Complexity: O(rows × columns²).
  public static func ofColumns(_ columns: [[Double]]) -> [[Double]]? {
    guard let rows = columns.first?.count, rows > 1 else { return nil }
    precondition(columns.allSatisfy { $0.count == rows }, "columns are of equal length")
    var scaled: [[Double]] = []
    for column in columns {
      let mean = column.reduce(0, +) / Double(rows)
      let centred = column.map { $0 - mean }
      let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let size = column.reduce(0) { max($0, $1.magnitude) }
      guard length > size * 1e-12 else { return nil }
      scaled.append(centred.map { $0 / length })
    }
    var result = scaled.map { _ in [Double](repeating: 1, count: scaled.count) }
    for first in scaled.indices {
      for second in 0..<first {
        var product = 0.0
        for row in 0..<rows { product += scaled[first][row] * scaled[second][row] }
        let correlation = min(max(product, -1), 1)
        result[first][second] = correlation
        result[second][first] = correlation
      }
    }
    return result
  }
}
