/// Which events and journeys a question is asked of.
///
/// Filters apply in this order:
/// 1. `attributes` and `channel` keep matching events; the rest is as if it had never been in the log.
/// 2. `cases` cuts what is left into journeys.
/// 3. `since` and `until` keep the journeys whose first event lies in the half-open period.
/// 4. `having` keeps the journeys that contain the activity.
/// 5. `only` drops every other event; a journey left without events is gone.
public struct Filters: Sendable, Hashable {
  /// An attribute and the value it must have, compared byte for byte; the value "" is "absent".
  public struct Match: Sendable, Hashable {
    public var attribute: String
    public var value: String

    public init(_ attribute: String, _ value: String) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// All of these must hold.
  public var attributes: [Match]
  /// A channel by name; nil takes every event.
  public var channel: String?
  /// First microsecond (since 1970, UTC) of the period.
  public var since: Int64?
  /// First microsecond after the period.
  public var until: Int64?
  /// An activity that a journey must contain.
  public var having: String?
  /// The activities to look at; nil looks at all.
  public var only: [String]?
  public var cases: CaseRule

  public init(
    attributes: [Match] = [], channel: String? = nil, since: Int64? = nil, until: Int64? = nil,
    having: String? = nil, only: [String]? = nil, cases: CaseRule = .customer
  ) {
    self.attributes = attributes
    self.channel = channel
    self.since = since
    self.until = until
    self.having = having
    self.only = only
    self.cases = cases
  }

  /// Every event of every customer.
  public static let none = Filters()
}
