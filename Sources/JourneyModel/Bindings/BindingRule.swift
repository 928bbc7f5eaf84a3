/// Ties raw events to a touchpoint. Rules are tried in listed order; the first match binds.
public struct BindingRule: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<BindingRule>
  public var id: ID
  /// A raw activity name, or a pattern with `*` (any run of characters) and `?` (one character); never a regular expression.
  public var activity: String
  /// A raw channel name or pattern; nil = any channel.
  public var channel: String?
  public var touchpoint: Touchpoint.ID
  public init(id: ID, activity: String, channel: String? = nil, touchpoint: Touchpoint.ID) {
    self.id = id
    self.activity = activity
    self.channel = channel
    self.touchpoint = touchpoint
  }
}
