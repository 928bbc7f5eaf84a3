/// A transition graph ready to be drawn: what follows what, how often.
public struct FlowGraph: Sendable, Hashable {
  public struct Place: Sendable, Hashable {
    /// Unique in the graph.
    public var id: String
    public var name: String
    public var events: Int
    /// Journeys that begin and end here.
    public var starts: Int
    public var ends: Int
    /// Places of one group (a stage) have one colour; nil = none.
    public var group: Int?
    public init(
      id: String, name: String, events: Int, starts: Int = 0, ends: Int = 0, group: Int? = nil
    ) {
      self.id = id
      self.name = name
      self.events = events
      self.starts = starts
      self.ends = ends
      self.group = group
    }
  }

  public struct Passing: Sendable, Hashable {
    public var from: String
    public var to: String
    public var count: Int
    public var medianGapSeconds: Double?
    public init(from: String, to: String, count: Int, medianGapSeconds: Double? = nil) {
      self.from = from
      self.to = to
      self.count = count
      self.medianGapSeconds = medianGapSeconds
    }
  }

  public var title: String
  public var places: [Place]
  public var passings: [Passing]
  public var journeys: Int
  public init(title: String, places: [Place], passings: [Passing], journeys: Int) {
    self.title = title
    self.places = places
    self.passings = passings
    self.journeys = journeys
  }
}
