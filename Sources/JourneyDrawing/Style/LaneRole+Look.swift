import JourneyModel

extension LaneRole {
  /// The colours of its cards and icon.
  var hue: Palette.Hue {
    switch self {
    case .goal, .metric: Palette.indigo
    case .action, .frontStage: Palette.blue
    case .motivation, .story, .expectation: Palette.violet
    case .question, .communication: Palette.cyan
    case .thought, .department, .backStage: Palette.slate
    case .touchpoint, .channel: Palette.teal
    case .emotion: Palette.pink
    case .barrier: Palette.red
    case .surprise, .solution: Palette.green
    case .disappointment: Palette.orange
    case .opportunity: Palette.amber
    case .businessAction: Palette.indigo
    case .competitor, .support, .text, .picture, .custom: Palette.stone
    }
  }

  var icon: IconShape {
    switch self {
    case .goal: Icons.goal
    case .action: Icons.action
    case .motivation: Icons.motivation
    case .question: Icons.question
    case .thought: Icons.thought
    case .expectation: Icons.expectation
    case .touchpoint: Icons.touchpoint
    case .channel: Icons.channel
    case .emotion: Icons.emotion
    case .barrier: Icons.barrier
    case .surprise: Icons.surprise
    case .disappointment: Icons.disappointment
    case .opportunity: Icons.opportunity
    case .solution: Icons.solution
    case .businessAction: Icons.businessAction
    case .communication: Icons.communication
    case .department: Icons.department
    case .competitor: Icons.competitor
    case .frontStage: Icons.frontStage
    case .backStage: Icons.backStage
    case .support: Icons.support
    case .metric: Icons.metric
    case .story: Icons.story
    case .text: Icons.text
    case .picture: Icons.picture
    case .custom: Icons.custom
    }
  }
}
