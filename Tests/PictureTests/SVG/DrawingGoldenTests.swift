import Picture
import Testing

struct DrawingGoldenTests {
  private let scene = SampleScene(EvenMeasurer(), columns: 2, rows: 1).scene()

  @Test func `the sample scene is as it was`() throws {
    try expectGolden(scene.plainText, "sample.scene.txt")
  }

  @Test func `the sample picture is as it was`() throws {
    let bytes = SVGWriter(.theme(.light)).write(scene)
    try expectGolden(String(decoding: bytes, as: UTF8.self), "sample.svg")
  }
}
