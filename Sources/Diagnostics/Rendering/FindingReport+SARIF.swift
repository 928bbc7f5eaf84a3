extension FindingReport {
  /// The report in SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), as code hosts read it.
  ///
  /// - Parameters:
  ///   - version: the version of Waymark.
  ///   - codes: the catalogue; codes that were found but are not in it get a rule without help.
  ///   - line: the text of a line, to turn our columns (UTF-8 bytes) into SARIF's (code points); where it
  ///     gives nil, only the line is told, unless the column is 1.
  public func sarif(
    version: String, codes: [FindingCode], line: (TextLocation) -> String? = { _ in nil }
  ) -> String {
    let rules = Self.rules(codes, found: diagnostics)
    let index = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { ($0.element.code, $0.offset) })
    var seen: [String: Int] = [:]
    let results = diagnostics.map { diagnostic in
      let identity = [
        diagnostic.code, diagnostic.location?.file ?? "", diagnostic.subject ?? "",
        diagnostic.message,
      ].joined(separator: "\u{1F}")
      let occurrence = seen[identity, default: 0]
      seen[identity] = occurrence + 1
      return JSONNode.object([
        ("ruleId", .text(diagnostic.code)),
        ("ruleIndex", index[diagnostic.code].map { .number($0) }),
        ("level", .text(diagnostic.severity.rawValue)),
        ("message", .object([("text", .text(Self.message(of: diagnostic)))])),
        ("locations", diagnostic.location.map { .list([Self.place($0, line: line($0))]) }),
        (
          "partialFingerprints",
          .object([("waymarkFinding/v1", .text(Self.fingerprint(identity, occurrence)))])
        ),
      ])
    }
    let run = JSONNode.object([
      ("tool", .object([("driver", Self.driver(version: version, rules: rules))])),
      ("columnKind", .text("unicodeCodePoints")),
      ("results", .list(results)),
    ])
    let document = JSONNode.object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")),
      ("runs", .list([run])),
    ])
    return document.written() + "\n"
  }

  /// The catalogue in the order of its codes, each once, with what was found besides it.
  private static func rules(_ codes: [FindingCode], found: [Diagnostic]) -> [Rule] {
    var rules: [String: Rule] = [:]
    for diagnostic in found {
      rules[diagnostic.code] = Rule(code: diagnostic.code, known: nil)
    }
    for code in codes { rules[code.code] = Rule(code: code.code, known: code) }
    return rules.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  private struct Rule {
    var code: String
    var known: FindingCode?
  }

  private static func driver(version: String, rules: [Rule]) -> JSONNode {
    .object([
      ("name", .text("Waymark")),
      ("version", .text(version)),
      (
        "rules",
        .list(
          rules.map { rule in
            .object([
              ("id", .text(rule.code)),
              ("shortDescription", rule.known.map { .object([("text", .text($0.meaning))]) }),
              ("help", rule.known.map { .object([("text", .text($0.remedy))]) }),
              (
                "defaultConfiguration",
                rule.known.map { .object([("level", .text($0.severity.rawValue))]) }
              ),
            ])
          })
      ),
    ])
  }

  private static func message(of diagnostic: Diagnostic) -> String {
    diagnostic.hint.map { "\(diagnostic.message) (\($0))" } ?? diagnostic.message
  }

  private static func place(_ location: TextLocation, line: String?) -> JSONNode {
    var column: Int? = location.column == 1 ? 1 : nil
    if let line {
      let bytes = line.utf8
      let end = bytes.index(
        bytes.startIndex, offsetBy: max(0, location.column - 1), limitedBy: bytes.endIndex)
      column = line.unicodeScalars[..<(end ?? bytes.endIndex)].count + 1
    }
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .text(uri(of: location.file)))])),
          (
            "region",
            .object([
              ("startLine", .number(max(1, location.line))),
              ("startColumn", column.map { .number($0) }),
            ])
          ),
        ])
      )
    ])
  }

  /// A path as a URI reference: bytes that a path may not hold are percent-encoded.
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  /// The same for the same finding wherever its line has moved to (64-bit FNV-1a).
  private static func fingerprint(_ identity: String, _ occurrence: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(identity)\u{1F}\(occurrence)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
