import Picture
import Testing

@testable import JourneyDrawing

@Test(arguments: Theme.allCases)
func `every ink stands out from its ground by four and a half to one`(theme: Theme) {
  for pair in Palette.pairings {
    let (ink, ground) =
      theme == .light ? (pair.ink.light, pair.ground.light) : (pair.ink.dark, pair.ground.dark)
    let contrast = ink.contrast(to: ground)
    #expect(contrast >= 4.5, "\(pair.ink.name) on \(pair.ground.name): \(contrast)")
  }
}

@Test func `contrast is that of the standard`() {
  let black = Colour(hex: 0x000000)
  let white = Colour(hex: 0xFFFFFF)
  #expect(abs(black.contrast(to: white) - 21) < 1e-9)
  #expect(abs(Colour(hex: 0x777777).contrast(to: white) - 4.478) < 0.001)
}

@Test func `no two paints have one name`() {
  #expect(Set(Palette.all.map(\.name)).count == Palette.all.count)
}

@Test func `texts of the sample are set in measured pairs only`() {
  let scene = MapDrawing(measurer: PlainMeasurer())
    .scene(ShopMap.map, in: ShopMap.workspace, reality: ShopReality.reality)
  let inks = Set(Palette.pairings.map(\.ink))
  for text in scene.allTexts { #expect(inks.contains(text.paint), "\(text.paint.name)") }
}

@Test func `an avatar depends on the name alone`() {
  let one = Avatar.nodes(for: "olena", centre: Point(50, 50), radius: 32)
  #expect(one == Avatar.nodes(for: "olena", centre: Point(50, 50), radius: 32))
  let seeds = (0..<40).map { Avatar.nodes(for: "person-\($0)", centre: Point(50, 50), radius: 32) }
  #expect(Set(seeds).count > 25)
}
