/// The tags of a page with their attributes, read by plain rules, and what is wrong with them.
struct ReadMarkup {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }
  var tags: [Tag] = []
  /// Text between tags, entities as written.
  var text = ""
  /// Elements that close in another order than they opened.
  var problems: [String] = []

  private static let voids: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

  init(_ page: String) {
    var open: [String] = []
    var rest = Substring(page)
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = Self.end(of: rest) else {
        problems.append("a tag without an end")
        return
      }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!") || inside.hasPrefix("?") { continue }
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.last == name { open.removeLast() } else { problems.append("</\(name)> in \(open)") }
        continue
      }
      let tag = Self.tag(inside)
      tags.append(tag)
      if !inside.hasSuffix("/"), !Self.voids.contains(tag.name) { open.append(tag.name) }
    }
    text += rest
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  /// The `>` that is in no quotes.
  private static func end(of rest: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in rest.indices {
      if rest[index] == "\"" { isQuoted.toggle() }
      if rest[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func tag(_ inside: Substring) -> Tag {
    var rest = inside.drop { $0 == " " }
    let name = rest.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
    rest = rest.dropFirst(name.count)
    var attributes: [(String, String)] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "/" || $0 == "\n" }
      let name = rest.prefix { $0 != "=" && $0 != " " && $0 != "/" }
      if name.isEmpty { break }
      rest = rest.dropFirst(name.count)
      var value = Substring("")
      if rest.hasPrefix("=\"") {
        value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(3 + value.count)
      } else if rest.hasPrefix("=") {
        value = rest.dropFirst().prefix { $0 != " " }
        rest = rest.dropFirst(1 + value.count)
      }
      attributes.append((name.lowercased(), String(value)))
    }
    return Tag(name: name.lowercased(), attributes: attributes)
  }

  /// Addresses that the page leads to or loads.
  var addresses: [String] {
    tags.flatMap { tag in
      ["href", "src", "action", "data-map"].compactMap { tag.value($0) }
    }.map { $0.replacing("&amp;", with: "&") }
  }

  /// What a strict content policy forbids, and what would run text as code.
  var unsafe: [String] {
    var found: [String] = []
    for tag in tags {
      if tag.name == "style" { found.append("<style>") }
      if tag.name == "script", tag.value("src")?.hasPrefix("/assets/") != true {
        found.append("<script> in the page")
      }
      if ["iframe", "object", "embed", "base", "foreignobject"].contains(tag.name) {
        found.append("<\(tag.name)>")
      }
      for (name, value) in tag.attributes {
        if name == "style" || name.hasPrefix("on") { found.append("<\(tag.name) \(name)=…>") }
        let start = value.lowercased().trimmingPrefix { $0 == " " }
        if start.hasPrefix("javascript:") || start.hasPrefix("data:") {
          found.append("<\(tag.name) \(name)=\(value)>")
        }
        if ["href", "src", "action"].contains(name), value.contains("//") {
          found.append("\(value) leaves the server")
        }
      }
    }
    return found
  }
}
