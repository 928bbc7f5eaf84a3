/// Writes a document line by line: one thing a line, two spaces a level, the same order for the same kind of thing.
///
/// Values that say nothing (empty texts, empty lists) are left out.
struct NotationWriter {
  private(set) var text = "format: \(Notation.format)\n"
  private var level = 0
  /// The next line is the first of a list item.
  private var beginsItem = false

  /// Longest text that may stand as a key; YAML allows 1,024 characters.
  static let longestKey = 128

  // MARK: Lines

  private mutating func begin() {
    if beginsItem {
      text += String(repeating: "  ", count: level - 1) + "- "
      beginsItem = false
    } else {
      text += String(repeating: "  ", count: level)
    }
  }

  /// A value that is written as it is: an id, a number, a date, a word of the notation.
  mutating func word(_ key: String, _ value: String?) {
    guard let value else { return }
    begin()
    text += "\(key): \(value)\n"
  }

  mutating func word(_ key: String, _ value: some CustomStringConvertible) {
    word(key, Optional(value.description))
  }

  /// A text of the user's; left out if empty.
  mutating func value(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    requiredValue(key, value)
  }

  /// A text of the user's, also if it is empty.
  mutating func requiredValue(_ key: String, _ value: String) {
    begin()
    text += ScalarText.inline(key) + ": "
    scalar(value)
  }

  private mutating func scalar(_ value: String) {
    guard let block = ScalarText.block(value) else {
      text += ScalarText.inline(value) + "\n"
      return
    }
    text += block.mark + "\n"
    let indent = String(repeating: "  ", count: level + 1)
    for line in block.lines { text += line.isEmpty ? "\n" : indent + line + "\n" }
  }

  mutating func flag(_ key: String, _ value: Bool) {
    if value { word(key, "true") }
  }

  /// A list of texts; left out if empty.
  mutating func list(_ key: String, _ values: [String]) {
    if values.isEmpty { return }
    section(key) { writer in
      for value in values {
        writer.item { writer in
          writer.begin()
          writer.scalar(value)
        }
      }
    }
  }

  // MARK: Nesting

  /// A key with lines under it; at the outermost level after an empty line.
  ///
  /// - Precondition: the body writes at least one line.
  mutating func section(_ key: String, _ body: (inout NotationWriter) -> Void) {
    if level == 0 { text += "\n" }
    begin()
    text += ScalarText.inline(key) + ":\n"
    level += 1
    body(&self)
    level -= 1
  }

  /// A list of mappings under a key; left out if empty.
  ///
  /// - Precondition: the body writes at least one line for each element.
  mutating func items<Element>(
    _ key: String, _ elements: [Element], _ body: (inout NotationWriter, Element) -> Void
  ) {
    if elements.isEmpty { return }
    section(key) { writer in
      for element in elements {
        writer.item { writer in body(&writer, element) }
      }
    }
  }

  private mutating func item(_ body: (inout NotationWriter) -> Void) {
    beginsItem = true
    level += 1
    body(&self)
    level -= 1
  }

  /// Pairs of texts as lines `name: value` where the names allow it, else as a list of mappings.
  mutating func pairs(
    _ key: String, _ pairs: [(name: String, value: String)], nameKey: String, valueKey: String
  ) {
    if pairs.isEmpty { return }
    let isMapping =
      Set(pairs.map { Array($0.name.unicodeScalars) }).count == pairs.count
      && pairs.allSatisfy { Self.isKey($0.name) }
    if isMapping {
      section(key) { writer in
        for pair in pairs { writer.requiredValue(pair.name, pair.value) }
      }
    } else {
      items(key, pairs) { writer, pair in
        writer.requiredValue(nameKey, pair.name)
        writer.requiredValue(valueKey, pair.value)
      }
    }
  }

  private static func isKey(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longestKey
      && !text.unicodeScalars.contains {
        $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029
      }
  }
}
