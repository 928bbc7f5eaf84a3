public import Diagnostics

/// Which column of a file has which role, and why.
public struct RoleAssignment: Sendable, Hashable {
  public struct Choice: Sendable, Hashable {
    public var role: EventRole
    /// The column's place, from 0.
    public var column: Int
    public var name: String
    public var reason: Reason
  }

  public enum Reason: Sendable, Hashable {
    /// An option named the column.
    case option
    /// The column's name is one that such columns have.
    case name
    /// A part of the column's name is.
    case partOfName
    /// Its cells alone show it.
    case content
  }

  /// A column kept as it is.
  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var column: Int
  }

  /// In the order of `EventRole.allCases`.
  public var choices: [Choice]
  /// In the order of the file.
  public var attributes: [Attribute]
  /// Names of columns that are not read.
  public var dropped: [String]

  public func choice(_ role: EventRole) -> Choice? { choices.first { $0.role == role } }
  public func column(_ role: EventRole) -> Int? { choice(role)?.column }

  /// The assignment for people: one line per role, one for the attributes, one for what is dropped.
  public var summary: [String] { said.map { $0.text() } }

  /// The same, for other languages too.
  public var said: [Saying] {
    var lines = choices.map { choice in
      let why: Saying =
        switch choice.reason {
        case .option: .word("role-given")
        case .name: .word("role-by-name")
        case .partOfName: .word("role-by-part-of-name")
        case .content: .word("role-by-cells")
        }
      return Saying.word(
        "role-of-column", ["role": choice.role.saidTitle, "column": choice.name, "why": why])
    }
    if !attributes.isEmpty {
      lines.append(.word("columns-as-attributes", ["columns": Saying.list(attributes.map(\.name))]))
    }
    if !dropped.isEmpty {
      lines.append(.word("columns-not-read", ["columns": Saying.list(dropped)]))
    }
    return lines
  }
}
