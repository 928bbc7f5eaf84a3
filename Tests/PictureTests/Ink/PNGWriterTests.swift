import Picture
import Testing

struct PNGWriterTests {
  private let measurer = PangoTextMeasurer()

  private func scene(_ width: Double, _ height: Double, nodes: [Node] = []) -> Scene {
    Scene(
      size: Size(width, height), title: "", summary: "", background: SampleScene.paper,
      nodes: nodes)
  }

  /// Width and height as the header of a PNG file has them.
  private func size(of png: [UInt8]) -> (Int, Int) {
    func number(at offset: Int) -> Int {
      png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(at: 16), number(at: 20))
  }

  @Test func `a bitmap has the scene's size times the scale`() throws {
    let scene = SampleScene(measurer, columns: 1, rows: 1).scene()
    for scale in [1.0, 1.5, 2, 4] {
      let png = try PNGWriter(scale: scale).write(scene)
      #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      #expect(size(of: png) == (Int(scene.size.width * scale), Int(scene.size.height * scale)))
    }
    #expect(size(of: try PNGWriter(scale: 1).write(self.scene(10.2, 10))) == (11, 10))
  }

  @Test func `the themes differ and each repeats its bytes`() throws {
    let scene = SampleScene(measurer, columns: 2, rows: 1).scene()
    let light = try PNGWriter(theme: .light, scale: 1).write(scene)
    #expect(try PNGWriter(theme: .light, scale: 1).write(scene) == light)
    #expect(try PNGWriter(theme: .dark, scale: 1).write(scene) != light)
  }

  @Test func `more pixels than allowed are refused before anything is drawn`() {
    #expect(throws: PictureError.tooLarge(width: 20_000, height: 10_000, pixelLimit: 40_000_000)) {
      try PNGWriter(scale: 2).write(scene(10_000, 5_000))
    }
    #expect(throws: PictureError.tooLarge(width: 40_000, height: 10, pixelLimit: 40_000_000)) {
      try PNGWriter(scale: 1).write(scene(40_000, 10))
    }
    #expect(throws: PictureError.self) { try PNGWriter(scale: 1).write(scene(1e200, 1e200)) }
    #expect(throws: PictureError.tooLarge(width: 20, height: 20, pixelLimit: 399)) {
      try PNGWriter(scale: 2, pixelLimit: 399).write(scene(10, 10))
    }
  }

  @Test func `scales and sizes that mean nothing are refused`() {
    for scale in [0.5, 5, -1, .nan] {
      #expect(throws: PictureError.self) { try PNGWriter(scale: scale).write(scene(10, 10)) }
    }
    for side in [0, -5, Double.nan, .infinity] {
      #expect(throws: PictureError.self) { try PNGWriter().write(scene(10, side)) }
    }
  }

  @Test func `odd shapes are drawn without complaint`() throws {
    let ink = SampleScene.ink
    let nodes: [Node] = [
      .rectangle(Box(x: 1, y: 1, width: 0, height: 5), radius: 9, fill: ink, stroke: Stroke(ink)),
      .rectangle(Box(x: 5, y: 5, width: -3, height: 4), radius: 2, fill: ink, stroke: nil),
      .ellipse(Box(x: 5, y: 5, width: 0, height: 0), fill: ink, stroke: Stroke(ink)),
      .path(Path(), fill: ink, stroke: Stroke(ink, dash: [0, 0])),
      .path(
        Path([.line(Point(3, 3)), .close]), fill: nil,
        stroke: Stroke(ink, width: 0, dash: [-1, 2])),
      .path(
        Path([.move(Point(0, 0)), .line(Point(9, 9))]), fill: nil,
        stroke: Stroke(ink, dash: [-1, 2])),
      .group(Group(nodes: [])),
    ]
    let png = try PNGWriter(scale: 1).write(scene(20, 20, nodes: nodes))
    #expect(size(of: png) == (20, 20))
  }
}
