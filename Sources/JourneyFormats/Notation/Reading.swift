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
    _ code: String, at node: NodeID, variant: String = "",
    _ values: [String: any Sayable] = [:], hint: Advice = .usual, severity: Severity = .error,
    subject: String? = nil
  ) {
    if isFull {
      hiddenFindings += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        code, severity, variant: variant, values, at: tree.location(of: node), hint: hint,
        subject: subject))
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
          NotationCode.tooManyFindings, .error, ["count": hiddenFindings],
          at: TextLocation(file: file)))
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

  private func form(_ node: NodeID) -> Saying {
    switch tree[node].kind {
    case .scalar: isEmpty(node) ? .word("nothing") : .aText
    case .sequence: .aList
    case .mapping: .aMapping
    }
  }

  /// - Parameter hint: the part of the code's texts that mends it.
  mutating func wrongForm(
    _ node: NodeID, _ what: Saying, expected: Saying, hint: String? = nil
  ) {
    find(
      NotationCode.wrongType, at: node,
      ["what": what, "expected": expected, "form": form(node)],
      hint: hint.map { .said(Saying("notation.wrong-type/\($0)")) } ?? .nothing)
  }

  /// The text of a scalar; nil, with a finding, for a list or mapping.
  mutating func text(_ node: NodeID, _ what: @autoclosure () -> Saying) -> String? {
    let value = tree[node]
    guard value.kind == .scalar else {
      wrongForm(node, what(), expected: .aText, hint: "quote-text")
      return nil
    }
    return isEmpty(node) ? "" : value.text
  }

  /// The items of a list; a single value stands for a list of one, nothing for none.
  mutating func items(_ node: NodeID, _ what: @autoclosure () -> Saying) -> [NodeID] {
    switch tree[node].kind {
    case .sequence: return tree.children(of: node)
    case .scalar: return isEmpty(node) ? [] : [node]
    case .mapping:
      wrongForm(node, what(), expected: .aList, hint: "begin-items")
      return []
    }
  }

  /// The pairs of a mapping, without second mentions of a key; nothing stands for none.
  mutating func pairs(_ node: NodeID, _ what: @autoclosure () -> Saying) -> [(
    key: String, keyNode: NodeID, value: NodeID
  )] {
    if isEmpty(node) { return [] }
    guard tree[node].kind == .mapping else {
      wrongForm(node, what(), expected: .aMapping, hint: "write-lines")
      return []
    }
    let children = tree.children(of: node)
    var seen: [String: NodeID] = [:]
    var result: [(key: String, keyNode: NodeID, value: NodeID)] = []
    result.reserveCapacity(children.count / 2)
    for index in stride(from: 0, to: children.count - 1, by: 2) {
      let keyNode = children[index]
      guard tree[keyNode].kind == .scalar else {
        wrongForm(keyNode, .aKey, expected: .aText)
        continue
      }
      let key = tree[keyNode].text
      if let first = seen[key] {
        find(
          NotationCode.duplicateKey, at: keyNode,
          [
            "key": Self.shortened(key), "what": what(), "line": tree.location(of: first).line,
          ])
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
