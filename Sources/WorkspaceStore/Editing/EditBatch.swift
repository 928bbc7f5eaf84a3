public import JourneyModel

/// Edits that a client sends together: one intention of a person, under a number that makes sending it twice harmless.
public struct EditBatch: Sendable, Hashable {
  /// The browser tab, script or import that numbers its batches.
  public var client: String
  public var sequence: Int
  /// What the person wanted, as the history tells it: "Rename stage".
  public var intention: String
  public var change: Change

  public enum Change: Sendable, Hashable {
    case edits([Edit])
    /// Takes back what the inverses of an earlier answer name, where it still stands.
    case undo([Inverse])
  }

  public init(client: String, sequence: Int, intention: String, change: Change) {
    self.client = client
    self.sequence = sequence
    self.intention = intention
    self.change = change
  }
}

/// `{"client","sequence","intention","edits":[…]}`, or `"undo":[…]` in place of the edits.
extension EditBatch: Codable {
  private enum Key: String, CodingKey { case client, sequence, intention, edits, undo }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    client = try container.decode(String.self, forKey: .client)
    sequence = try container.decode(Int.self, forKey: .sequence)
    intention = try container.decode(String.self, forKey: .intention)
    switch (container.contains(.edits), container.contains(.undo)) {
    case (true, false): change = .edits(try container.decode([Edit].self, forKey: .edits))
    case (false, true): change = .undo(try container.decode([Inverse].self, forKey: .undo))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .edits, in: container,
        debugDescription: "a batch has either 'edits' or 'undo'")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(client, forKey: .client)
    try container.encode(sequence, forKey: .sequence)
    try container.encode(intention, forKey: .intention)
    switch change {
    case .edits(let edits): try container.encode(edits, forKey: .edits)
    case .undo(let inverses): try container.encode(inverses, forKey: .undo)
    }
  }
}
