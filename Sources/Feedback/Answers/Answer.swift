/// What one person said in one survey.
public struct Answer: Hashable, Sendable, Codable {
  public var surveyID: Survey.ID
  /// The answers given, by question; a skipped question is absent.
  public var values: [Question.ID: AnswerValue]
  /// Whole microseconds since 1970, UTC.
  public var time: Int64?
  public var customer: String?
  /// The id the answer had where it came from.
  public var id: String?
  public var channel: FeedbackChannel?
  /// The touchpoint the answer is about, where it is known better than from the survey's binding.
  public var touchpointID: String?
  public var weight: Weight

  public init(
    surveyID: Survey.ID, values: [Question.ID: AnswerValue], time: Int64? = nil,
    customer: String? = nil, id: String? = nil, channel: FeedbackChannel? = nil,
    touchpointID: String? = nil, weight: Weight = .one
  ) {
    self.surveyID = surveyID
    self.values = values
    self.time = time
    self.customer = customer
    self.id = id
    self.channel = channel
    self.touchpointID = touchpointID
    self.weight = weight
  }
}

/// The answer to one question.
public enum AnswerValue: Hashable, Sendable, Codable {
  case score(Int)
  case choice(String)
  case choices([String])
  case text(String)
}

/// How many people an answer stands for, as an exact number of ten-thousandths.
public struct Weight: Hashable, Sendable, Comparable {
  public let tenThousandths: Int

  /// Nil unless more than 0 and at most 10,000 in all.
  public init?(tenThousandths: Int) {
    guard tenThousandths > 0, tenThousandths <= 100_000_000 else { return nil }
    self.tenThousandths = tenThousandths
  }

  /// Rounded to the nearest ten-thousandth; nil unless that is more than 0 and at most 10,000.
  public init?(_ value: Double) {
    let scaled = (value * 10_000).rounded()
    guard scaled >= 1, scaled <= 100_000_000 else { return nil }
    self.init(tenThousandths: Int(scaled))
  }

  private init(whole: Int) {
    tenThousandths = whole * 10_000
  }

  public static let one = Weight(whole: 1)
  public var value: Double { Double(tenThousandths) / 10_000 }

  public static func < (a: Weight, b: Weight) -> Bool { a.tenThousandths < b.tenThousandths }
}

/// A plain number in JSON.
extension Weight: Codable {
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(Double.self)
    guard let weight = Weight(value) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(value) is no weight"))
    }
    self = weight
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
