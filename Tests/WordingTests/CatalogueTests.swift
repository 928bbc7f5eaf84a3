import Foundation
import Testing

@testable import Wording

@Suite struct CatalogueTests {
  @Test func `every phrase has its text`() {
    #expect(Catalogue.english.missing.isEmpty)
  }

  @Test func `places in a phrase are filled in, and only once`() {
    let words = Catalogue.english
    #expect(words(.ofCustomers, ["n": "{all}", "all": "7"]) == "{all} of 7 customers")
    #expect(words(.ofCustomers, ["n": "3"]) == "3 of {all} customers")
  }

  @Test func `every phrase is used by a page`() throws {
    let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let pages = root.appending(path: "Sources/WaymarkServer")
    var source = ""
    for name in try FileManager.default.subpathsOfDirectory(atPath: pages.path)
    where name.hasSuffix(".swift") {
      source += try String(contentsOf: pages.appending(path: name), encoding: .utf8)
    }
    for phrase in Phrase.allCases {
      #expect(source.contains(".\(phrase.rawValue)"), "\(phrase.rawValue) is used nowhere")
    }
  }

  @Test func `definitions have different anchors`() {
    let ids = Catalogue.english.definitions.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
