/// The measures of experience that answers can give.
public enum ScoreKind: String, Hashable, Sendable, Codable, CaseIterable {
  case nps, csat, ces, rating

  /// The scale of questions that name none.
  public var usualScale: ScoreScale {
    switch self {
    case .nps: .zeroToTen
    case .csat, .rating: .oneToFive
    case .ces: .oneToSeven
    }
  }

  /// Whether the measure is defined on a scale: NPS on 0–10, CES on 1–7, CSAT on 1–5 and 1–10, rating on any.
  public func allows(_ scale: ScoreScale) -> Bool {
    switch self {
    case .nps: scale == .zeroToTen
    case .csat: scale == .oneToFive || scale == .oneToTen
    case .ces: scale == .oneToSeven
    case .rating: true
    }
  }
}

/// The lowest and highest whole score that can be given.
public struct ScoreScale: Hashable, Sendable, Codable {
  public let min: Int
  public let max: Int

  /// Nil unless there are 2 … 1001 scores between −1000 and 1000.
  public init?(min: Int, max: Int) {
    guard min >= -1_000, max <= 1_000, min < max, max - min <= 1_000 else { return nil }
    self.min = min
    self.max = max
  }

  private init(_ min: Int, _ max: Int) {
    self.min = min
    self.max = max
  }

  public static let zeroToTen = ScoreScale(0, 10)
  public static let oneToFive = ScoreScale(1, 5)
  public static let oneToSeven = ScoreScale(1, 7)
  public static let oneToTen = ScoreScale(1, 10)

  public var values: ClosedRange<Int> { min...max }
  public func contains(_ score: Int) -> Bool { values.contains(score) }

  private enum CodingKeys: String, CodingKey { case min, max }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let min = try container.decode(Int.self, forKey: .min)
    let max = try container.decode(Int.self, forKey: .max)
    guard let scale = ScoreScale(min: min, max: max) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(min)…\(max) is no scale"))
    }
    self = scale
  }
}

/// A measure on a scale that it is defined on.
public struct ScoreRule: Hashable, Sendable, Codable {
  public let kind: ScoreKind
  public let scale: ScoreScale

  /// Nil where the measure is not defined on the scale.
  public init?(kind: ScoreKind, scale: ScoreScale) {
    guard kind.allows(scale) else { return nil }
    self.kind = kind
    self.scale = scale
  }

  /// The measures this rule gives, the one to show first in front.
  public var measures: [ScoreMeasure] {
    switch kind {
    case .nps: [.netPromoter]
    case .csat: scale == .oneToTen ? [.mean, .topShare] : [.topShare, .mean]
    case .ces: [.mean, .topShare]
    case .rating: topScores == nil ? [.mean] : [.mean, .topShare]
    }
  }

  /// The scores that count as satisfied (CSAT 4–5 or 8–10) or easy (CES 5–7); nil where no such share is defined.
  public var topScores: ClosedRange<Int>? {
    switch (kind, scale) {
    case (.nps, _): nil
    case (.ces, _): 5...7
    case (_, .oneToFive): 4...5
    case (_, .oneToTen): 8...10
    default: nil
    }
  }

  private enum CodingKeys: String, CodingKey { case kind, scale }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(ScoreKind.self, forKey: .kind)
    let scale = try container.decode(ScoreScale.self, forKey: .scale)
    guard let rule = ScoreRule(kind: kind, scale: scale) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "\(kind) is not defined on \(scale.min)…\(scale.max)"))
    }
    self = rule
  }
}

/// A number that a sample of scores gives, and its unit.
public enum ScoreMeasure: String, Hashable, Sendable, Codable, CaseIterable {
  /// Net Promoter Score in points, −100 … 100.
  case netPromoter
  /// The share (0 … 1) of the highest scores: top 2 of 1–5, top 3 of 1–10, 5–7 of CES.
  case topShare
  /// The mean score, on the question's scale.
  case mean
}
