public import JourneyModel

/// One file of a workspace folder, by what it holds.
public enum WorkspaceDocument: Hashable, Sendable {
  case settings, touchpoints, bindings
  case persona(Persona.ID)
  case map(JourneyMap.ID)
  /// A survey's id is its file name and therefore a slug.
  case survey(String)

  /// The path within the workspace folder, with `/`.
  public var path: String {
    switch self {
    case .settings: "waymark.yaml"
    case .touchpoints: "touchpoints.yaml"
    case .bindings: "bindings.yaml"
    case .persona(let id): "personas/\(id).yaml"
    case .map(let id): "maps/\(id).yaml"
    case .survey(let id): "surveys/\(id).yaml"
    }
  }

  /// Nil unless the path is exactly one that `path` gives.
  public init?(path: String) {
    switch path {
    case "waymark.yaml": self = .settings
    case "touchpoints.yaml": self = .touchpoints
    case "bindings.yaml": self = .bindings
    default:
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].hasSuffix(".yaml") else { return nil }
      let name = String(parts[1].dropLast(5))
      switch parts[0] {
      case "personas":
        guard let id = Persona.ID(rawValue: name) else { return nil }
        self = .persona(id)
      case "maps":
        guard let id = JourneyMap.ID(rawValue: name) else { return nil }
        self = .map(id)
      case "surveys":
        guard Identifier<WorkspaceDocument>.isWellFormed(name) else { return nil }
        self = .survey(name)
      default: return nil
      }
    }
  }

  /// Folders that hold one file per object.
  public static let folders = ["maps", "personas", "surveys"]
}

extension WorkspaceDocument: Comparable {
  /// By path, byte by byte.
  public static func < (a: Self, b: Self) -> Bool {
    a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}
