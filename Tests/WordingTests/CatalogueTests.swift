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

  @Test func `definitions have different anchors`() {
    let ids = Catalogue.english.definitions.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
