public import Diagnostics

extension LaneRole {
  /// What belongs in a lane of this role, in one sentence for the person who fills it.
  public var saidMeaning: Saying { .word("lane-means-\(rawValue)") }

  /// The same in English.
  public var meaning: String { saidMeaning.text() }

  /// Whether a card says something about customers that can be true or false, so that it needs evidence.
  public var carriesEvidence: Bool {
    switch self {
    case .goal, .action, .motivation, .question, .thought, .expectation, .touchpoint, .channel,
      .emotion, .barrier, .surprise, .disappointment, .competitor:
      true
    case .opportunity, .solution, .businessAction, .communication, .department, .frontStage,
      .backStage, .support, .metric, .story, .text, .picture, .custom:
      false
    }
  }

  /// Whether a solution may answer (or, for a surprise, strengthen) a card of this lane.
  public var isCause: Bool {
    switch self {
    case .barrier, .question, .disappointment, .surprise: true
    default: false
    }
  }

  /// Whether a card of this lane counts as the solution of a barrier that it is linked to.
  public var isAnswer: Bool {
    switch self {
    case .solution, .opportunity, .businessAction: true
    default: false
    }
  }

  /// Which side of a service blueprint the lane is on; nil for lanes that belong to none.
  public var blueprintSide: BlueprintSide? {
    switch self {
    case .goal, .action, .motivation, .question, .thought, .expectation, .touchpoint, .channel,
      .emotion, .barrier, .surprise, .disappointment, .story:
      .customer
    case .frontStage: .frontStage
    case .backStage: .backStage
    case .support: .support
    default: nil
    }
  }
}

/// The four layers of a service blueprint, from the customer downward.
public enum BlueprintSide: Int, Sendable, Hashable, CaseIterable, Comparable {
  case customer, frontStage, backStage, support
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
