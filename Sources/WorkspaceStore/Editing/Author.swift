/// Who made a change.
public struct Author: Sendable, Hashable, Codable {
  /// The account; nil for the command line and for imports.
  public var person: String?
  public var name: String

  public init(person: String?, name: String) {
    self.person = person
    self.name = name
  }

  public static let commandLine = Author(person: nil, name: "command line")
}
