import Picture
import Testing

struct SVGWriterTests {
  private let ink = Paint("ink", light: Colour(hex: 0), dark: Colour(hex: 0xFFFFFF, alpha: 0.5))

  private func scene(_ nodes: [Node], title: String = "T", summary: String = "") -> Scene {
    Scene(
      size: Size(100, 50), title: title, summary: summary,
      background: Paint("paper", light: Colour(hex: 0xFFFFFF), dark: Colour(hex: 0)), nodes: nodes)
  }

  private func text(_ lines: [String], alignment: TextAlignment = .leading) -> Node {
    let placed = lines.enumerated().map {
      TextLayout.Line(text: $1, width: 10, baseline: 10 + Double($0) * 12)
    }
    return .text(
      PlacedText(
        TextLayout(lines: placed, size: Size(10, Double(lines.count) * 12)),
        style: TextStyle(size: 10), paint: ink, at: Point(5, 5), alignment: alignment))
  }

  private func string(_ scene: Scene, _ options: SVGOptions = .theme(.light)) -> String {
    String(decoding: SVGWriter(options).write(scene), as: UTF8.self)
  }

  @Test(arguments: [SVGOptions.theme(.light), .theme(.dark), .adaptive])
  func `a scene becomes well-formed XML with all its texts`(options: SVGOptions) {
    let scene = SampleScene(PangoTextMeasurer()).scene()
    let parsed = ParsedSVG(SVGWriter(options).write(scene))
    #expect(parsed.isWellFormed)
    let texts = parsed.all("text").map(\.text)
    let expected = scene.allTexts.map { text in
      text.layout.lines.reduce("") { $0 + $1.text + ($1.continuesWord ? "" : " ") }.dropLast()
    }
    #expect(texts == expected.map(String.init))
  }

  @Test func `the same scene gives the same bytes`() {
    let measurer = PangoTextMeasurer()
    let first = SVGWriter(.adaptive).write(SampleScene(measurer).scene())
    let second = SVGWriter(.adaptive).write(SampleScene(PangoTextMeasurer()).scene())
    #expect(first == second)
  }

  @Test func `hostile text stays text`() {
    let evil = "</text><script>alert('x')</script>\" onload=\"y\u{0}\u{8}]]>"
    let group = Group(
      id: evil, label: evil, roles: evil, facts: ["a\" onload=\"x": evil, "\"": "lost"],
      tooltip: evil, isFocusable: true, nodes: [text([evil, evil])])
    let bytes = SVGWriter(.adaptive).write(scene([.group(group)], title: evil, summary: evil))
    let parsed = ParsedSVG(bytes)
    #expect(parsed.isWellFormed)
    #expect(parsed.all("script").isEmpty)
    #expect(parsed.elements.allSatisfy { $0.attributes["onload"] == nil })
    let clean = "</text><script>alert('x')</script>\" onload=\"y]]>"
    #expect(parsed.all("g")[0].attributes["aria-label"] == clean)
    #expect(parsed.all("g")[0].attributes["data-aonloadx"] == clean)
    #expect(parsed.all("g")[0].attributes["data-"] == nil)
    #expect(parsed.all("title")[0].text == clean)
    #expect(parsed.all("tspan").map(\.text) == [clean, clean])
  }

  @Test func `nothing needs an exception in a content security policy`() {
    let written = string(SampleScene(EvenMeasurer()).scene(), .adaptive)
    let unsafe = ["<style", " style=", "<script", "href", "url("].filter { written.contains($0) }
    #expect(unsafe.isEmpty)
  }

  @Test func `a theme writes literal colours and an adaptive picture asks the page`() {
    let nodes: [Node] = [
      .rectangle(Box(x: 0, y: 0, width: 9, height: 9), radius: 2, fill: ink, stroke: Stroke(ink))
    ]
    #expect(string(scene(nodes)).contains("rx=\"2\" fill=\"#000\" stroke=\"#000\"/>"))
    #expect(
      string(scene(nodes), .theme(.dark)).contains(
        "fill=\"#fff\" fill-opacity=\"0.5\" stroke=\"#fff\" stroke-opacity=\"0.5\"/>"))
    #expect(string(scene(nodes), .adaptive).contains("fill=\"var(--wm-ink,#000)\""))
  }

  @Test func `the stylesheet holds both colours of every paint`() {
    let scene = scene([text(["a"])])
    #expect(scene.paints.map(\.name) == ["ink", "paper"])
    let css = String(decoding: PaintStylesheet.write(scene.paints), as: UTF8.self)
    #expect(css.hasPrefix(":root{color-scheme:light;--wm-ink:#000;--wm-paper:#fff;}"))
    #expect(
      css.contains(":root[data-theme=dark]{color-scheme:dark;--wm-ink:#ffffff80;--wm-paper:#000;}"))
  }

  @Test func `labelled groups at the top of a file are layers, in a page they are not`() {
    let inner = Group(label: "Inner")
    let outer = Group(id: "s", label: "Stage: A", nodes: [.group(inner)])
    let file = ParsedSVG(SVGWriter(.theme(.light)).write(scene([.group(outer)])))
    #expect(file.all("g")[0].attributes["inkscape:groupmode"] == "layer")
    #expect(file.all("g")[0].attributes["inkscape:label"] == "Stage: A")
    #expect(file.all("g")[1].attributes["inkscape:groupmode"] == nil)
    #expect(file.all("title").map(\.text) == ["T"])
    #expect(!string(scene([.group(outer)]), .adaptive).contains("inkscape"))
  }

  @Test func `focusable groups are buttons with a name, and the picture is then no image`() {
    let plain = scene([.group(Group(id: "a", label: "A"))])
    #expect(string(plain).contains("role=\"img\" aria-label=\"T\""))
    let group = Group(id: "a", label: "Card A", tooltip: "tip", isFocusable: true)
    let written = string(scene([.group(group)]), .adaptive)
    #expect(written.contains("role=\"group\" aria-label=\"T\""))
    #expect(
      written.contains(
        "<g id=\"a\" tabindex=\"0\" role=\"button\" aria-label=\"Card A\"><title>tip</title></g>"))
  }

  @Test func `facts are written in byte order and ids with the prefix`() {
    let group = Group(id: "x", facts: ["stage": "s", "lane": "l", "Z": "z"])
    let options = SVGOptions(colours: .adaptive, isStandalone: false, idPrefix: "map-")
    #expect(
      string(scene([.group(group)]), options).contains(
        "<g id=\"map-x\" data-Z=\"z\" data-lane=\"l\" data-stage=\"s\">"))
  }

  @Test func `lines are joined by a space unless a word goes on`() {
    #expect(string(scene([text(["a", "b"])])).contains("a</tspan> <tspan x=\"5\" y=\"27\">b"))
    #expect(
      string(scene([text(["a", "b"], alignment: .centre)])).contains(
        "text-anchor=\"middle\" fill=\"#000\"><tspan x=\"5\" y=\"15\">a</tspan>"
          + "<tspan font-size=\"0\"> </tspan><tspan x=\"5\" y=\"27\">b"))
    var layout = TextLayout(lines: [], size: Size(10, 24))
    layout.lines = [
      TextLayout.Line(text: "ab", width: 10, baseline: 10, continuesWord: true),
      TextLayout.Line(text: "c", width: 5, baseline: 22),
    ]
    let broken = PlacedText(layout, style: TextStyle(size: 10), paint: ink, at: Point(0, 0))
    #expect(string(scene([.text(broken)])).contains("ab</tspan><tspan"))
  }

  @Test func `spaces that XML would fold are kept`() {
    #expect(string(scene([text([" a  b"])])).contains("xml:space=\"preserve\"> a  b</text>"))
    #expect(!string(scene([text(["a b"])])).contains("xml:space"))
  }

  @Test func `a text without words writes nothing`() {
    #expect(!string(scene([text([]), text([""])])).contains("<text"))
  }
}
