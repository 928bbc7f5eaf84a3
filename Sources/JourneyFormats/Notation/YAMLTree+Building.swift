import Diagnostics

extension YAMLTree {
  /// A tree, or why there is none, and how much of the text was looked at to know.
  struct Built {
    var tree: YAMLTree?
    var finding: Diagnostic?
    var eventCount: Int
  }

  /// Reads one document; refuses at the first event that is not accepted.
  ///
  /// - Complexity: O(bytes); memory O(values), bounded by the limits.
  static func build(_ text: [UInt8], file: String, limits: NotationLimits) -> Built {
    if text.count > limits.bytes {
      let finding = Diagnostic(
        NotationCode.tooLarge, .error, ["bytes": text.count, "limit": limits.bytes],
        at: TextLocation(file: file))
      return Built(tree: nil, finding: finding, eventCount: 0)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = text.starts(with: mark) ? Array(text.dropFirst(3)) : text
    var builder = Builder(places: TextPlaces(file: file, bytes: bytes), limits: limits)
    let finding = builder.run(YAMLEventReader(bytes))
    return Built(
      tree: finding == nil ? builder.tree : nil, finding: finding, eventCount: builder.eventCount)
  }

  private struct Builder {
    var places: TextPlaces
    var tree: YAMLTree
    let limits: NotationLimits
    var eventCount = 0
    /// The lists and mappings that are open, each with its last child.
    var open: [(node: NodeID, lastChild: NodeID?)] = []
    var documents = 0
    var itemCount = 0

    init(places: TextPlaces, limits: NotationLimits) {
      self.places = places
      self.limits = limits
      tree = YAMLTree(places: places)
    }

    mutating func run(_ events: YAMLEventReader) -> Diagnostic? {
      do throws(YAMLFault) {
        while let event = try events.next() {
          eventCount += 1
          if let refusal = take(event) { return refusal }
        }
      } catch {
        let byte =
          error.byteOffset ?? places.byteOffset(ofCharacter: error.characterOffset ?? 0)
        return error.diagnostic(at: places.location(ofByte: byte))
      }
      if tree.nodes.isEmpty {
        return Diagnostic(
          NotationCode.emptyFile, .error, at: TextLocation(file: places.file))
      }
      return nil
    }

    /// What forbids the event; nil if it was taken.
    private mutating func take(_ event: YAMLEvent) -> Diagnostic? {
      switch event.kind {
      case .streamStart, .streamEnd, .documentEnd:
        return nil
      case .documentStart:
        documents += 1
        return documents == 1
          ? nil
          : refuse(event, NotationCode.severalDocuments)
      case .alias:
        return refuse(event, NotationCode.alias)
      case .anchor:
        return refuse(event, NotationCode.alias, variant: "anchor")
      case .tag:
        return refuse(event, NotationCode.tag)
      case .scalar(let text, let isPlain):
        return add(event, .scalar, text: text, isPlain: isPlain)
      case .sequenceStart:
        return add(event, .sequence)
      case .mappingStart:
        return add(event, .mapping)
      case .sequenceEnd, .mappingEnd:
        open.removeLast()
        return nil
      }
    }

    private mutating func add(
      _ event: YAMLEvent, _ kind: Kind, text: String = "", isPlain: Bool = false
    ) -> Diagnostic? {
      if tree.nodes.count >= limits.values {
        return refuse(event, NotationCode.tooManyValues, ["limit": limits.values])
      }
      if let parent = open.last, tree[parent.node].kind == .sequence {
        itemCount += 1
        if itemCount > limits.items {
          return refuse(
            event, NotationCode.tooManyValues, variant: "items", ["limit": limits.items])
        }
      }
      let byte = places.byteOffset(ofCharacter: event.characterOffset)
      let node = tree.append(
        Node(kind: kind, isPlain: isPlain, text: text, byteOffset: Int32(byte)))
      if let parent = open.last {
        tree.link(node, under: parent.node, after: parent.lastChild)
        open[open.count - 1].lastChild = node
      }
      if kind == .scalar { return nil }
      if open.count >= limits.depth {
        return refuse(event, NotationCode.tooDeep, ["limit": limits.depth])
      }
      open.append((node, nil))
      return nil
    }

    private mutating func refuse(
      _ event: YAMLEvent, _ code: String, variant: String = "",
      _ values: [String: any Sayable] = [:]
    ) -> Diagnostic {
      let byte = places.byteOffset(ofCharacter: event.characterOffset)
      return Diagnostic(
        code, .error, variant: variant, values, at: places.location(ofByte: byte))
    }
  }
}

extension YAMLFault {
  /// The fault in a person's words, with what most often mends it.
  fileprivate func diagnostic(at location: TextLocation) -> Diagnostic {
    if byteOffset != nil {
      let variant = problem.contains("control") ? "control" : ""
      return Diagnostic(NotationCode.notText, .error, variant: variant, at: location)
    }
    if problem.hasPrefix("Maximum nesting level") {
      return Diagnostic(NotationCode.tooDeep, .error, variant: "parser", at: location)
    }
    let variant = self.variant
    let hint: Advice =
      variant.isEmpty && !context.isEmpty ? .said(.text(context)) : .usual
    return Diagnostic(
      NotationCode.syntax, .error, variant: variant, ["problem": problem], at: location, hint: hint)
  }

  /// Which of the usual faults it is, by what the parser calls it; empty for any other.
  private var variant: String {
    switch problem {
    case "mapping values are not allowed in this context": "colon"
    case "found character that cannot start any token": "first-character"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "tab"
    case "could not find expected ':'": "no-colon"
    case "did not find expected key": "no-key"
    case "did not find expected '-' indicator": "no-item"
    case "block sequence entries are not allowed in this context": "list-on-line"
    case "found unexpected end of stream": "open-quote"
    case "did not find expected ',' or ']'": "open-list"
    case "did not find expected ',' or '}'": "open-mapping"
    case "found unknown escape character": "escape"
    case "did not find expected <document start>": "document-end"
    default: ""
    }
  }
}
