import Foundation
import Testing

/// No sentence that a person may read stands anywhere but in the catalogue.
@Suite struct InlineTextTests {
  /// The modules whose words come from `Wording`.
  static let modules = [
    "Diagnostics", "JourneyModel", "JourneyFormats", "Feedback", "WorkspaceStore", "Insight",
    "JourneyDrawing", "WaymarkServer", "waymark",
  ]

  /// Files, or folders, that hold words of their own, and why.
  static let exempt: [(path: String, reason: String)] = [
    ("JourneyFormats/Templates/", "contents of a map, not of the interface"),
    ("JourneyFormats/Notation/ClaimText.swift", "the words of the notation, read and written"),
    ("JourneyFormats/Notation/SurveyNotation.swift", "the words of the notation"),
    ("JourneyFormats/Notation/YAMLTree+Building.swift", "what the YAML parser calls its faults"),
    ("JourneyFormats/Notation/YAMLEventReader.swift", "what the YAML parser calls its faults"),
    ("JourneyModel/Rules/DepartmentNames.swift", "names that are recognised, not shown"),
    ("JourneyModel/Edits/", "refusals of edits that our own pages do not send"),
    ("JourneyModel/Properties/", "forms of values, for the refusals of edits"),
    ("Feedback/Answers/AnswerProblem.swift", "descriptions for programmers"),
    ("Diagnostics/Catalogue/FindingsPage.swift", "the page of documentation, written in English"),
    ("WaymarkServer/Markup/", "HTML"),
    ("WaymarkServer/Pages/Shell.swift", "HTML"),
    ("WaymarkServer/Routes/OpenAPIDocument.swift", "documentation for programmers, in English"),
  ]

  /// What stands before texts that never reach a person, or are names for the catalogue.
  static let calls: [(before: String, reason: String)] = [
    ("precondition(", "what we got wrong"),
    ("preconditionFailure(", "what we got wrong"),
    ("debugDescription:", "what a decoder tells programmers"),
    ("attempt:", "looked up in the catalogue by its English"),
    ("detail:", "details of damage, from modules without words"),
    ("let detail", "details of damage, from modules without words"),
    ("roles:", "class names of drawings"),
    ("sql:", "SQL"), ("let columns =", "SQL"), ("let isOpen =", "SQL"),
    ("APIRoute(", "what a route does, in the description of the API for programmers"),
    (".required(", "what a field means, in the description of the API for programmers"),
    (".optional(", "what a field means, in the description of the API for programmers"),
    ("logger.", "logs, which are searched by their words"),
    ("thread.name =", "what a debugger shows"),
    ("let heading =", "the form of a file"),
    ("let pendingName =", "a key in the database"),
    ("let rememberedName =", "a key in the database"),
  ]

  /// Texts for programs.
  static let headers = [
    "charset=utf-8", "attachment; filename", "GET, HEAD", "<!doctype html>", "Path=/", "max-age=",
    "default-src", "noindex, ", ": still here", "initial-scale=1", "light dark",
  ]

  /// What texts in SQL begin with.
  static let statements = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "PRAGMA", "WITH", "AND",
  ]

  /// A text in the source, with the line it begins in.
  struct Literal {
    var line: Int
    var text: String
    var before: String
  }

  @Test(arguments: modules)
  func `a module has no sentence of its own`(module: String) throws {
    let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let folder = root.appending(path: "Sources/\(module)")
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".swift") {
      let path = "\(module)/\(name)"
      if Self.exempt.contains(where: { path.hasPrefix($0.path) }) { continue }
      let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for literal in Self.literals(in: source)
      where Self.isSentence(literal.text) && !Self.isForPrograms(literal) {
        Issue.record("\(path):\(literal.line): \"\(literal.text)\" belongs into the catalogue")
      }
    }
  }

  @Test func `every exemption is still needed`() throws {
    let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    for (path, _) in Self.exempt {
      #expect(
        FileManager.default.fileExists(atPath: root.appending(path: "Sources/\(path)").path),
        "\(path) is no longer there")
    }
  }

  @Test func `what looks like a sentence is found, whatever stands around it`() {
    let source = #"""
      let a = "no sentence-here" // "a comment is none"
      let b = ["map": "the map \(name.isEmpty ? "x y z" : "")"]
      precondition(ok, "a mistake of ours")
      let c = "SELECT name FROM person"
      try database.execute(sql: """
        DELETE FROM person
        """)
      element("p", class: "very soft") { "some paragraph" }
      APIRoute(.get, "/", "What it does.") { request in
        throw "it was not done"
      }
      """#
    let found = Self.literals(in: source).filter {
      Self.isSentence($0.text) && !Self.isForPrograms($0)
    }
    #expect(found.map(\.line) == [1, 2, 8, 10])
    #expect(
      found.map(\.text) == ["no sentence-here", "the map …", "some paragraph", "it was not done"])
  }

  /// Two words of two letters or more, one after the other.
  static func isSentence(_ text: String) -> Bool {
    text.range(of: #"\p{L}{2,}[,:;.]? \p{L}{2,}"#, options: .regularExpression) != nil
  }

  static func isForPrograms(_ literal: Literal) -> Bool {
    calls.contains { literal.before.contains($0.before) }
      || headers.contains { literal.text.contains($0) } || isSQL(literal.text)
      || isClass(literal)
  }

  /// Names of classes in HTML: they stand after `class:`, up to the content of the element.
  static func isClass(_ literal: Literal) -> Bool {
    literal.before.range(of: "class:", options: .backwards)
      .map { !literal.before[$0.upperBound...].contains("{") } ?? false
  }

  static func isSQL(_ text: String) -> Bool {
    statements.contains(String(text.drop(while: \.isWhitespace).prefix(while: \.isUppercase)))
  }

  /// The texts of a source file outside comments, with `…` for what is filled in.
  static func literals(in source: String) -> [Literal] {
    let characters = Array(source)
    var result: [Literal] = []
    var line = 1
    var index = 0
    /// What stands before a text, back to the end of the statement before.
    var before = ""

    func starts(_ text: String, at place: Int) -> Bool {
      characters[place...].starts(with: text)
    }
    /// Goes past an interpolation; its own texts are no sentences by themselves.
    func pastInterpolation() {
      var depth = 0
      var isText = false
      while index < characters.count {
        let character = characters[index]
        index += 1
        if character == "\"" { isText.toggle() }
        if isText { continue }
        if character == "(" { depth += 1 }
        if character == ")" {
          depth -= 1
          if depth == 0 { return }
        }
      }
    }

    while index < characters.count {
      let character = characters[index]
      if starts("//", at: index) {
        while index < characters.count, characters[index] != "\n" { index += 1 }
        continue
      }
      guard character == "\"" else {
        if character == "\n" { line += 1 }
        before =
          character == "\n" && !"(,:?+".contains(before.last { $0 != " " } ?? ";")
          ? "" : before + String(character)
        index += 1
        continue
      }
      let mark = starts("\"\"\"", at: index) ? "\"\"\"" : "\""
      let first = line
      var text = ""
      index += mark.count
      while index < characters.count, !starts(mark, at: index) {
        if starts("\\(", at: index) {
          index += 1
          pastInterpolation()
          text += "…"
        } else if characters[index] == "\\" {
          index += 2
          text += "\\"
        } else {
          if characters[index] == "\n" { line += 1 }
          text.append(characters[index])
          index += 1
        }
      }
      index += mark.count
      result.append(Literal(line: first, text: text, before: before))
    }
    return result
  }
}
