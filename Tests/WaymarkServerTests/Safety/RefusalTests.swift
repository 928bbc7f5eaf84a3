import HTTPTypes
import Testing

@testable import WaymarkServer

/// What the server does not answer.
struct RefusalTests {
  let visitor: Visitor
  init() throws { visitor = try Visitor(TestWorkspace.sharedShop.get().path) }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
    "127.0.0.2", "0.0.0.0:8080", "[::2]:8080", "", "user@evil.example", "192.168.1.5:8080",
  ])
  func `a host that is not this machine is refused`(host: String) async throws {
    for path in ["/", "/assets/app.css", "/maps/first-order/map.svg", "/nowhere"] {
      let answer = try await visitor.ask(path, host: host)
      #expect(answer.status == 421)
      #expect(!answer.text.contains("Online shop"))
    }
  }

  @Test func `a request without a host is refused`() async throws {
    #expect(try await visitor.ask("/", host: nil).status == 421)
  }

  @Test(arguments: ["localhost", "LOCALHOST:9", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080"])
  func `this machine's own names are answered`(host: String) async throws {
    #expect(try await visitor.ask("/definitions", host: host).status == 200)
  }

  @Test func `the name that a proxy makes known is answered, and only that`() async throws {
    let proxied = try Visitor(
      TestWorkspace.sharedShop.get().path, publicURL: "https://Maps.example.org/shop")
    #expect(try await proxied.ask("/definitions", host: "maps.example.org").status == 200)
    #expect(try await proxied.ask("/definitions", host: "maps.example.com").status == 421)
  }

  @Test(arguments: [
    HTTPRequest.Method.post, .put, .patch, .delete, .options, .trace,
  ])
  func `the pages only read`(method: HTTPRequest.Method) async throws {
    for path in ["/", "/maps/first-order", "/journeys/funnel"] {
      let answer = try await visitor.ask(path, method: method)
      #expect(answer.status == 405)
      #expect(answer.headers[.allow] == "GET, HEAD")
    }
  }

  @Test(arguments: [
    "/nowhere", "/maps", "/maps/", "/maps/none", "/maps/first-order/none",
    "/maps/first-order/stages/none", "/maps/first-order/cards/none",
    "/maps/first-order/touchpoints/none", "/journeys/none", "/assets/none",
    "/assets/..%2F..%2Fapp.css", "/assets/../Pages/Shell.swift", "/%2e%2e/waymark.yaml",
    "/maps/..%2Fwaymark", "/waymark.yaml", "/events/manifest", "/%00", "/maps/%FF%FE",
  ])
  func `what is not there is not found`(path: String) async throws {
    let answer = try await visitor.ask(path)
    #expect(answer.status == 404 || answer.status == 400, "\(answer.status)")
    #expect(!answer.text.contains("format: 1"))
  }

  @Test(arguments: [
    "since=yesterday", "until=2024-02-31", "channel=moon", "where=platform", "where=moon=full",
    "by=colour", "steps=home,moon", "steps=home&window=soon",
    "steps=" + Array(repeating: "home", count: 65).joined(separator: ","),
  ])
  func `a filter that cannot be read is said to be so`(query: String) async throws {
    let answer = try await visitor.ask("/journeys/funnel?\(query)")
    #expect(answer.status == 200)
    let page = ReadMarkup(answer.text)
    #expect(page.tags.contains { $0.value("role") == "alert" }, "\(query)")
    #expect(page.problems.isEmpty && page.unsafe.isEmpty)
  }

  @Test(arguments: [
    "since=%3Cscript%3Ealert(1)%3C/script%3E", "where=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "steps=%27%3B--%3Cb%3E", "map=../../etc/passwd", "channel=%00", "channel=%FF%FE%80", "&&&===",
    "group=%E2%80%AE", "map=&map=&map=first-order", "window=99999999999999999999d",
    "window=-1d", "since=9999-12-31&until=0001-01-01", "mode=&entry=&by=", "where==", "where=%3D",
  ])
  func `a hostile query is answered with a page that is safe`(query: String) async throws {
    for kind in ["funnel", "flow", "paths", "time"] {
      let answer = try await visitor.ask("/journeys/\(kind)?\(query)")
      #expect(answer.status == 200 || answer.status == 400, "\(answer.status)")
      let page = ReadMarkup(answer.text)
      #expect(page.problems.isEmpty && page.unsafe.isEmpty, "\(page.problems) \(page.unsafe)")
    }
    let map = try await visitor.ask("/maps/first-order?\(query)")
    #expect(map.status == 200)
    #expect(ReadMarkup(map.text).unsafe.isEmpty)
  }

  @Test func `a very long query is answered`() async throws {
    let long = String(repeating: "a", count: 20_000)
    #expect(try await visitor.ask("/journeys/paths?channel=\(long)").status == 200)
  }
}
