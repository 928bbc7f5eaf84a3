public import JourneyModel

/// One change of a workspace as the history keeps it: one intention of one person.
public struct Revision: Sendable, Hashable, Codable {
  /// 1, 2, 3 … without gaps.
  public var number: Int
  /// Whole microseconds since 1970, UTC.
  public var at: Int64
  /// The account; nil for the command line and for imports.
  public var person: String?
  /// The person's name; in the history the one they have now.
  public var author: String
  public var client: String
  public var sequence: Int
  public var intention: String
  /// What was really changed, in order; in the history possibly only the first of them.
  public var edits: [Edit]
  /// How many edits there are, also where not all are told.
  public var editCount: Int

  public init(
    number: Int, at: Int64, person: String?, author: String, client: String, sequence: Int,
    intention: String, edits: [Edit], editCount: Int? = nil
  ) {
    self.number = number
    self.at = at
    self.person = person
    self.author = author
    self.client = client
    self.sequence = sequence
    self.intention = intention
    self.edits = edits
    self.editCount = editCount ?? edits.count
  }
}
