import JourneyAnalytics

/// What is asked of a stored log; the peers are asked the same.
enum RefreshQuestion: String, CaseIterable {
  /// The four below, in one go.
  case all
  /// How often each activity follows another, and the exact median gap.
  case transitions
  /// The exact number of different journeys, and the 100 most frequent.
  case variants
  /// Six steps in order, best entry, within thirty days.
  case funnel
  /// Exact median and 90th percentile of the gap after each event, by activity.
  case dwell

  static let topVariants = 100
  static let windowMicroseconds: Int64 = 30 * 86_400 * 1_000_000

  var questions: JourneyQuestions {
    var questions = JourneyQuestions()
    if self == .all || self == .transitions { questions.transitions = [.activity] }
    if self == .all || self == .variants {
      questions.variants = [VariantQuery(top: Self.topVariants)]
    }
    if self == .all || self == .funnel {
      questions.funnels = [
        FunnelQuery(steps: ShopGrammar.funnel, windowMicroseconds: Self.windowMicroseconds)
      ]
    }
    if self == .all || self == .dwell { questions.dwell = [.activity] }
    return questions
  }
}
