/// A funnel ready to be drawn: how many reached each step, and by which rule.
public struct FunnelChart: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    public var name: String
    public var reached: Int
    /// The stage this step stands for, for the browser.
    public var stage: String?
    public init(name: String, reached: Int, stage: String? = nil) {
      self.name = name
      self.reached = reached
      self.stage = stage
    }
  }

  public enum Mode: String, Sendable, Hashable, CaseIterable { case ordered, strict, any }
  public enum Entry: String, Sendable, Hashable, CaseIterable { case best, first }

  /// What a step counts, which is printed under the title.
  public enum Rule: Sendable, Hashable {
    /// The stages of a map, passed in their order.
    case stagesInOrder
    /// Chosen events; `windowInSeconds` nil = no limit; strict and any have no entry rule.
    case events(mode: Mode, entry: Entry, windowInSeconds: Double?)
  }

  public var title: String
  public var steps: [Step]
  public var rule: Rule
  public init(title: String, steps: [Step], rule: Rule) {
    self.title = title
    self.steps = steps
    self.rule = rule
  }
}
