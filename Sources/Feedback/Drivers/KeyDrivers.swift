public import Statistics

/// Which experiences move an overall score: each one's share of what all of them explain.
public struct KeyDrivers: Hashable, Sendable {
  /// One experience and its part in the overall score.
  public struct Driver: Hashable, Sendable {
    public let questionID: Question.ID
    /// Its Shapley (LMG) share of R², with a bootstrap interval over respondents; the shares sum to R².
    public let share: Estimate
  }

  /// Largest share first, ties by the UTF-8 bytes of the id.
  public let drivers: [Driver]
  /// R² of all drivers together, 0 … 1.
  public let determination: Double
  /// People who answered the overall question and all drivers.
  public let n: Int

  /// More drivers than this are refused.
  public static let mostDrivers = 10

  /// The number of complete answers below which nothing is said.
  public static func leastAnswers(drivers: Int) -> Int { max(50, 10 * drivers) }

  /// Analyses columns of equal length, one row per respondent.
  ///
  /// - Throws: `KeyDriverRefusal` where the answers do not allow a statement.
  public init(
    overall: [Double], drivers: [(questionID: Question.ID, values: [Double])],
    resamples: Int = 1_000, seed: UInt64
  ) throws(KeyDriverRefusal) {
    precondition(
      drivers.allSatisfy { $0.values.count == overall.count }, "columns are of equal length")
    guard !drivers.isEmpty else { throw .noDrivers }
    guard drivers.count <= Self.mostDrivers else {
      throw .tooManyDrivers(count: drivers.count, most: Self.mostDrivers)
    }
    let needed = Self.leastAnswers(drivers: drivers.count)
    guard overall.count >= needed else {
      throw .tooFewAnswers(count: overall.count, needed: needed)
    }
    let columns = drivers.map(\.values) + [overall]
    guard let shares = Self.shares(columns, rows: Array(overall.indices)) else {
      let constant = drivers.first { column in
        column.values.allSatisfy { $0 == column.values[0] }
      }
      throw .noVariation(constant?.questionID)
    }
    let intervals = Bootstrap.intervals(units: overall.count, resamples: resamples, seed: seed) {
      Self.shares(columns, rows: $0)
    }
    n = overall.count
    determination = shares.reduce(0, +)
    self.drivers = drivers.indices.map { index in
      Driver(
        questionID: drivers[index].questionID,
        share: Estimate(
          value: shares[index], interval: intervals?[index], n: overall.count))
    }.sorted {
      $0.share.value == $1.share.value
        ? $0.questionID.utf8.lexicographicallyPrecedes($1.questionID.utf8)
        : $0.share.value > $1.share.value
    }
  }

  /// The shares from some rows of the columns, the last column being the outcome; nil if one does not vary there.
  private static func shares(_ columns: [[Double]], rows: [Int]) -> [Double]? {
    let chosen = columns.map { column in rows.map { column[$0] } }
    guard let matrix = CorrelationMatrix.ofColumns(chosen) else { return nil }
    return RelativeImportance.shares(
      correlations: matrix.dropLast().map { Array($0.dropLast()) },
      outcome: Array(matrix[matrix.count - 1].dropLast()))
  }
}

/// Why nothing is said about what moves a score.
public enum KeyDriverRefusal: Error, Hashable, Sendable {
  case noDrivers
  case tooManyDrivers(count: Int, most: Int)
  case tooFewAnswers(count: Int, needed: Int)
  /// Everybody gave the same answer to this question; nil stands for the overall question.
  case noVariation(Question.ID?)
}

extension SurveyResults {
  /// What moves a score of this survey, among other scored questions of it.
  ///
  /// Only people who answered the overall question and every driver take part, each with weight one.
  public func keyDrivers(
    of overall: Question.ID, among drivers: [Question.ID], resamples: Int = 1_000, seed: UInt64
  ) throws(KeyDriverRefusal) -> KeyDrivers {
    let rows = answers.compactMap { answer -> [Double]? in
      var row: [Double] = []
      for question in drivers + [overall] {
        guard case .score(let score)? = answer.values[question] else { return nil }
        row.append(Double(score))
      }
      return row
    }
    return try KeyDrivers(
      overall: rows.map { $0[drivers.count] },
      drivers: drivers.enumerated().map { index, question in
        (questionID: question, values: rows.map { $0[index] })
      }, resamples: resamples, seed: seed)
  }
}
