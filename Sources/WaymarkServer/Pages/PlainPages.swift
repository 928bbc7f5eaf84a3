import Diagnostics
import JourneyModel
import Wording

/// What is worth mending on the maps, worst first.
struct FindingsPage {
  var diagnostics: [Diagnostic]
  /// The workspace's folder; places are shown within it.
  var folder: String
  var words: Catalogue

  static func counts(_ diagnostics: [Diagnostic]) -> [String: String] {
    func number(_ severity: Severity) -> String {
      String(diagnostics.count { $0.severity == severity })
    }
    return [
      "errors": number(.error), "warnings": number(.warning), "notes": number(.note),
    ]
  }

  var content: Markup {
    .several([
      element("div", class: "page-head") {
        element("div") {
          element("h1") { words(.navFindings) }
          element("p") { words(.findingsLead) }
        }
        element("p", class: "small") { words(.findingsCount, Self.counts(diagnostics)) }
      },
      diagnostics.isEmpty
        ? element("div", class: "empty") { element("h2") { words(.findingsNoneTitle) } } : groups,
    ])
  }

  private var groups: Markup {
    .several(
      Severity.allCases.reversed().compactMap { severity in
        let members = diagnostics.filter { $0.severity == severity }
        guard !members.isEmpty else { return nil }
        return element("section") {
          element("h2") { "\(words(Self.phrase(for: severity))) (\(members.count))" }
          element("ul", class: "findings") { for each in members { row(each) } }
        }
      })
  }

  private func row(_ diagnostic: Diagnostic) -> Markup {
    element("li", class: "finding") {
      element("span", class: "chip \(Self.tone(of: diagnostic.severity))") {
        words(Self.phrase(for: diagnostic.severity))
      }
      element("div") {
        element("span") { diagnostic.message(in: words) }
        if let hint = diagnostic.hint(in: words) {
          element("span", class: "soft") { "\(words(.remedy)): \(hint)" }
        }
        element("span", class: "small soft") {
          if let place = diagnostic.location { "\(within(place.file)):\(place.line)  " }
          element("code") { diagnostic.code }
        }
      }
    }
  }

  private func within(_ file: String) -> String {
    var prefix = folder
    while prefix.hasSuffix("/") { prefix.removeLast() }
    return file.hasPrefix(prefix + "/") ? String(file.dropFirst(prefix.count + 1)) : file
  }

  private static func phrase(for severity: Severity) -> Phrase {
    switch severity {
    case .error: .severityError
    case .warning: .severityWarning
    case .note: .severityNote
    }
  }

  private static func tone(of severity: Severity) -> String {
    switch severity {
    case .error: "bad"
    case .warning: "warn"
    case .note: ""
    }
  }
}

/// What every number means.
struct DefinitionsPage {
  var words: Catalogue

  var content: Markup {
    .several([
      element("div", class: "page-head") {
        element("div") {
          element("h1") { words(.navDefinitions) }
          element("p") { words(.definitionsLead) }
        }
      },
      element("dl", class: "definitions") {
        for each in words.definitions {
          element("div", class: "tile", ["id": each.id]) {
            element("dt") { each.term }
            element("dd") { each.rule }
          }
        }
      },
    ])
  }
}

/// A page that says plainly why there is no other.
struct RefusalPage {
  var words: Catalogue
  var title: String
  var message: String
  var hint: String?

  var content: Markup {
    element("div", class: "empty") {
      element("h1") { title }
      element("p") { message }
      if let hint { element("p", class: "soft") { hint } }
      element("p") { link("/", class: "button") { words(.goHome) } }
    }
  }
}
