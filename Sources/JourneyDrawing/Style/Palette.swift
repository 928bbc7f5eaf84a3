import Foundation
public import Picture

/// Every colour of every drawing, in light and dark; a test measures that texts stand out from what they stand on.
public enum Palette {
  // MARK: Grounds

  /// Behind the whole drawing.
  public static let canvas = paint("canvas", 0xF4F5F8, 0x0F131B)
  /// Panels and lanes.
  public static let surface = paint("surface", 0xFFFFFF, 0x181E29)
  /// Every second column, tracks of bars, empty places.
  public static let sunken = paint("sunken", 0xEDEFF4, 0x222A38)
  public static let line = paint("line", 0xD3D8E2, 0x38425A)
  public static let lineSoft = paint("line-soft", 0xE6E9F0, 0x272F3F)

  // MARK: Inks

  public static let ink = paint("ink", 0x161D2E, 0xECEFF6)
  public static let inkSoft = paint("ink-soft", 0x475067, 0xB8C1D2)
  public static let inkFaint = paint("ink-faint", 0x5E687E, 0x9AA5BA)
  /// Text on strong colours: chevrons, filled marks.
  public static let onStrong = paint("on-strong", 0xFFFFFF, 0xFFFFFF)
  /// Soft text on strong colours.
  public static let onStrongSoft = paint("on-strong-soft", 0xF0F3FF, 0xF0F3FF)

  // MARK: Phases of the journey

  public static let before = paint("phase-before", 0x3552B8, 0x4463CF)
  public static let during = paint("phase-during", 0x0B7268, 0x0D7468)
  public static let after = paint("phase-after", 0x7440A8, 0x8A55C2)
  public static let noPhase = paint("phase-none", 0x4B566B, 0x566380)

  // MARK: Meanings

  public static let good = paint("good", 0x106A31, 0x6FDC97)
  public static let warning = paint("warning", 0xA14A07, 0xF7B955)
  public static let warningTint = paint("warning-tint", 0xFFF3DC, 0x3A2C12)
  public static let bad = paint("bad", 0xB3202A, 0xFF9A9A)
  public static let badTint = paint("bad-tint", 0xFDEAEA, 0x40191E)
  public static let badStrong = paint("bad-strong", 0xC4262E, 0xC93A42)
  public static let goodStrong = paint("good-strong", 0x157A3C, 0x1D8546)
  public static let star = paint("star", 0xE2A008, 0xF5C043)
  public static let starInk = paint("star-ink", 0x8A5A00, 0xF7CF6B)

  // MARK: Real and planned

  public static let advance = paint("advance", 0x0F766E, 0x5CD6C8)
  public static let skip = paint("skip", 0x2F5BD0, 0x93B4FF)
  public static let back = paint("back", 0xB4460C, 0xFDAA72)
  public static let loop = paint("loop", 0x6B3FB0, 0xC5A8F7)
  public static let measured = paint("measured", 0x0F766E, 0x5CD6C8)
  public static let assumed = paint("assumed", 0xB3267A, 0xF59AC8)
  public static let reach = paint("reach", 0x3C6BE0, 0x7FA4FF)
  public static let loss = paint("loss", 0xD64550, 0xF08A90)

  /// Lines of a graph, through which others shine.
  public static let edge = paint("edge", 0x4A68B5, 0x8CA8EE, alpha: 0.62)
  public static let edgeBack = paint("edge-back", 0xB4460C, 0xFDAA72, alpha: 0.62)

  private static func paint(
    _ name: String, _ light: UInt32, _ dark: UInt32, alpha: Double = 1
  ) -> Paint {
    Paint(name, light: Colour(hex: light, alpha: alpha), dark: Colour(hex: dark, alpha: alpha))
  }

  /// A family of colours for one kind of lane or one group of nodes.
  public struct Hue: Sendable, Hashable {
    /// Icons and small words; readable on `tint` and on surfaces.
    public var accent: Paint
    /// The ground of cards; any ink is readable on it.
    public var tint: Paint

    init(_ name: String, accent: (UInt32, UInt32), tint: (UInt32, UInt32)) {
      self.accent = Palette.paint(name, accent.0, accent.1)
      self.tint = Palette.paint(name + "-tint", tint.0, tint.1)
    }
  }

  public static let indigo = Hue("indigo", accent: (0x4338CA, 0xABB6FF), tint: (0xE9EBFD, 0x262C52))
  public static let blue = Hue("blue", accent: (0x1D4FD0, 0x93BBFD), tint: (0xE4EEFD, 0x1B2F52))
  public static let cyan = Hue("cyan", accent: (0x0B6580, 0x6ADAF0), tint: (0xDEF3F8, 0x12363F))
  public static let teal = Hue("teal", accent: (0x0F6B64, 0x63DCCB), tint: (0xDDF3EF, 0x123833))
  public static let green = Hue("green", accent: (0x166B34, 0x7BE0A0), tint: (0xE0F4E5, 0x173722))
  public static let amber = Hue("amber", accent: (0x8F4A06, 0xF8CB5C), tint: (0xFDF0D2, 0x3B2C10))
  public static let orange = Hue("orange", accent: (0xA83E0B, 0xFDB47F), tint: (0xFDEBDD, 0x40261A))
  public static let red = Hue("red", accent: (0xB3202A, 0xFFA3A3), tint: (0xFCE8E8, 0x431E24))
  public static let pink = Hue("pink", accent: (0xA81C66, 0xF9A3CD), tint: (0xFCE7F1, 0x431D33))
  public static let violet = Hue("violet", accent: (0x6B2FC4, 0xC9B0FB), tint: (0xF0E9FD, 0x32235A))
  public static let slate = Hue("slate", accent: (0x45526A, 0xBAC5D8), tint: (0xE9EDF3, 0x2A3344))
  public static let stone = Hue("stone", accent: (0x5C5148, 0xD1C5BA), tint: (0xF1EDE8, 0x352F2B))

  public static let hues = [
    indigo, blue, cyan, teal, green, amber, orange, red, pink, violet, slate, stone,
  ]

  /// Every paint a drawing may use: what a page's stylesheet must define.
  public static let all: [Paint] =
    [
      canvas, surface, sunken, line, lineSoft, ink, inkSoft, inkFaint, onStrong, onStrongSoft,
      before, during, after, noPhase, good, warning, warningTint, bad, badTint, badStrong,
      goodStrong, star, starInk, advance, skip, back, loop, measured, assumed, reach, loss,
      edge, edgeBack,
    ] + hues.flatMap { [$0.accent, $0.tint] } + Avatar.paints

  /// Which ink is set on which ground: what the contrast test measures, at least 4.5 : 1 each.
  public static let pairings: [(ink: Paint, ground: Paint)] = {
    var pairs: [(ink: Paint, ground: Paint)] = []
    for ground in [canvas, surface, sunken] {
      for text in [
        ink, inkSoft, inkFaint, good, warning, bad, starInk, advance, skip, back, loop, measured,
        assumed,
      ] { pairs.append((text, ground)) }
      for hue in hues { pairs.append((hue.accent, ground)) }
    }
    for hue in hues {
      for text in [ink, inkSoft, hue.accent, bad, good, warning, starInk] {
        pairs.append((text, hue.tint))
      }
    }
    for strong in [before, during, after, noPhase] {
      pairs += [(onStrong, strong), (onStrongSoft, strong)]
    }
    pairs += [
      (onStrong, badStrong), (onStrong, goodStrong), (warning, warningTint), (ink, warningTint),
      (bad, badTint), (ink, badTint),
    ]
    return pairs
  }()
}

extension Colour {
  /// WCAG 2 contrast between two opaque colours, 1…21.
  public func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
