import JourneyModel

/// Gives objects without an id one of their own, next to those that have one.
///
/// The same names in the same order always get the same ids.
struct IdentifierSupply {
  private var taken: Set<String>
  /// The number to try next behind a base that is taken.
  private var nextNumbers: [String: Int] = [:]

  /// - Parameter taken: ids written in the file, which no derived one may repeat.
  init(taken: Set<String> = []) {
    self.taken = taken
  }

  /// The base itself if it is free, else with the lowest free number behind it.
  mutating func next<Subject>(
    _ base: String, as type: Identifier<Subject>.Type = Identifier<Subject>.self
  ) -> Identifier<Subject> {
    var text = String(base.prefix(72))
    while text.hasSuffix("-") { text.removeLast() }
    var candidate = text
    if !taken.insert(candidate).inserted {
      var number = nextNumbers[text] ?? 2
      repeat {
        candidate = "\(text)-\(number)"
        number += 1
      } while !taken.insert(candidate).inserted
      nextNumbers[text] = number
    }
    guard let id = Identifier<Subject>(rawValue: candidate) else {
      preconditionFailure("an id is derived from slugs: \(candidate)")
    }
    return id
  }

  /// The slug of a name, or a short code of it where no letter can be written in Latin ones.
  static func base(_ name: String) -> String {
    if let slug = plainSlug(name) { return slug }
    // A slug ends after 60 letters: what stands behind 400 can play no part in it.
    if let slug = Identifier<Card>.slug(from: String(name.prefix(400))) { return slug.rawValue }
    // FNV-1a: short and the same on every machine; nothing rests on it being hard to invert.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "n" + String(hash & 0xFF_FFFF_FFFF, radix: 32)
  }

  /// The slug of a short name in ASCII, as `Identifier.slug` makes it, without its tables; nil for all other names.
  static func plainSlug(_ name: String) -> String? {
    var bytes: [UInt8] = []
    var endsWord = false
    guard name.utf8.count <= 60 else { return nil }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if endsWord, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
        endsWord = false
        bytes.append(byte < UInt8(ascii: "a") && byte > UInt8(ascii: "9") ? byte | 0x20 : byte)
      case 0x80...: return nil
      case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      default: endsWord = true
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
