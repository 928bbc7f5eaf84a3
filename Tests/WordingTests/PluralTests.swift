import Testing

@testable import Wording

@Suite struct PluralTests {
  /// One, few, many and other, as Polish has them.
  static let polish = PluralRule(forms: [.one, .few, .many, .other]) { number in
    if number == 1 { return .one }
    let isFew = (2...4).contains(number % 10) && !(12...14).contains(number % 100)
    return isFew ? .few : .many
  }

  @Test func `a phrase takes the form that goes with its number`() {
    let words = Catalogue.english.drawings
    #expect(words.plural(.solutions, 1, ["count": "1"]) == "1 solution")
    #expect(words.plural(.solutions, 0, ["count": "0"]) == "0 solutions")
    #expect(words.plural(.days, nil) == "days")
  }

  @Test func `a language with four forms chooses among its own`() {
    let words = Catalogue(
      language: "pl", plurals: Self.polish,
      drawings: [
        .solutions:
          "{count} rozwiązanie|{count} rozwiązania|{count} rozwiązań|{count} rozwiązania"
      ]
    ).drawings
    let said = [1, 3, 5, 12, 22].map { (number: Int) in
      words.plural(.solutions, number, ["count": "\(number)"])
    }
    #expect(
      said == [
        "1 rozwiązanie", "3 rozwiązania", "5 rozwiązań", "12 rozwiązań", "22 rozwiązania",
      ])
    #expect(words.plural(.solutions, nil, ["count": "2,5"]) == "2,5 rozwiązania")
  }

  @Test func `where a language has no text yet, English is said in its own forms`() {
    let words = Catalogue(
      language: "pl", plurals: Self.polish
    ).drawings
    #expect(words(.noData) == "no data")
    #expect([1, 3, 5].map { words.plural(.days, $0) } == ["day", "days", "days"])
    #expect(words.missing == DrawingPhrase.allCases)
  }

  @Test func `a word within a phrase follows the number filled in at its place`() {
    let text = "{rows} {rows:row|rows} of {files} {files:file|files}"
    let said = { Places.filled(text, ["rows": $0, "files": $1], Self.polish) }
    #expect(said("1", "3") == "1 row of 3 files")
    #expect(
      Places.filled("{n:plik|pliki|plików|pliku}", ["n": "5"], Self.polish) == "plików")
    #expect(Places.filled("{n:a|b}", [:], .english) == "{n:a|b}")
  }

  @Test func `a language words findings itself, and English what it has not worded`() {
    let words = Catalogue(
      language: "pl", plurals: Self.polish,
      findings: [
        FindingText(
          "map.without-stages", meaning: "Mapa nie ma etapów.", remedy: "Dodaj etapy.",
          message: "mapa {map} nie ma etapów")
      ], findingWords: ["count-of-errors": "{count} {count:błąd|błędy|błędów|błędu}"]
    ).findings
    #expect(words("map.without-stages", ["map": "'Sklep'"]) == "mapa 'Sklep' nie ma etapów")
    #expect(words("word/count-of-errors", ["count": "5"]) == "5 błędów")
    #expect(words("map.without-lanes", ["map": "'Sklep'"]) == "the map 'Sklep' has no lanes")
    #expect(words.meaning(of: "map.without-stages") == "Mapa nie ma etapów.")
  }
}
