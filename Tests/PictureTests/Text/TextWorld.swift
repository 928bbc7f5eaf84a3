/// Seeded random texts of several scripts.
struct TextWorld {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  static let words = [
    "a", "customer", "reads", "reviews,", "and", "pays", "49.90", "€", "–", "кошик", "доставка",
    "пользователь", "запізнилася", "чому?", "łódź", "gęślą", "jaźń", "Zażółć", "😀", "👩‍👩‍👧", "🇵🇱",
    "❤️", "100", "%", "(n=12)", "front-stage", "and/or", "Donaudampfschifffahrtsgesellschaft",
    "e\u{301}te\u{301}", "👍🏽", "שלום", "مرحبا", "日本語", "no\u{A0}break",
  ]

  mutating func text(words count: Int) -> String {
    (0..<count).map { _ in Self.words[number(below: Self.words.count)] }.joined(separator: " ")
  }
}
