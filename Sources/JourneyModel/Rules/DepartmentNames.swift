/// Recognises the names of departments, whatever their case, marks, endings and the word "department".
struct DepartmentNames {
  private struct Name {
    var label: String
    var words: [String]
    /// Slavic names change their endings: «Відділ продажів», «Продажі».
    var isInflected: Bool
  }
  private let names: [Name]

  init(_ departments: [Department]) {
    names =
      departments.compactMap { department in
        let words = Self.core(of: department.name)
        guard !words.isEmpty else { return nil }
        return Name(
          label: department.name, words: words, isInflected: Self.isCyrillic(department.name))
      }
      + Self.common.map {
        Name(label: $0.0, words: $0.1.split(separator: " ").map(String.init), isInflected: false)
      }
  }

  /// The department that a stage's name comes from; nil if it is the customer's.
  func department(behind stage: String) -> String? {
    let all = Transliteration.words(of: stage).map { String(decoding: $0, as: UTF8.self) }
    let words = Self.core(of: stage)
    if words.isEmpty { return all.isEmpty ? nil : stage }
    let isCyrillic = Self.isCyrillic(stage)
    if let name = names.first(where: { name in
      name.words.count == words.count
        && zip(name.words, words).allSatisfy { a, b in
          a == b || (name.isInflected && isCyrillic && Self.differsInEndingOnly(a, b))
        }
    }) {
      return name.label
    }
    // "Sales department" is one even if nobody has listed it; a sentence about one is not.
    return all.count <= 3 && all.contains(where: Self.isDepartmentWord) ? stage : nil
  }

  /// The words of a name without those that only say that it is a department.
  private static func core(of name: String) -> [String] {
    Transliteration.words(of: name).map { String(decoding: $0, as: UTF8.self) }
      .filter { !isDepartmentWord($0) && !["team", "unit", "office", "the", "of"].contains($0) }
  }

  private static func isDepartmentWord(_ word: String) -> Bool {
    ["department", "departments", "dept", "division", "dzial", "abteilung", "departament"]
      .contains(word) || word.hasPrefix("viddil") || word.hasPrefix("otdel")
  }

  private static func differsInEndingOnly(_ a: String, _ b: String) -> Bool {
    let common = zip(a, b).prefix { $0 == $1 }.count
    return common >= 5 && max(a.count, b.count) - common <= 3
  }

  private static func isCyrillic(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("\u{400}"..."\u{52F}").contains($0) }
  }

  /// Names that are departments everywhere, in folded letters.
  private static let common: [(String, String)] = [
    ("Sales", "sales"), ("Marketing", "marketing"), ("Logistics", "logistics"),
    ("Accounting", "accounting"), ("Customer service", "customer service"),
    ("Customer support", "customer support"), ("Human resources", "human resources"), ("HR", "hr"),
    ("Продажі", "prodazhi"), ("Продажи", "prodazhy"), ("Маркетинг", "marketynh"),
    ("Логістика", "lohistyka"), ("Логистика", "lohystyka"), ("Sprzedaż", "sprzedaz"),
    ("Logistyka", "logistyka"), ("Księgowość", "ksiegowosc"),
  ]
}
