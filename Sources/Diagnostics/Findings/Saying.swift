public import Wording

/// Something that is said to a person, before it is put into the words of a language.
public enum Saying: Hashable, Sendable, Codable {
  /// A name, a number, or words that are not ours: the same in every language.
  case text(String)
  /// A sentence or word of the catalogue, by its key, with what its places are filled with.
  case said(String, [String: Saying])

  /// - Parameter key: the code of a finding, with `/variant` where it says several things.
  public init(_ key: String, _ values: [String: any Sayable] = [:]) {
    self = .said(key, values.mapValues(\.saying))
  }

  /// A word of the catalogue that stands within sentences, such as `stage`.
  public static func word(_ word: String, _ values: [String: any Sayable] = [:]) -> Saying {
    Saying("word/" + word, values)
  }

  /// The hint `did you mean 'discover'?`.
  public static func didYouMean(_ name: String) -> Saying { .word("did-you-mean", ["name": name]) }

  /// Names with commas between; of more than `limit` only the first, and how many more there are.
  public static func list(_ names: [String], limit: Int = .max) -> Saying {
    let shown = names.prefix(limit).joined(separator: ", ")
    if names.count <= limit { return .text(shown) }
    return .word("list-and-more", ["names": shown, "more": names.count - limit])
  }

  /// `a, b, c`, of things that are said themselves.
  public static func series(_ parts: [Saying]) -> Saying { joined(parts, by: "comma") }

  /// `a and b and c`.
  public static func all(_ parts: [String]) -> Saying {
    joined(parts.map { .text($0) }, by: "and")
  }

  /// What was tried and failed, as it stands after "cannot": modules without words name it in English.
  public static func attempt(_ attempt: String) -> Saying {
    let key = "word/attempt: " + attempt
    return Catalogue.english.findings.has(key) ? Saying(key) : .text(attempt)
  }

  private static func joined(_ parts: [Saying], by word: String) -> Saying {
    guard let first = parts.first else { return .text("") }
    return parts.dropFirst().reduce(first) { .word(word, ["first": $0, "last": $1]) }
  }

  /// In the words of a language.
  public func text(in catalogue: Catalogue = .english) -> String {
    switch self {
    case .text(let text): text
    case .said(let key, let values):
      catalogue.findings(key, values.mapValues { $0.text(in: catalogue) })
    }
  }
}

/// What a place of a sentence can be filled with.
public protocol Sayable {
  var saying: Saying { get }
}

extension Saying: Sayable {
  public var saying: Saying { self }
}
extension String: Sayable {
  public var saying: Saying { .text(self) }
}
extension Int: Sayable {
  public var saying: Saying { .text("\(self)") }
}

/// Which hint goes with a message.
public enum Advice: Sendable, Hashable {
  /// The catalogue's hint to the message, if it has one.
  case usual
  case nothing
  /// `did you mean …?` where something near was found, else the usual hint.
  case nearest(String?)
  case said(Saying)

  /// What is said beside a message.
  ///
  /// - Parameter values: those of the message.
  public func saying(beside key: String, _ values: [String: any Sayable]) -> Saying? {
    let hint = FindingWords.hint(of: key)
    switch self {
    case .nearest(let name?): return .didYouMean(name)
    case .usual, .nearest(nil):
      return Catalogue.english.findings.has(hint) ? Saying(hint, values) : nil
    case .nothing: return nil
    case .said(let saying): return saying
    }
  }
}
