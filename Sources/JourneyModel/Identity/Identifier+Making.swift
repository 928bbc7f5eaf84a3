extension Identifier {
  /// 80 random bits as 16 lowercase base-32 characters (a–z, 2–7): unique without asking anyone.
  public static func random(using generator: inout some RandomNumberGenerator) -> Identifier {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<2 {
      var bits = generator.next()
      for _ in 0..<8 {
        bytes.append(alphabet[Int(bits & 31)])
        bits >>= 5
      }
    }
    return wellFormed(String(decoding: bytes, as: UTF8.self))
  }

  /// A readable id for a name typed in a file: `Пошук у Google` becomes `poshuk-u-google`.
  ///
  /// Letters of other alphabets are transliterated; everything else separates words. At most 60 characters, cut
  /// between words where that is possible.
  /// - Parameter language: a code such as `uk`, `ru` or `de`, which decides between spellings; nil = told by the letters.
  /// - Returns: nil if nothing in the name can be written in Latin letters or digits.
  public static func slug(from name: String, language: String? = nil) -> Identifier? {
    var words: [[UInt8]] = []
    var length = 0
    for word in Transliteration.words(of: name, language: language) {
      let room = longestSlug - length - (words.isEmpty ? 0 : 1)
      guard word.count <= room else {
        if words.isEmpty { words.append(Array(word.prefix(longestSlug))) }
        break
      }
      length += word.count + (words.isEmpty ? 0 : 1)
      words.append(word)
    }
    guard !words.isEmpty else { return nil }
    return wellFormed(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"))
  }

  /// This id, or this id with the smallest number from 2 on that nobody has: `search`, `search-2`, `search-3`.
  public func unique(in taken: Set<Identifier>) -> Identifier {
    guard taken.contains(self) else { return self }
    var number = 2
    while true {
      let suffix = "-\(number)"
      var stem = rawValue.utf8.prefix(80 - suffix.utf8.count)
      while stem.last == UInt8(ascii: "-") { stem = stem.dropLast() }
      let candidate = Self.wellFormed(String(decoding: stem, as: UTF8.self) + suffix)
      if !taken.contains(candidate) { return candidate }
      number += 1
    }
  }

  private static var longestSlug: Int { 60 }

  private static func wellFormed(_ text: String) -> Identifier {
    guard let id = Identifier(rawValue: text) else {
      preconditionFailure("an id made here is well formed: \(text)")
    }
    return id
  }
}
