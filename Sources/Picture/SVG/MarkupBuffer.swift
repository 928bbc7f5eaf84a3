/// Bytes of XML in the making; formats numbers and colours without making strings.
struct MarkupBuffer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  @inline(__always)
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// A number with at most two decimals, never in exponent form; what is not a number is 0.
  mutating func number(_ value: Double) {
    let scaled = value * 100
    guard abs(scaled) < 1e15 else { return byte(UInt8(ascii: "0")) }
    var hundredths = Int(scaled + (scaled < 0 ? -0.5 : 0.5))
    if hundredths < 0 {
      byte(UInt8(ascii: "-"))
      hundredths = -hundredths
    }
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    integer(whole)
    if part == 0 { return }
    byte(UInt8(ascii: "."))
    byte(UInt8(ascii: "0") + UInt8(part / 10))
    if part % 10 != 0 { byte(UInt8(ascii: "0") + UInt8(part % 10)) }
  }

  private mutating func integer(_ value: Int) {
    if value < 10 { return byte(UInt8(ascii: "0") + UInt8(value)) }
    var divisor = 10
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      byte(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  /// Two numbers with a separator between.
  @inline(__always)
  mutating func pair(_ point: Point, separator: UInt8 = UInt8(ascii: " ")) {
    number(point.x)
    byte(separator)
    number(point.y)
  }

  /// A colour as `#rrggbb`, or `#rgb` where that says the same.
  mutating func hex(_ colour: Colour) {
    byte(UInt8(ascii: "#"))
    let isShort =
      colour.red % 17 == 0 && colour.green % 17 == 0 && colour.blue % 17 == 0
    hexPair(colour.red, isShort: isShort)
    hexPair(colour.green, isShort: isShort)
    hexPair(colour.blue, isShort: isShort)
  }

  /// A colour as `#rrggbbaa`, as stylesheets understand it; without the alpha of an opaque one.
  mutating func hexWithAlpha(_ colour: Colour) {
    if colour.alpha >= 1 { return hex(colour) }
    byte(UInt8(ascii: "#"))
    hexPair(colour.red, isShort: false)
    hexPair(colour.green, isShort: false)
    hexPair(colour.blue, isShort: false)
    hexPair(UInt8((max(colour.alpha, 0) * 255).rounded()), isShort: false)
  }

  @inline(__always)
  private mutating func hexPair(_ channel: UInt8, isShort: Bool) {
    if !isShort { byte(Self.digit(channel >> 4)) }
    byte(Self.digit(channel & 0xF))
  }

  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Text as XML content or attribute value; characters that XML forbids are dropped, breaks and tabs become spaces.
  mutating func escaped(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let current = source[index]
        if !Self.needsCare[Int(current)] {
          index += 1
          continue
        }
        let (length, replacement) = Self.replacement(at: index, in: source)
        if length > 0 {
          bytes.append(contentsOf: source[start..<index])
          raw(replacement)
          index += length
          start = index
        } else {
          index += 1
        }
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  /// What stands for the bytes at an index, and how many bytes it replaces; none if they may stay.
  private static func replacement(
    at index: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, text: StaticString) {
    switch source[index] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): (1, "&quot;")
    case UInt8(ascii: "'"): (1, "&#39;")
    case 0x09, 0x0A, 0x0D: (1, " ")
    case 0..<0x20, 0x7F: (1, "")
    // U+0080 to U+009F: controls.
    case 0xC2 where index + 1 < source.count && source[index + 1] < 0xA0: (2, "")
    // U+FFFE and U+FFFF: no characters.
    case 0xEF
    where index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE:
      (3, "")
    default: (0, "")
    }
  }

  private static let needsCare: [Bool] = (0..<256).map {
    $0 < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF].contains($0)
  }

  /// The characters of a name that are safe in an attribute name or a custom property: `a-z A-Z 0-9 - _`.
  ///
  /// - Returns: whether any was written.
  @discardableResult
  mutating func name(_ text: String) -> Bool {
    let before = bytes.count
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x41...0x5A: bytes.append(byte)
      default: break
      }
    }
    return bytes.count > before
  }

  mutating func removeLast(_ count: Int) { bytes.removeLast(count) }
}
