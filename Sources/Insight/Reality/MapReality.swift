public import Diagnostics
public import JourneyModel

/// A map held against what really happened and what customers said: every live number beside every planned thing.
///
/// Meaning and denominators are those of the definitions page; shares are 0…1, times seconds.
public struct MapReality: Sendable, Hashable {
  /// Where the events come from, in words ("ecom.csv.gz · 31,106 events · 2024-01-04 … 2024-06-29"); nil = no log.
  public var logLabel: String?
  /// True where answers or events are synthetic: said wherever their numbers stand.
  public var hasSyntheticData: Bool
  public var events: Int
  public var customers: Int
  /// Customers with at least one bound event: the denominator of reach.
  public var boundCustomers: Int
  public var boundEvents: Int
  public var stages: [StageReality]
  public var touchpoints: [TouchpointReality]
  /// Moves between stages that really happened, largest first.
  public var moves: [StageMove]
  /// "In order": how many customers passed stages 1…k in this order; same order as the stages.
  public var funnelInOrder: [Int]
  /// Raw activities seen in the data and bound to nothing on this map, largest first.
  public var unbound: [UnboundActivity]
  /// Touchpoints on the map that no event reached although they are bound, or that nothing is bound to.
  public var neverSeen: [NeverSeenTouchpoint]
  /// Mean fitness and share of perfect journeys over stage visits against the stages in order; nil without events.
  public var conformance: ConformanceReading?
  public var cards: [Card.ID: CardStanding]
  /// Cards with any evidence ÷ cards that can carry it.
  public var evidencedShare: Double?
  /// Score of the whole journey (a relationship survey), never mixed with those of places.
  public var relationshipScores: [ScoreReading]

  public init(
    logLabel: String? = nil, hasSyntheticData: Bool = false, events: Int = 0, customers: Int = 0,
    boundCustomers: Int = 0, boundEvents: Int = 0, stages: [StageReality] = [],
    touchpoints: [TouchpointReality] = [], moves: [StageMove] = [], funnelInOrder: [Int] = [],
    unbound: [UnboundActivity] = [], neverSeen: [NeverSeenTouchpoint] = [],
    conformance: ConformanceReading? = nil, cards: [Card.ID: CardStanding] = [:],
    evidencedShare: Double? = nil, relationshipScores: [ScoreReading] = []
  ) {
    self.logLabel = logLabel
    self.hasSyntheticData = hasSyntheticData
    self.events = events
    self.customers = customers
    self.boundCustomers = boundCustomers
    self.boundEvents = boundEvents
    self.stages = stages
    self.touchpoints = touchpoints
    self.moves = moves
    self.funnelInOrder = funnelInOrder
    self.unbound = unbound
    self.neverSeen = neverSeen
    self.conformance = conformance
    self.cards = cards
    self.evidencedShare = evidencedShare
    self.relationshipScores = relationshipScores
  }
}

/// Median and p90 of closed visits, and what lies beyond the planned frame.
public struct TimeReading: Sendable, Hashable {
  public var visits: Int
  public var open: Int
  public var medianSeconds: Double?
  public var p90Seconds: Double?
  /// The 95 % interval of the median; nil without a median.
  public var medianLowSeconds: Double?
  public var medianHighSeconds: Double?
  /// Share of customers with a visit longer than the frame's maximum, and the total time beyond it; nil without a frame.
  public var beyondFrameShare: Double?
  public var wastedSeconds: Double?
  public init(
    visits: Int = 0, open: Int = 0, medianSeconds: Double? = nil, p90Seconds: Double? = nil,
    medianLowSeconds: Double? = nil, medianHighSeconds: Double? = nil,
    beyondFrameShare: Double? = nil, wastedSeconds: Double? = nil
  ) {
    self.visits = visits
    self.open = open
    self.medianSeconds = medianSeconds
    self.p90Seconds = p90Seconds
    self.medianLowSeconds = medianLowSeconds
    self.medianHighSeconds = medianHighSeconds
    self.beyondFrameShare = beyondFrameShare
    self.wastedSeconds = wastedSeconds
  }
}

public struct StageReality: Sendable, Hashable {
  public var stage: Stage.ID
  public var events: Int
  public var customers: Int
  /// customers ÷ boundCustomers; nil when there are none.
  public var reach: Double?
  /// Of those customers, the share with no later event in any later stage; nil for the last stage.
  public var loss: Double?
  public var lostCustomers: Int?
  public var time: TimeReading
  public var scores: [ScoreReading]
  /// The measured emotion, −3…+3, from satisfaction here; nil = not measured (a gap, not 0).
  public var measuredEmotion: Double?
  public init(
    stage: Stage.ID, events: Int = 0, customers: Int = 0, reach: Double? = nil,
    loss: Double? = nil, lostCustomers: Int? = nil, time: TimeReading = TimeReading(),
    scores: [ScoreReading] = [], measuredEmotion: Double? = nil
  ) {
    self.stage = stage
    self.events = events
    self.customers = customers
    self.reach = reach
    self.loss = loss
    self.lostCustomers = lostCustomers
    self.time = time
    self.scores = scores
    self.measuredEmotion = measuredEmotion
  }
}

public struct TouchpointReality: Sendable, Hashable {
  public var touchpoint: Touchpoint.ID
  /// Stages of the map in which its cards stand.
  public var stages: [Stage.ID]
  /// Raw activities bound to it.
  public var activities: [String]
  public var events: Int
  public var customers: Int
  public var reach: Double?
  public var time: TimeReading
  public var scores: [ScoreReading]
  /// Its score is clearly worse than that of the other touchpoints (significant after Holm).
  public var isClearlyWorse: Bool
  public init(
    touchpoint: Touchpoint.ID, stages: [Stage.ID] = [], activities: [String] = [], events: Int = 0,
    customers: Int = 0, reach: Double? = nil, time: TimeReading = TimeReading(),
    scores: [ScoreReading] = [], isClearlyWorse: Bool = false
  ) {
    self.touchpoint = touchpoint
    self.stages = stages
    self.activities = activities
    self.events = events
    self.customers = customers
    self.reach = reach
    self.time = time
    self.scores = scores
    self.isClearlyWorse = isClearlyWorse
  }
}

/// A number from a survey, with its sample and interval.
public struct ScoreReading: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable { case nps, csat, ces, rating }
  public var survey: String
  public var surveyName: String
  public var question: String
  public var questionText: String
  public var kind: Kind
  public var n: Int
  /// In its own unit: NPS −100…100, CSAT share 0…1, CES and rating as means on their scale. A CSAT question on 1–10 is
  /// shown by its mean first and so comes as a rating, its top-3 share beside it.
  public var value: Double
  public var low: Double
  public var high: Double
  /// The mean on its scale, and the scale's ends.
  public var mean: Double?
  public var scaleMinimum: Double
  public var scaleMaximum: Double
  /// 5 ≤ n < 30.
  public var isLowBase: Bool
  public var isSynthetic: Bool
  /// The share shown beside a mean (top 3 of 1–10, 5–7 of CES), 0…1; nil where there is none.
  public var topShare: Double?
  public init(
    survey: String, surveyName: String, question: String, questionText: String, kind: Kind, n: Int,
    value: Double, low: Double, high: Double, mean: Double? = nil, scaleMinimum: Double,
    scaleMaximum: Double, isLowBase: Bool = false, isSynthetic: Bool = false,
    topShare: Double? = nil
  ) {
    self.survey = survey
    self.surveyName = surveyName
    self.question = question
    self.questionText = questionText
    self.kind = kind
    self.n = n
    self.value = value
    self.low = low
    self.high = high
    self.mean = mean
    self.scaleMinimum = scaleMinimum
    self.scaleMaximum = scaleMaximum
    self.isLowBase = isLowBase
    self.isSynthetic = isSynthetic
    self.topShare = topShare
  }
}

/// A kind of move between two stages: how often, and its share of the moves leaving `from` (loops excluded).
public struct StageMove: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case advance, skip
    case back = "return"
    case loop
  }
  public var from: Stage.ID
  public var to: Stage.ID
  public var kind: Kind
  public var count: Int
  /// Nil for loops.
  public var share: Double?
  /// Stages passed over by a skip.
  public var skipped: [Stage.ID]
  public init(
    from: Stage.ID, to: Stage.ID, kind: Kind, count: Int, share: Double?, skipped: [Stage.ID] = []
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.count = count
    self.share = share
    self.skipped = skipped
  }
}

public struct UnboundActivity: Sendable, Hashable {
  public var activity: String
  public var events: Int
  public init(activity: String, events: Int) {
    self.activity = activity
    self.events = events
  }
}

public struct NeverSeenTouchpoint: Sendable, Hashable {
  public enum Reason: String, Sendable, Hashable {
    case notBound = "not-bound"
    case boundButNeverSeen = "bound-but-never-seen"
  }
  public var touchpoint: Touchpoint.ID
  public var reason: Reason
  public init(touchpoint: Touchpoint.ID, reason: Reason) {
    self.touchpoint = touchpoint
    self.reason = reason
  }
}

public struct ConformanceReading: Sendable, Hashable {
  public var meanFitness: Double
  public var perfectShare: Double
  public var journeys: Int
  /// Journeys that skipped a stage / had it extra, by stage in map order.
  public var skipped: [Stage.ID: Int]
  public var extra: [Stage.ID: Int]
  public init(
    meanFitness: Double, perfectShare: Double, journeys: Int, skipped: [Stage.ID: Int] = [:],
    extra: [Stage.ID: Int] = [:]
  ) {
    self.meanFitness = meanFitness
    self.perfectShare = perfectShare
    self.journeys = journeys
    self.skipped = skipped
    self.extra = extra
  }
}

/// What a card stands on today.
public struct CardStanding: Sendable, Hashable {
  public var status: EvidenceStatus
  public var isStale: Bool
  public var supportingVoices: Int
  public var contradictingVoices: Int
  /// A live number that judges the card's claim, if it has one.
  public var reading: Evidence.Reading?
  /// Why the status is what it is, in a sentence with the thresholds.
  public var explanation: Saying?
  public init(
    status: EvidenceStatus, isStale: Bool = false, supportingVoices: Int = 0,
    contradictingVoices: Int = 0, reading: Evidence.Reading? = nil, explanation: Saying? = nil
  ) {
    self.status = status
    self.isStale = isStale
    self.supportingVoices = supportingVoices
    self.contradictingVoices = contradictingVoices
    self.reading = reading
    self.explanation = explanation
  }
}
