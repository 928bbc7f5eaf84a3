/// Steps that customers should take one after the other, and the rules by which they count.
public struct FunnelQuery: Sendable, Hashable {
  /// Which step-1 event a chain starts at.
  public enum Entry: String, Sendable, Hashable, Codable, CaseIterable {
    /// The entry with the longest chain; of several the earliest.
    case best
    /// The first step-1 event of the journey.
    case first
  }

  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Steps in order; other events may lie between.
    case ordered
    /// Reading stops at the first event that is no step or comes too early. No entry rule.
    case strict
    /// How many different steps some span of the window's length holds. No entry rule.
    case any
  }

  public var by: Level
  /// Names at the level; a name the log does not have is never reached.
  public var steps: [String]
  /// The longest time from the first to the last step, inclusive; nil is no limit.
  public var windowMicroseconds: Int64?
  public var entry: Entry
  public var mode: Mode

  public init(
    steps: [String], by: Level = .activity, windowMicroseconds: Int64? = nil, entry: Entry = .best,
    mode: Mode = .ordered
  ) {
    self.steps = steps
    self.by = by
    self.windowMicroseconds = windowMicroseconds
    self.entry = entry
    self.mode = mode
  }
}
