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
        NotationCode.tooLarge, .error,
        "the file has \(text.count) bytes; a file of the notation has at most \(limits.bytes)",
        at: TextLocation(file: file), hint: "divide it, or check that it is the right file")
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
          NotationCode.emptyFile, .error, "the file is empty",
          at: TextLocation(file: places.file), hint: "begin it with 'format: 1'")
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
          : refuse(
            event, NotationCode.severalDocuments, "a second document begins here",
            hint: "a file of the notation holds one document; remove the line '---'")
      case .alias:
        return refuse(
          event, NotationCode.alias, "aliases (*name) are not part of the notation",
          hint: "write the value out; quote the text if it begins with '*'")
      case .anchor:
        return refuse(
          event, NotationCode.alias, "anchors (&name) are not part of the notation",
          hint: "remove it; quote the text if it begins with '&'")
      case .tag:
        return refuse(
          event, NotationCode.tag, "tags (!name) are not part of the notation",
          hint: "remove it; quote the text if it begins with '!'")
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
        return refuse(
          event, NotationCode.tooManyValues,
          "the file holds more than \(limits.values) values",
          hint: "divide it, or check that it is the right file")
      }
      if let parent = open.last, tree[parent.node].kind == .sequence {
        itemCount += 1
        if itemCount > limits.items {
          return refuse(
            event, NotationCode.tooManyValues,
            "the lists of the file hold more than \(limits.items) items",
            hint: "divide it, or check that it is the right file")
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
        return refuse(
          event, NotationCode.tooDeep,
          "lists and mappings stand within each other more than \(limits.depth) deep",
          hint: "check the indentation")
      }
      open.append((node, nil))
      return nil
    }

    private mutating func refuse(
      _ event: YAMLEvent, _ code: String, _ message: String, hint: String
    ) -> Diagnostic {
      let byte = places.byteOffset(ofCharacter: event.characterOffset)
      return Diagnostic(
        code, .error, message, at: places.location(ofByte: byte), hint: hint)
    }
  }
}

extension YAMLFault {
  /// The fault in a person's words, with what most often mends it.
  fileprivate func diagnostic(at location: TextLocation) -> Diagnostic {
    if byteOffset != nil {
      return problem.contains("control")
        ? Diagnostic(
          NotationCode.notText, .error, "a control character stands here", at: location,
          hint: "remove it, or write it as an escape within double quotes")
        : Diagnostic(
          NotationCode.notText, .error, "the bytes here are no UTF-8 text", at: location,
          hint: "save the file as UTF-8")
    }
    if problem.hasPrefix("Maximum nesting level") {
      return Diagnostic(
        NotationCode.tooDeep, .error, "lists and mappings stand too deep within each other",
        at: location, hint: "check the indentation")
    }
    let (message, hint) = explanation
    return Diagnostic(NotationCode.syntax, .error, message, at: location, hint: hint)
  }

  private var explanation: (message: String, hint: String) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        "a ':' stands where no key can be",
        "put the text in quotes if it contains ': ', and check the indentation"
      )
    case "found character that cannot start any token":
      (
        "a value cannot begin with this character",
        "indent with spaces, not with tabs; put a text that begins with '@', '`' or '%' in quotes"
      )
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      ("a tab stands in the indentation", "indent with spaces")
    case "could not find expected ':'":
      ("a key has no ':'", "write 'key: value'; put a text over several lines in quotes")
    case "did not find expected key":
      (
        "a key is expected here",
        "check the indentation, and put a text that begins with a quote in quotes as a whole"
      )
    case "did not find expected '-' indicator":
      ("an item of the list is expected here", "begin it with '- ' under the items before it")
    case "block sequence entries are not allowed in this context":
      ("a list cannot begin on this line", "begin it on the next line, with '- '")
    case "found unexpected end of stream":
      ("a quoted text does not end", "add the closing quote")
    case "did not find expected ',' or ']'":
      ("a list in brackets does not end", "add ',' or ']'")
    case "did not find expected ',' or '}'":
      ("a mapping in braces does not end", "add ',' or '}'")
    case "found unknown escape character":
      ("an unknown escape", "write '\\\\' for a backslash, or use single quotes")
    case "did not find expected <document start>":
      (
        "the document has ended before this line",
        "check the indentation of this line, or remove the line '...'"
      )
    default:
      ("this is no YAML: \(problem)", context.isEmpty ? "check the line" : context)
    }
  }
}
