import Picture

/// A drawn portrait that is always the same for the same name: for personas without a picture.
enum Avatar {
  private static let skins = [
    fixed("skin-1", 0xF6D7C1), fixed("skin-2", 0xE8B996), fixed("skin-3", 0xC98F67),
    fixed("skin-4", 0x9C6544), fixed("skin-5", 0x6E4530),
  ]
  private static let hairs = [
    fixed("hair-1", 0x2B2230), fixed("hair-2", 0x5B3A29), fixed("hair-3", 0x8A5A2B),
    fixed("hair-4", 0xC9A15A), fixed("hair-5", 0x8B8F99),
  ]
  private static let clothes = [
    fixed("cloth-1", 0x3552B8), fixed("cloth-2", 0x0B7268), fixed("cloth-3", 0x7440A8),
    fixed("cloth-4", 0xB4460C), fixed("cloth-5", 0xA81C66),
  ]
  private static let grounds = [Palette.blue, Palette.teal, Palette.violet, Palette.amber].map(
    \.tint)
  private static let feature = fixed("face", 0x3A2A28)

  static var paints: [Paint] { skins + hairs + clothes + [feature] }

  private static func fixed(_ name: String, _ hex: UInt32) -> Paint {
    Paint("avatar-" + name, light: Colour(hex: hex), dark: Colour(hex: hex))
  }

  /// The portrait of someone in a circle.
  static func nodes(for seed: String, centre: Point, radius: Double) -> [Node] {
    var choice = Choice(seed)
    let skin = choice.pick(skins)
    let hair = choice.pick(hairs)
    let cloth = choice.pick(clothes)
    let ground = choice.pick(grounds)
    let style = choice.next(4)
    let unit = radius / 32
    func at(_ x: Double, _ y: Double) -> Point {
      Point(centre.x + x * unit, centre.y + y * unit)
    }
    func oval(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Box {
      let corner = at(x - width / 2, y - height / 2)
      return Box(x: corner.x, y: corner.y, width: width * unit, height: height * unit)
    }
    var nodes: [Node] = [.circle(centre, radius, ground)]
    if style == 1 || style == 3 {
      // Long hair falls behind the face.
      nodes.append(
        .box(oval(0, 2, style == 1 ? 33 : 30, style == 1 ? 40 : 30), radius: 15 * unit, hair))
    }
    // Shoulders end on the circle: the points lie on x² + y² = 32².
    nodes.append(
      .path(
        Path([
          .move(at(-21.2, 23.9)),
          .curve(at(0, 13), control1: at(-20, 16), control2: at(-12, 13)),
          .curve(at(21.2, 23.9), control1: at(12, 13), control2: at(20, 16)),
          .curve(at(0, 32), control1: at(15.5, 29), control2: at(8, 32)),
          .curve(at(-21.2, 23.9), control1: at(-8, 32), control2: at(-15.5, 29)), .close,
        ]), fill: cloth, stroke: nil))
    nodes.append(.box(oval(0, 11, 9, 12), radius: 4.5 * unit, skin))
    nodes.append(.ellipse(oval(0, -3, 25, 29), fill: skin, stroke: nil))
    let fringe: Path =
      switch style {
      case 0:
        Path([
          .move(at(-13.5, -4)),
          .curve(at(0, -20.5), control1: at(-15, -15), control2: at(-8, -20.5)),
          .curve(at(13.5, -4), control1: at(8, -20.5), control2: at(15, -15)),
          .curve(at(-13.5, -4), control1: at(9, -14), control2: at(-8, -13)), .close,
        ])
      case 1:
        Path([
          .move(at(-14.5, -1)),
          .curve(at(0, -20), control1: at(-16, -14), control2: at(-9, -20)),
          .curve(at(14.5, -1), control1: at(9, -20), control2: at(16, -14)),
          .curve(at(2, -13), control1: at(11, -6), control2: at(7, -11)),
          .curve(at(-14.5, -1), control1: at(-3, -8), control2: at(-9, -7)), .close,
        ])
      case 2:
        Path([
          .move(at(-13.5, -6)),
          .curve(at(3, -22), control1: at(-13, -17), control2: at(-6, -22)),
          .curve(at(14, -6), control1: at(12, -22), control2: at(16, -14)),
          .curve(at(-13.5, -6), control1: at(8, -10), control2: at(-6, -16)), .close,
        ])
      default:
        Path([
          .move(at(-14, -2)),
          .curve(at(0, -21), control1: at(-16, -16), control2: at(-8, -21)),
          .curve(at(14, -2), control1: at(8, -21), control2: at(16, -16)),
          .curve(at(-6, -14), control1: at(8, -8), control2: at(0, -10)),
          .curve(at(-14, -2), control1: at(-10, -12), control2: at(-13, -8)), .close,
        ])
      }
    nodes.append(.path(fringe, fill: hair, stroke: nil))
    nodes.append(.circle(at(-5, -2.5), 1.3 * unit, feature))
    nodes.append(.circle(at(5, -2.5), 1.3 * unit, feature))
    nodes.append(
      .path(
        Path([
          .move(at(-4.5, 4.5)),
          .curve(at(4.5, 4.5), control1: at(-2.5, 7.5), control2: at(2.5, 7.5)),
        ]), fill: nil, stroke: Stroke(feature, width: 1.4 * unit, roundCaps: true)))
    if choice.next(3) == 0 {
      let glass = Stroke(feature, width: 1 * unit)
      nodes.append(.circle(at(-5, -2.5), 3.6 * unit, nil, stroke: glass))
      nodes.append(.circle(at(5, -2.5), 3.6 * unit, nil, stroke: glass))
      nodes.append(.line(at(-1.4, -2.5), at(1.4, -2.5), feature, width: unit))
    }
    return nodes
  }

  /// Choices that depend on a name only (FNV-1a, 64 bit).
  private struct Choice {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325
    init(_ seed: String) {
      for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    mutating func next(_ bound: Int) -> Int {
      state = (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
      state ^= state >> 32
      return Int(state % UInt64(bound))
    }
    mutating func pick(_ paints: [Paint]) -> Paint { paints[next(paints.count)] }
  }
}
