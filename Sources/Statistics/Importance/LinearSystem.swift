/// Small dense linear algebra, in plain rows.
public enum LinearSystem {
  /// The solution of `matrix` · x = `right`; nil if the matrix is singular to working precision.
  ///
  /// Gaussian elimination with partial pivoting.
  /// - Complexity: O(*n*³).
  public static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    let count = right.count
    precondition(
      matrix.count == count && matrix.allSatisfy { $0.count == count },
      "a linear system has as many equations as unknowns")
    var rows = matrix
    var result = right
    let largest = matrix.joined().reduce(0) { max($0, $1.magnitude) }
    for column in 0..<count {
      var pivot = column
      for row in column..<count where rows[row][column].magnitude > rows[pivot][column].magnitude {
        pivot = row
      }
      guard rows[pivot][column].magnitude > largest * 1e-13 else { return nil }
      rows.swapAt(column, pivot)
      result.swapAt(column, pivot)
      for row in column + 1..<max(count, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for index in column..<count { rows[row][index] -= factor * rows[column][index] }
        result[row] -= factor * result[column]
      }
    }
    for row in (0..<count).reversed() {
      for index in row + 1..<max(count, row + 1) { result[row] -= rows[row][index] * result[index] }
      result[row] /= rows[row][row]
    }
    return result
  }
}
