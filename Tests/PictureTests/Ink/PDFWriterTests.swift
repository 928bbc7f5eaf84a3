import Picture
import Testing

private let measurer = PangoTextMeasurer()

struct PDFWriterTests {
  /// 2026-01-31 12:34:56 UTC
  private let moment = 1_769_862_896

  private func words(of texts: [PlacedText]) -> Set<Substring> {
    // Emoji are images, and a word beside one may be joined to it.
    Set(
      texts.flatMap { $0.layout.lines.flatMap { $0.text.split(separator: " ") } }
        .filter { word in word.unicodeScalars.allSatisfy { $0.value < 0x2600 } })
  }

  @Test func `the text of a PDF can be selected, in every script`() throws {
    let scene = SampleScene(measurer).scene()
    let pdf = try PDFWriter(createdAt: moment).write(scene)
    let pages = try Poppler.pages(of: pdf)
    #expect(pages.count == 1)
    let words = words(of: scene.allTexts)
    #expect(words.isSuperset(of: ["łódź", "gęślą", "покупателей", "їхня", "49.90", "&"]))
    #expect(words.subtracting(pages[0]).isEmpty)
  }

  @Test func `a single page has the size of its scene, and the file says what it is`() throws {
    let scene = SampleScene(measurer).scene()
    let facts = try Poppler.facts(of: PDFWriter(createdAt: moment).write(scene))
    #expect(facts["Pages"] == "1")
    #expect(facts["Page size"] == "746 x 490 pts")
    #expect(facts["Title"] == scene.title)
    #expect(facts["Subject"] == scene.summary)
    #expect(facts["CreationDate"]?.contains("Jan 31 12:34:56 2026") == true)
    #expect(facts["Tagged"] == "no")
  }

  @Test func `sheets have their standard sizes`() throws {
    let scene = SampleScene(measurer).scene()
    let expected: [(PageFormat, PageFormat.Orientation, String)] = [
      (.a4, .landscape, "841.89 x 595.276 pts (A4)"), (.a4, .portrait, "595.276 x 841.89 pts (A4)"),
      (.a3, .landscape, "1190.55 x 841.89 pts (A3)"),
      (.a0, .portrait, "2383.94 x 3370.39 pts (A0)"),
      (.custom(Size(5_000, 900)), .portrait, "5000 x 900 pts"),
    ]
    for (format, orientation, size) in expected {
      let pdf = try PDFWriter(
        format: format, orientation: orientation, scaling: .fitPage, createdAt: 0
      ).write(scene)
      let facts = try Poppler.facts(of: pdf)
      #expect(facts["Page size"] == size)
      #expect(facts["Pages"] == "1")
    }
  }

  @Test(arguments: [
    (PageFormat.a4, PageFormat.Orientation.landscape, PageScale.actual),
    (.a4, .portrait, .actual), (.a3, .landscape, .actual), (.a4, .landscape, .fitWidth),
    (.a2, .landscape, .fitPage),
  ])
  func `nothing is lost where pages are cut`(
    format: PageFormat, orientation: PageFormat.Orientation, scaling: PageScale
  ) throws {
    let scene = SampleScene(measurer, columns: 9, rows: 8).scene()
    let writer = PDFWriter(
      format: format, orientation: orientation, scaling: scaling, createdAt: moment)
    let plan = try writer.plan(scene)
    // Every text is whole in one part of one page …
    for text in scene.allTexts {
      #expect(
        plan.pages.contains { page in
          page.parts.contains { $0.source.contains(text.box, tolerance: 0.01) }
        })
    }
    // … and every page really shows the texts of its parts, with the number and the title below.
    let pages = try Poppler.pages(of: writer.write(scene))
    #expect(pages.count == plan.pages.count)
    for (index, (page, found)) in zip(plan.pages, pages).enumerated() {
      let texts = scene.allTexts.filter { text in
        page.parts.contains { $0.source.contains(text.box, tolerance: 0.01) }
      }
      #expect(words(of: texts).subtracting(found).isEmpty)
      #expect(found.contains("\(index + 1)/\(pages.count)"))
      #expect(found.contains("Sample"))
    }
  }

  @Test func `the same scene and moment give the same bytes`() throws {
    let scene = SampleScene(measurer, columns: 6, rows: 4).scene()
    let writer = PDFWriter(format: .a4, scaling: .actual, createdAt: moment)
    #expect(try writer.write(scene) == writer.write(scene))
    var later = writer
    later.createdAt += 1
    #expect(try later.write(scene) != writer.write(scene))
  }

  @Test func `several exports at once give what one gives alone`() async throws {
    let scene = SampleScene(measurer, columns: 5, rows: 3).scene()
    let writer = PDFWriter(createdAt: moment)
    let pdf = try writer.write(scene)
    let png = try PNGWriter(scale: 1).write(scene)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          if number % 2 == 0 { return try writer.write(scene) == pdf }
          return try PNGWriter(scale: 1).write(scene) == png
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func `emoji are images of six times the resolution, each once in the file`() throws {
    let style = TextStyle(size: 12)
    let paint = SampleScene.ink
    let face = measurer.layout("😀 a", style: style)
    let nodes = (0..<20).map {
      Node.text(PlacedText(face, style: style, paint: paint, at: Point(5, Double($0) * 20)))
    }
    let scene = Scene(
      size: Size(100, 400), title: "", summary: "", background: SampleScene.paper, nodes: nodes)
    let list = try Poppler.run(
      "pdfimages", ["-list"], on: PDFWriter(createdAt: 0).write(scene))
    let images = list.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
      .filter { $0[2] == "image" }
    #expect(images.count == 20)
    #expect(Set(images.map { $0[10] }).count == 1)
    #expect(images.allSatisfy { $0[12] == "432" })
  }

  @Test func `words beside an emoji stand where they were measured`() throws {
    let style = TextStyle(size: 12)
    let text = PlacedText(
      measurer.layout("łódź 😀 кошик", style: style), style: style, paint: SampleScene.ink,
      at: Point(10, 10))
    let scene = Scene(
      size: Size(200, 50), title: "", summary: "", background: SampleScene.paper,
      nodes: [.text(text)])
    let places = try Poppler.run(
      "pdftotext", ["-bbox"], on: PDFWriter(createdAt: 0).write(scene))
    func left(of word: String) -> Double? {
      let line = places.split(separator: "\n").first { $0.contains(">\(word)<") }
      let parts = line?.split(separator: "\"") ?? []
      return parts.count > 1 ? Double(parts[1]) : nil
    }
    let before = measurer.layout("łódź 😀 ", style: style).size.width
    #expect(abs(try #require(left(of: "łódź")) - 10) < 0.01)
    #expect(abs(try #require(left(of: "кошик")) - 10 - before) < 0.05)
  }

  @Test func `a scene longer than a page may be is drawn smaller`() throws {
    let scene = Scene(
      size: Size(28_800, 100), title: "", summary: "", background: SampleScene.paper)
    let facts = try Poppler.facts(of: PDFWriter(createdAt: 0).write(scene))
    #expect(facts["Page size"] == "14400 x 50 pts")
  }

  @Test func `a scene without a size and a page without room are refused`() {
    let empty = Scene(size: Size(0, 10), title: "", summary: "", background: SampleScene.paper)
    #expect(throws: PictureError.hasNoSize(Size(0, 10))) {
      try PDFWriter(createdAt: 0).write(empty)
    }
    let scene = SampleScene(measurer).scene()
    #expect(throws: PictureError.pageTooSmall(Size(80, 80))) {
      try PDFWriter(format: .custom(Size(80, 80)), createdAt: 0).write(scene)
    }
    #expect(throws: PictureError.pageTooLarge(Size(20_000, 800))) {
      try PDFWriter(format: .custom(Size(20_000, 800)), createdAt: 0).write(scene)
    }
  }
}
