import Foundation
import Testing

@testable import Wording

@Suite struct CatalogueTests {
  @Test func `every phrase has its text`() {
    #expect(Catalogue.english.pages.missing.isEmpty)
    #expect(Catalogue.english.drawings.missing.isEmpty)
    #expect(Catalogue.english.commands.missing.isEmpty)
  }

  @Test func `places in a phrase are filled in, and only once`() {
    let words = Catalogue.english
    #expect(words(.ofCustomers, ["n": "{all}", "all": "7"]) == "{all} of 7 customers")
    #expect(words(.ofCustomers, ["n": "3"]) == "3 of {all} customers")
  }

  /// Everything written in the sources of a module.
  private static func sources(of module: String) throws -> String {
    let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let folder = root.appending(path: "Sources/\(module)")
    var source = ""
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".swift") {
      source += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return source
  }

  @Test func `every phrase is used by a page`() throws {
    let source = try Self.sources(of: "WaymarkServer")
    for phrase in Phrase.allCases {
      #expect(source.contains(".\(phrase.rawValue)"), "\(phrase.rawValue) is used nowhere")
    }
  }

  @Test func `every phrase of the drawings is used by one`() throws {
    let source = try Self.sources(of: "JourneyDrawing")
    for phrase in DrawingPhrase.allCases {
      #expect(source.contains(".\(phrase.rawValue)"), "\(phrase.rawValue) is used nowhere")
    }
  }

  @Test func `every phrase of the command line is used by it`() throws {
    let source = try Self.sources(of: "waymark")
    for phrase in CommandPhrase.allCases {
      #expect(source.contains(".\(phrase.rawValue)"), "\(phrase.rawValue) is used nowhere")
    }
  }

  @Test func `every key that findings and errors are said by has its sentence`() throws {
    let words = Catalogue.english.findings
    let keys = [
      (#/\.word\(\s*"([^"\\]+)"/#, "word/"), (#/Saying\(\s*"([^"\\]+)"/#, ""),
      (#/\(attempt: "([^"\\]+)"/#, "word/attempt: "),
    ]
    let modules = [
      "Diagnostics", "EventStore", "JourneyModel", "Feedback", "JourneyFormats", "WorkspaceStore",
      "Insight", "JourneyDrawing", "WaymarkServer", "waymark",
    ]
    for module in modules {
      // The writer of the notation has words of its own.
      let source = try Self.sources(of: module).replacing("writer.word(", with: "")
      for (pattern, prefix) in keys {
        for match in source.matches(of: pattern)
        where !match.1.hasSuffix("/") && !match.1.hasSuffix("-") {
          #expect(words.has(prefix + match.1), "\(module) says \(prefix + match.1)")
        }
      }
    }
  }

  @Test
  func `every variant and part of a code's texts is asked for, and every one asked for is there`()
    throws
  {
    let keys = Catalogue.english.findings.keys
    let names = Set(
      keys.filter { !$0.hasPrefix("word/") && !$0.contains("#") && $0.contains("/") }
        .compactMap { $0.split(separator: "/").last.map(String.init) })
    var source = ""
    for module in ["JourneyModel", "Feedback", "JourneyFormats", "WorkspaceStore", "Insight"] {
      source += try Self.sources(of: module)
    }
    for name in names {
      #expect(
        source.contains("\"\(name)\"") || source.contains("/\(name)\"")
          || ["nps", "csat", "ces", "rating"].contains(name), "\(name) is asked for nowhere")
    }
    for match in source.matches(of: #/variant: [^",\n]*"([^"\\]+)"/#) {
      #expect(names.contains(String(match.1)), "\(match.1) has no text")
    }
  }

  @Test func `no text of a finding has a place that is never closed or has no name`() {
    let words = Catalogue.english.findings
    // The faults of YAML name its own braces.
    for key in words.keys where !key.hasPrefix("notation.syntax/") {
      let text = words(key, [:])
      #expect(
        text.count(where: { $0 == "{" }) == text.count(where: { $0 == "}" }), "\(key): \(text)")
      #expect(!text.contains("{}"), "\(key): \(text)")
    }
  }

  @Test func `definitions have different anchors`() {
    let ids = Catalogue.english.definitions.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
