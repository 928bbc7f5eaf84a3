extension LaneRole {
  /// What belongs in a lane of this role, in one sentence for the person who fills it.
  public var meaning: String {
    switch self {
    case .goal: "What the customer wants to achieve here, in their words."
    case .action: "What the customer does, one action per card."
    case .motivation: "Why the customer goes on: what drives them to the next step."
    case .question: "What the customer asks themselves or others before they can go on."
    case .thought: "What goes through the customer's mind, as they would say it."
    case .expectation: "What the customer takes for granted or hopes will happen."
    case .touchpoint: "Where customer and business meet, or where somebody speaks of it."
    case .channel: "The way the contact takes: site, shop, phone, messenger, post."
    case .emotion:
      "How the customer feels, from −3 (worst) to +3 (best), with the name of the feeling."
    case .barrier:
      "What stops the customer from reaching the next stage; pain, doubt and challenge are kinds of it."
    case .surprise: "What turned out better than the customer expected."
    case .disappointment: "An expectation that was not met, though it may not stop the customer."
    case .opportunity: "An idea that nobody has decided on yet."
    case .solution:
      "What was decided: it has an owner and answers a barrier, a question or a disappointment."
    case .businessAction: "What the business already does here."
    case .communication: "What we say and show here: messages, content, adverts."
    case .department: "Which departments take part here."
    case .competitor: "What rivals do at this moment."
    case .frontStage: "What our people and systems do where the customer sees it."
    case .backStage: "What our people do for the customer where the customer does not see it."
    case .support: "The systems, partners and processes that the back stage relies on."
    case .metric: "Numbers of this moment, taken from events and surveys."
    case .story: "What happened to one real customer here."
    case .text: "Anything worth writing down that has no lane of its own."
    case .picture: "Photos, screenshots and sketches of this moment."
    case .custom: "Whatever your team has agreed to put here."
    }
  }

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
