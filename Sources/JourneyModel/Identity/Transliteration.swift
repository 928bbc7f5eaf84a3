/// Writes names of other alphabets in plain lowercase Latin letters.
///
/// Ukrainian by the rules of the Cabinet of Ministers (2010), Russian as passports had it before 2014 in plain
/// letters, Latin letters without their marks, German and Nordic digraphs (ß → ss, æ → ae, þ → th).
enum Transliteration {
  /// The words of a name, each as bytes a–z and 0–9.
  static func words(of name: String, language: String? = nil) -> [[UInt8]] {
    let scalars = composed(name.lowercased())
    let table = alphabet(of: scalars, language: language)
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if isSilent(scalar) { continue }
      let latin = table.written(scalar, after: previous, startsWord: word.isEmpty) ?? bare(scalar)
      if let latin {
        word.append(contentsOf: latin.utf8)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
      previous = scalar
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Lowercase without case, marks or alphabet: two names that fold alike look alike to a reader.
  static func folded(_ name: String) -> String {
    words(of: name).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private static func alphabet(of scalars: [Unicode.Scalar], language: String?) -> Alphabet {
    switch language {
    case "uk": return .ukrainian
    case "ru": return .russian
    case "de": return .german
    default: break
    }
    if scalars.contains(where: { "іїєґ".unicodeScalars.contains($0) }) { return .ukrainian }
    if scalars.contains(where: { "ыэъё".unicodeScalars.contains($0) }) { return .russian }
    return .ukrainian
  }

  /// Marks and apostrophes belong to a word and are not written.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2019}", "\u{02BC}", "\u{2018}", "`", "\u{AD}", "ь", "ъ": true
    default: scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Cyrillic letters typed as a letter and a mark become one letter, because the mark changes the sound.
  private static func composed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch (result.last, scalar) {
      case ("и", "\u{306}"): result[result.count - 1] = "й"
      case ("і", "\u{308}"): result[result.count - 1] = "ї"
      case ("е", "\u{308}"): result[result.count - 1] = "ё"
      case ("a", "\u{308}"): result[result.count - 1] = "ä"
      case ("o", "\u{308}"): result[result.count - 1] = "ö"
      case ("u", "\u{308}"): result[result.count - 1] = "ü"
      default: result.append(scalar)
      }
    }
    return result
  }

  /// A Latin letter without its marks, or a digit; nil for anything else.
  private static func bare(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "ß", "ẞ": return "ss"
    case "æ", "ǽ": return "ae"
    case "œ": return "oe"
    case "þ": return "th"
    case "ð": return "d"
    case "ı": return "i"
    case "ŋ": return "ng"
    case "ĳ": return "ij"
    default: break
    }
    // The names of the standard say which letter carries the marks: LATIN SMALL LETTER L WITH STROKE.
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 4, words[2] == "LETTER", words[3].utf8.count == 1, words[4] == "WITH"
    else { return nil }
    return words[3].lowercased()
  }
}

/// How one language writes Cyrillic letters (or umlauts) in Latin ones.
struct Alphabet: Sendable {
  var letters: [Unicode.Scalar: String]
  /// Spellings that differ at the start of a word.
  var initials: [Unicode.Scalar: String] = [:]

  func written(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, startsWord: Bool)
    -> String?
  {
    // «зг» is written zgh, so that it is not read as «ж».
    if scalar == "г", previous == "з", letters["г"] == "h" { return "gh" }
    if startsWord, let initial = initials[scalar] { return initial }
    return letters[scalar]
  }

  static let ukrainian = Alphabet(
    letters: common.merging([
      "г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "х": "kh",
      "щ": "shch", "ю": "iu", "я": "ia", "ы": "y", "э": "e", "ё": "io",
    ]) { $1 },
    initials: ["є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"])

  static let russian = Alphabet(
    letters: common.merging([
      "г": "g", "и": "i", "й": "y", "х": "kh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu",
      "я": "ya", "ё": "yo", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
    ]) { $1 })

  static let german = Alphabet(
    letters: ukrainian.letters.merging(["ä": "ae", "ö": "oe", "ü": "ue"]) { $1 },
    initials: ukrainian.initials)

  private static let common: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ж": "zh", "з": "z", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "ц": "ts", "ч": "ch", "ш": "sh", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "џ": "dz",
  ]
}
