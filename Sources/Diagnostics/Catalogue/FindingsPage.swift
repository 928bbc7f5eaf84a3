/// The page of finding codes: one section per module, generated from the module's own catalogue.
///
/// A section stands between two comments, so that each module can compare and rewrite its own and
/// leave those of its neighbours alone.
public enum FindingsPage {
  /// The page before any module has written its section.
  public static let opening = """
    # Finding codes

    What `waymark check` and the pages of the server can find, what it means and what to do about it.
    A code never changes its meaning. An **error** means that a map cannot be trusted to be what was
    meant, a **warning** that good practice is broken, a **note** is advice.

    The tables are generated from the catalogues in the source: run the tests with `UPDATE_GOLDEN=1`
    to write them anew.

    """

  /// One module's section, markers included.
  public static func section(_ name: String, title: String, codes: [FindingCode]) -> String {
    var lines = [start(of: name), "## \(title)", ""]
    lines.append("| code | severity | what it means | what to do |")
    lines.append("|---|---|---|---|")
    for code in codes.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
      lines.append(
        "| `\(code.code)` | \(code.severity.rawValue) | \(cell(code.meaning)) | \(cell(code.remedy)) |"
      )
    }
    lines.append(end(of: name))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The part of a page that belongs to a module, markers included; nil if the page has none.
  public static func section(_ name: String, of page: String) -> String? {
    guard let range = range(of: name, in: page) else { return nil }
    return String(page[range])
  }

  /// A page with one module's section put in place of the former one, or added at the end.
  public static func replacing(_ name: String, with section: String, in page: String) -> String {
    guard let range = range(of: name, in: page) else {
      return (page.isEmpty ? opening : page) + "\n" + section
    }
    return page[..<range.lowerBound] + section + page[range.upperBound...]
  }

  private static func start(of name: String) -> String { "<!-- findings of \(name) -->" }
  private static func end(of name: String) -> String { "<!-- end of \(name) -->" }

  private static func range(of name: String, in page: String) -> Range<String.Index>? {
    guard let first = position(of: start(of: name), in: page),
      let last = position(of: end(of: name), in: page), first.lowerBound < last.lowerBound
    else { return nil }
    var end = last.upperBound
    if end < page.endIndex, page[end] == "\n" { end = page.index(after: end) }
    return first.lowerBound..<end
  }

  private static func position(of line: String, in page: String) -> Range<String.Index>? {
    var start = page.startIndex
    while start < page.endIndex {
      let end = page[start...].firstIndex(of: "\n") ?? page.endIndex
      if page[start..<end] == line { return start..<end }
      start = end < page.endIndex ? page.index(after: end) : end
    }
    return nil
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
