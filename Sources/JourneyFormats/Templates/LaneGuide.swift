public import JourneyModel

/// What each kind of lane is called where nobody named it, and what belongs in it.
public enum LaneGuide {
  public static func name(of role: LaneRole) -> String { words(role).name }

  /// One sentence that says what belongs in the lane.
  public static func guidance(for role: LaneRole) -> String { words(role).guidance }

  private static func words(_ role: LaneRole) -> (name: String, guidance: String) {
    switch role {
    case .goal:
      ("Customer goals", "What the customer wants to have reached when this stage is over.")
    case .action: ("Actions", "What customers do to move on, and what they do when they cannot.")
    case .motivation:
      ("Motivations", "What drives the customer here: the wish or worry behind the action.")
    case .question:
      ("Questions", "What customers ask themselves, other people or us at this point.")
    case .thought:
      ("Thoughts", "What goes through the customer's head, in the customer's own words.")
    case .expectation:
      ("Expectations", "What the customer takes for granted or hopes for before it happens.")
    case .touchpoint:
      ("Touchpoints", "Where the customer meets us or hears of us, independent places included.")
    case .channel: ("Channels", "The ways by which customers and touchpoints find each other.")
    case .emotion:
      ("Emotions", "How the customer feels, from -3 to +3, with a name for the feeling.")
    case .barrier:
      (
        "Barriers",
        "What stops the customer on the way to the next stage: a pain, a doubt or a challenge."
      )
    case .surprise:
      ("Pleasant surprises", "What was better than expected and deserves to be strengthened.")
    case .disappointment:
      ("Disappointments", "An expectation that was not met, even if the customer goes on.")
    case .opportunity: ("Opportunities", "An idea that nobody has decided on yet.")
    case .solution:
      ("Solutions", "What was decided, has an owner and answers a barrier, question or doubt.")
    case .businessAction: ("Business actions", "What we already do at this stage.")
    case .communication:
      ("Content and offers", "What we say and show here; each promise the same in every channel.")
    case .department: ("Departments", "Who in the company is responsible for this moment.")
    case .competitor: ("Competitors", "What rivals do at this point, and how well.")
    case .frontStage: ("Front stage", "What the customer sees us do.")
    case .backStage: ("Back stage", "What our people do for it out of the customer's sight.")
    case .support: ("Support processes", "Systems, suppliers and processes that the rest leans on.")
    case .metric: ("Metrics", "Numbers that tell how this stage goes; live where events are bound.")
    case .story: ("Stories", "What happened to a real customer at this point.")
    case .text: ("Notes", "Anything worth keeping that fits no other lane.")
    case .picture: ("Pictures", "Photos and screens of what the customer meets.")
    case .custom: ("More", "What your team agrees to collect here.")
    }
  }
}
