public import Diagnostics

/// The text form of a workspace: YAML files that a person types, git compares and `waymark check` examines.
///
/// For every kind of file there is one reader and one printer. What is printed reads back as the same value, and what
/// is read prints the same text again; order keys are not written, since the order is that of the file.
public enum Notation {
  /// The format that is written, and the newest that is read.
  public static let format = 1
}

/// A value read from a file, and where its parts stand there.
public struct Sourced<Value> {
  public var value: Value
  public var sources: SourceMap
  public init(_ value: Value, sources: SourceMap) {
    self.value = value
    self.sources = sources
  }
}

extension Sourced: Sendable where Value: Sendable {}

extension Diagnostic {
  /// Whether a file was written by a newer version of the program: nothing else is said about it.
  public var meansNewerFormat: Bool { code == NotationCode.newerFormat }
}

extension Notation {
  /// Opens a document: its tree within the limits, its format known, its root a mapping; then hands it to a reader.
  static func read<Value>(
    _ bytes: [UInt8], file: String, limits: NotationLimits,
    _ body: (inout Reading, YAMLTree.NodeID) -> Value
  ) -> Diagnosed<Sourced<Value>> {
    let built = YAMLTree.build(bytes, file: file, limits: limits)
    guard let tree = built.tree else {
      return Diagnosed(nil, built.finding.map { [$0] } ?? [])
    }
    var reading = Reading(tree: tree, file: file, limits: limits)
    guard reading.kind(tree.root) == .mapping else {
      reading.wrongForm(
        tree.root, .aFile, expected: .aMapping, hint: "begin-with-format")
      return Diagnosed(nil, reading.finish())
    }
    if let newer = reading.checkFormat() { return Diagnosed(nil, [newer]) }
    let value = body(&reading, tree.root)
    return Diagnosed(Sourced(value, sources: reading.sources), reading.finish())
  }
}

extension Reading {
  /// Looks for `format`; returns the only finding there is to report if the file is of a newer one.
  fileprivate mutating func checkFormat() -> Diagnostic? {
    let children = tree.children(of: tree.root)
    for index in stride(from: 0, to: children.count - 1, by: 2)
    where tree[children[index]].kind == .scalar && tree[children[index]].text == "format" {
      let node = children[index + 1]
      let number = tree[node].kind == .scalar ? Int(tree[node].text) : nil
      guard let number, number >= 1 else {
        find(
          NotationCode.badNumber, at: node, variant: "format", ["format": Notation.format])
        return nil
      }
      if number <= Notation.format { return nil }
      return Diagnostic(
        NotationCode.newerFormat, .error,
        ["found": number, "format": Notation.format], at: tree.location(of: node))
    }
    find(
      NotationCode.missingFormat, at: tree.root, ["format": Notation.format])
    return nil
  }
}
