import Foundation
import HTTPTypes
import Insight
import JourneyModel
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Every page that a link leads to, from the first one on.
struct EveryPageTests {
  @Test func `every link of every page leads to a page that is whole, safe and filled in`()
    async throws
  {
    let visitor = try Visitor(TestWorkspace.sharedShop.get().path)
    var known: Set<String> = ["/", "/findings", "/data", "/definitions", "/journeys/funnel"]
    var waiting = known.sorted()
    var pages = 0
    while let address = waiting.popLast() {
      let answer = try await visitor.ask(address)
      #expect(answer.status == 200, "\(address)")
      for header in [
        "content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options",
        "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy",
      ] {
        #expect(answer.headers[try #require(HTTPField.Name(header))] != nil, "\(address) \(header)")
      }
      guard answer.type.hasPrefix("text/html") else { continue }
      pages += 1
      let page = ReadMarkup(answer.text)
      #expect(page.problems.isEmpty, "\(address): \(page.problems)")
      #expect(page.unsafe.isEmpty, "\(address): \(page.unsafe)")
      #expect(page.tags.first?.name == "html" && page.tags.first?.value("lang") == "en")
      // Pages that the browser's part makes say to everybody else that they need it.
      let isMadeByScript = page.tags.contains { ["page", "editor"].contains($0.value("id")) }
      let heading = isMadeByScript ? "noscript" : "h1"
      #expect(page.tags.contains { $0.name == heading }, "\(address)")
      let ids = page.tags.compactMap { $0.value("id") }
      #expect(Set(ids).count == ids.count, "\(address): an id stands twice")
      #expect(!Self.hasPlace(page.text), "\(address)")
      for other in page.addresses {
        let bare = String(other.prefix { $0 != "#" })
        if bare.isEmpty { #expect(ids.contains(String(other.dropFirst())), "\(other)") }
        if bare.hasPrefix("/"), known.insert(bare).inserted { waiting.append(bare) }
      }
    }
    // Five stages, nineteen touchpoints and every card have a page of their own.
    #expect(pages > 70)
    for address in [
      "/maps/first-order", "/maps/first-order?view=table", "/maps/first-order/stages/purchase",
      "/maps/first-order/touchpoints/basket", "/maps/first-order/cards/b-payment-error",
      "/journeys/flow", "/journeys/paths", "/journeys/time", "/maps/first-order/edit", "/library",
      "/people", "/account", "/new", "/assets/app.css", "/assets/app.js", "/assets/editor.js",
      "/assets/pages.js", "/assets/design.css", "/assets/panels.css",
      "/assets/palette.css", "/assets/icon.svg", "/maps/first-order/map.pdf?paper=a4",
    ] { #expect(known.contains(address), "\(address)") }
  }

  /// A phrase whose `{place}` nobody filled in.
  static func hasPlace(_ text: String) -> Bool {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().contains { part in
      let name = part.prefix { $0.isLetter || $0.isNumber }
      return !name.isEmpty && part.dropFirst(name.count).hasPrefix("}")
    }
  }

  @Test func `the policy allows nothing inline and nothing from elsewhere`() async throws {
    let visitor = try Visitor(TestWorkspace.sharedShop.get().path)
    let name = try #require(HTTPField.Name("content-security-policy"))
    let answer = try await visitor.ask("/")
    let policy = try #require(answer.headers[name])
    #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
    #expect(!policy.contains("unsafe") && !policy.contains("http:") && !policy.contains("*"))
  }

  @Test func `the table view holds every card that is shown, and the numbers of the stages`()
    async throws
  {
    let shop = try TestWorkspace.sharedShop.get()
    let visitor = try Visitor(shop.path)
    let page = ReadMarkup(try await visitor.ask("/maps/first-order?view=table").text)
    let linked = Set(page.addresses)
    let maps = visitor.server.store.editor.workspace().workspace.maps
    let map = try #require(maps.first)
    let hidden = Set(map.lanes.filter(\.isHidden).map(\.id))
    let shown = map.cards.filter { !hidden.contains($0.lane) }
    #expect(shown.count > 40)
    for card in shown { #expect(linked.contains("/maps/first-order/cards/\(card.id)")) }
    for stage in map.stages { #expect(linked.contains("/maps/first-order/stages/\(stage.id)")) }
    #expect(page.text.contains("Reach 80") && page.text.contains("Loss 41"))
  }

  @Test func `maps come as SVG, PDF and PNG`() async throws {
    let visitor = try Visitor(TestWorkspace.sharedShop.get().path)
    for (name, type, start) in [
      ("map.svg", "image/svg+xml", Array("<?xml".utf8)),
      ("map.svg?theme=dark", "image/svg+xml", Array("<?xml".utf8)),
      ("map.pdf", "application/pdf", Array("%PDF-".utf8)),
      ("map.pdf?paper=a4", "application/pdf", Array("%PDF-".utf8)),
      ("map.png", "image/png", [0x89, 0x50, 0x4E, 0x47]),
    ] {
      let answer = try await visitor.ask("/maps/first-order/\(name)")
      #expect(answer.status == 200 && answer.type == type, "\(name)")
      #expect(answer.bytes.starts(with: start), "\(name)")
      #expect(answer.headers[.contentDisposition]?.contains("first-order.") == true)
    }
    #expect(try await visitor.ask("/maps/first-order/map.gif").status == 404)
    #expect(try await visitor.ask("/maps/second-order/map.svg").status == 404)
  }

  @Test func `a workspace without events or maps has pages that say what to do`() async throws {
    let workspace = try TestWorkspace()
    try workspace.write("format: 1\nname: Bare\n", to: "waymark.yaml")
    let visitor = try Visitor(workspace.path)
    for address in ["/", "/findings", "/data", "/definitions", "/journeys/flow"] {
      let answer = try await visitor.ask(address)
      #expect(answer.status == 200, "\(address)")
      #expect(ReadMarkup(answer.text).problems.isEmpty)
    }
    #expect(try await visitor.ask("/").text.contains("No map yet"))
    #expect(try await visitor.ask("/journeys/time").text.contains("waymark import events"))
  }
}
