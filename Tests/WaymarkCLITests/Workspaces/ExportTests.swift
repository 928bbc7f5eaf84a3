import Foundation
import Testing

/// `waymark export` and `waymark render`.
struct ExportTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["shop", "pram"])
  func `a workspace as text is the same workspace`(name: String) throws {
    let source = try (name == "shop" ? Samples.shop : Samples.pram).get()
    let first = try Tool.run("export", source, "--as", "text", folder.path("first"))
    #expect(first.code == 0, "\(first.err)")
    let second = try Tool.run(
      "export", folder.path("first"), "--as", "text", folder.path("second"))
    #expect(second.code == 0, "\(second.err)")
    #expect(try folder.listing("first") == folder.listing("second"))

    func findings(_ path: String) throws -> [String] {
      try Tool.run("check", path, "--format", "json").decoded(as: Findings.self).findings
        .map { "\($0.code) \($0.message)" }.sorted()
    }
    #expect(try findings(folder.path("first")) == findings(folder.path("second")))
    // With events in the workspace, live numbers judge some cards; the text holds no events.
    if name == "pram" { #expect(try findings(source) == findings(folder.path("first"))) }
    let json = [folder.path("a.json"), folder.path("b.json")]
    #expect(try Tool.run("export", source, "--as", "json", json[0]).code == 0)
    #expect(try Tool.run("export", folder.path("first"), "--as", "json", json[1]).code == 0)
    #expect(try folder.bytes("a.json") == folder.bytes("b.json"))
    let everything = try Everything.read(json[0])
    #expect(everything.format == 1 && everything.workspace.maps.count == 1)
  }

  @Test func `an export goes into an empty folder, and only whole`() throws {
    let source = try Samples.pram.get()
    try folder.write("mine", to: "full/notes.txt")
    #expect(try Tool.run("export", source, "--as", "text", folder.path("full")).code == 2)
    #expect(try folder.listing("full").count == 1)
    let copy = try Samples.textCopy(of: Samples.pram, in: folder)
    try folder.write("format: 1\nname: [\n", to: "workspace/maps/broken.yaml")
    let broken = try Tool.run("export", copy, "--as", "text", folder.path("out"))
    #expect(broken.code == 3)
    #expect(broken.err.contains("broken.yaml"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    let nowhere = try Tool.run(
      "export", source, "--as", "json", folder.path("absent/folder/out.json"))
    #expect(nowhere.code == 3)
  }

  @Test func `a map is drawn as SVG, PDF and PNG`() throws {
    let source = try Samples.shop.get()
    for (name, start) in [("m.svg", "<?xml"), ("m.pdf", "%PDF-"), ("m.png", "\u{FFFD}PNG")] {
      let run = try Tool.run("render", source, "-o", folder.path(name))
      #expect(run.code == 0, "\(run.err)")
      let bytes = try folder.bytes(name)
      #expect(String(decoding: bytes.prefix(8), as: UTF8.self).hasPrefix(start), "\(name)")
    }
    let svg = try folder.text("m.svg")
    #expect(svg.contains("data-stage=\"purchase\""))
    let table = try Tool.run("render", source, "--view", "table", "-o", folder.path("t.svg"))
    #expect(table.code == 0, "\(table.err)")
  }

  @Test func `one map file is drawn without a workspace`() throws {
    let map = try folder.write(
      "format: 1\nname: Orders\nstages:\n  - id: choose\n    name: Choose\n", to: "orders.yaml")
    let run = try Tool.run("render", map, "-o", folder.path("orders.svg"))
    #expect(run.code == 0, "\(run.err)")
    #expect(try folder.text("orders.svg").contains("Choose"))
  }

  @Test func `a picture of an unknown form or map is refused`() throws {
    let source = try Samples.shop.get()
    #expect(try Tool.run("render", source, "-o", folder.path("m.gif")).code == 2)
    let map = try Tool.run("render", source, "--map", "moon", "-o", folder.path("m.svg"))
    #expect(map.code == 2)
    #expect(map.err.contains("first-order"))
    let scale = try Tool.run("render", source, "--scale", "900", "-o", folder.path("m.png"))
    #expect(scale.code == 2)
    #expect(try folder.listing().isEmpty)
  }
}
