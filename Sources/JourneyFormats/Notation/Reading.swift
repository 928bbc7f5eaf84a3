import Diagnostics
import JourneyModel

/// One file being read: its values, and everything found on the way.
///
/// Readers never stop at a finding: they take what can be taken and go on.
struct Reading {
  typealias NodeID = YAMLTree.NodeID

  let file: String
  let tree: YAMLTree
  let limits: NotationLimits
  private(set) var diagnostics: [Diagnostic] = []
  private var hiddenFindings = 0
  var sources = SourceMap()

  init(tree: YAMLTree, file: String, limits: NotationLimits) {
    self.tree = tree
    self.file = file
    self.limits = limits
  }

  // MARK: Findings

  /// Whether further findings are only counted, so that no work need go into their words.
  var isFull: Bool { diagnostics.count >= limits.findings }

  mutating func find(
    _ code: String, at node: NodeID, _ message: String, hint: String? = nil,
    severity: Severity = .error, subject: String? = nil
  ) {
    if isFull {
      hiddenFindings += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        code, severity, message, at: tree.location(of: node), hint: hint, subject: subject))
  }

  /// All findings in the order of their places, with a last one that counts those not shown.
  func finish() -> [Diagnostic] {
    var result = diagnostics.sorted { a, b in
      guard let left = a.location, let right = b.location else { return false }
      return left < right
    }
    if hiddenFindings > 0 {
      result.append(
        Diagnostic(
          NotationCode.tooManyFindings, .error,
          "\(hiddenFindings) more findings in this file are not shown",
          at: TextLocation(file: file), hint: "mend the first ones and check again"))
    }
    return result
  }

  // MARK: Forms

  func kind(_ node: NodeID) -> YAMLTree.Kind { tree[node].kind }

  /// A plain empty scalar: `key:` with nothing behind it.
  func isEmpty(_ node: NodeID) -> Bool {
    let value = tree[node]
    return value.kind == .scalar && value.isPlain && (value.text.isEmpty || value.text == "~")
  }

  private func form(_ node: NodeID) -> String {
    switch tree[node].kind {
    case .scalar: isEmpty(node) ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  mutating func wrongForm(_ node: NodeID, _ what: String, expected: String, hint: String? = nil) {
    find(
      NotationCode.wrongType, at: node, "\(what) must be \(expected), but here is \(form(node))",
      hint: hint)
  }

  /// The text of a scalar; nil, with a finding, for a list or mapping.
  mutating func text(_ node: NodeID, _ what: String) -> String? {
    let value = tree[node]
    guard value.kind == .scalar else {
      wrongForm(node, what, expected: "a text", hint: "put it in quotes if it is meant as text")
      return nil
    }
    return isEmpty(node) ? "" : value.text
  }

  /// The items of a list; a single value stands for a list of one, nothing for none.
  mutating func items(_ node: NodeID, _ what: String) -> [NodeID] {
    switch tree[node].kind {
    case .sequence: return tree.children(of: node)
    case .scalar: return isEmpty(node) ? [] : [node]
    case .mapping:
      wrongForm(node, what, expected: "a list", hint: "begin each item with '- '")
      return []
    }
  }

  /// The pairs of a mapping, without second mentions of a key; nothing stands for none.
  mutating func pairs(_ node: NodeID, _ what: String) -> [(
    key: String, keyNode: NodeID, value: NodeID
  )] {
    if isEmpty(node) { return [] }
    guard tree[node].kind == .mapping else {
      wrongForm(node, what, expected: "a mapping", hint: "write lines of the form 'key: value'")
      return []
    }
    let children = tree.children(of: node)
    var seen: [String: NodeID] = [:]
    var result: [(key: String, keyNode: NodeID, value: NodeID)] = []
    result.reserveCapacity(children.count / 2)
    for index in stride(from: 0, to: children.count - 1, by: 2) {
      let keyNode = children[index]
      guard tree[keyNode].kind == .scalar else {
        wrongForm(keyNode, "a key", expected: "a text")
        continue
      }
      let key = tree[keyNode].text
      if let first = seen[key] {
        find(
          NotationCode.duplicateKey, at: keyNode,
          "'\(Self.shortened(key))' stands twice in \(what), first in line \(tree.location(of: first).line)",
          hint: "join the two, or remove one")
        continue
      }
      seen[key] = keyNode
      result.append((key, keyNode, children[index + 1]))
    }
    return result
  }

  /// A text of the file as it may be repeated in a message.
  static func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 60 ? "\(line.prefix(57))…" : String(line)
  }
}
