/// A piece of an HTML page. Text is escaped when written; there is no way to put stored text in unescaped.
indirect enum Markup: Sendable {
  case element(String, [Attribute], [Markup])
  case text(String)
  case several([Markup])
  /// Bytes that this program drew itself (an SVG of `Picture`, which escapes its own texts).
  case drawing([UInt8])

  /// A name and a value; a nil value leaves the attribute out, an empty one writes it bare.
  struct Attribute: Sendable {
    var name: String
    var value: String?
    init(_ name: String, _ value: String?) {
      self.name = name
      self.value = value
    }
  }
}

@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
  static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  static func buildExpression(_ several: [Markup]) -> [Markup] { several }
  static func buildExpression(_ optional: Markup?) -> [Markup] { optional.map { [$0] } ?? [] }
  static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
  static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  static func buildEither(first: [Markup]) -> [Markup] { first }
  static func buildEither(second: [Markup]) -> [Markup] { second }
  static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}

/// An element with a class and other attributes: `element("p", class: "note") { "…" }`.
func element(
  _ name: String, class classes: String? = nil, _ attributes: [String: String?] = [:],
  @MarkupBuilder _ children: () -> [Markup] = { [] }
) -> Markup {
  var list: [Markup.Attribute] = []
  if let classes { list.append(.init("class", classes)) }
  for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
    list.append(.init(name, value))
  }
  return .element(name, list, children())
}

func link(
  _ address: String, class classes: String? = nil, _ attributes: [String: String?] = [:],
  @MarkupBuilder _ children: () -> [Markup]
) -> Markup {
  element(
    "a", class: classes, attributes.merging(["href": address]) { $1 }, children)
}

extension Markup {
  private static let voids: Set<String> = [
    "meta", "link", "input", "br", "hr", "img",
  ]

  /// The HTML of the piece, as UTF-8.
  func rendered() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16_384)
    write(into: &bytes)
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.escape(text, into: &bytes)
    case .several(let parts): for part in parts { part.write(into: &bytes) }
    case .drawing(let drawn): bytes.append(contentsOf: drawn)
    case .element(let name, let attributes, let children):
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: name.utf8)
      for attribute in attributes {
        guard let value = attribute.value else { continue }
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: attribute.name.utf8)
        if !value.isEmpty || attribute.name == "value" || attribute.name == "alt" {
          bytes.append(contentsOf: "=\"".utf8)
          Self.escape(value, into: &bytes)
          bytes.append(UInt8(ascii: "\""))
        }
      }
      bytes.append(UInt8(ascii: ">"))
      guard !Self.voids.contains(name) else { return }
      for child in children { child.write(into: &bytes) }
      bytes.append(contentsOf: "</".utf8)
      bytes.append(contentsOf: name.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: continue
      default: bytes.append(byte)
      }
    }
  }
}
