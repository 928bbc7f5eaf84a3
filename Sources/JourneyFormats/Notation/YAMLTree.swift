import Diagnostics

/// The values of one YAML document, flat in memory: no aliases, no tags, bounded in depth and number.
struct YAMLTree {
  struct NodeID: Hashable {
    fileprivate var index: Int32
  }

  enum Kind: UInt8 {
    case scalar, sequence, mapping
  }

  struct Node {
    var kind: Kind
    /// A scalar written without quotes.
    var isPlain: Bool
    /// Of a scalar; empty otherwise.
    var text: String
    var byteOffset: Int32
    /// The first child; −1 for none. A mapping's children are key, value, key, value …
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
  }

  private(set) var nodes: [Node] = []
  let places: TextPlaces

  init(places: TextPlaces) {
    self.places = places
  }

  var root: NodeID { NodeID(index: 0) }

  mutating func append(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(index: Int32(nodes.count - 1))
  }

  mutating func link(_ child: NodeID, under parent: NodeID, after sibling: NodeID?) {
    if let sibling {
      nodes[Int(sibling.index)].nextSibling = child.index
    } else {
      nodes[Int(parent.index)].firstChild = child.index
    }
  }

  subscript(_ node: NodeID) -> Node { nodes[Int(node.index)] }

  func children(of node: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var next = self[node].firstChild
    while next >= 0 {
      result.append(NodeID(index: next))
      next = nodes[Int(next)].nextSibling
    }
    return result
  }

  func location(of node: NodeID) -> TextLocation {
    places.location(ofByte: Int(self[node].byteOffset))
  }
}

/// What a file of the notation may not exceed; far above anything a person writes.
public struct NotationLimits: Hashable, Sendable {
  /// Bytes of one file.
  public var bytes: Int
  /// Lists and mappings within each other.
  public var depth: Int
  /// Scalars, lists and mappings of one file.
  public var values: Int
  /// Items of all lists of one file.
  public var items: Int
  /// Findings reported for one file; the rest is counted.
  public var findings: Int

  public init(
    bytes: Int = 16 << 20, depth: Int = 64, values: Int = 80_000, items: Int = 10_000,
    findings: Int = 200
  ) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
    self.items = items
    self.findings = findings
  }
}
