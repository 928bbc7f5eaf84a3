/// What the cells of an answer column are.
public enum AnswerKind: String, Sendable, Hashable, Codable, CaseIterable {
  case nps, csat, ces, rating, text

  /// The scale where none is given; nil for text.
  public var usualScale: ClosedRange<Int>? {
    switch self {
    case .nps: 0...10
    case .csat, .rating: 1...5
    case .ces: 1...7
    case .text: nil
    }
  }
}

/// How an answer file is to be read, as far as a person has said so.
public struct AnswerFileOptions: Sendable, Hashable {
  /// The column of scores (or of texts, by `kind`); nil detects it.
  public var score: String?
  /// What that column holds; nil is told by its name, and is a rating if that says nothing.
  public var kind: AnswerKind?
  /// The lowest and highest score; nil is the usual one of the kind.
  public var scale: ClosedRange<Int>?
  public var time: String?
  public var customer: String?
  public var id: String?
  public var zone: String
  public var dateOrder: DateOrder?

  public init(
    score: String? = nil, kind: AnswerKind? = nil, scale: ClosedRange<Int>? = nil,
    time: String? = nil, customer: String? = nil, id: String? = nil, zone: String = "UTC",
    dateOrder: DateOrder? = nil
  ) {
    self.score = score
    self.kind = kind
    self.scale = scale
    self.time = time
    self.customer = customer
    self.id = id
    self.zone = zone
    self.dateOrder = dateOrder
  }

  /// Reads a scale such as `1-5`; nil unless two whole numbers from 0 to 100, the second larger.
  public static func scale(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low >= 0, high <= 100,
      low < high
    else { return nil }
    return low...high
  }
}
