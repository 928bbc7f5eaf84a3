import JourneyModel
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("Search", "search"), ("  Find a shop!  ", "find-a-shop"),
    ("Пошук у Google", "poshuk-u-google"),
    ("Відділ продажів", "viddil-prodazhiv"), ("Отдел продаж", "otdel-prodazh"),
    ("Їжа й згущене молоко", "yizha-y-zghushchene-moloko"), ("Ёлка, подъезд", "yolka-podezd"),
    ("Обізнаність", "obiznanist"), ("Осведомлённость", "osvedomlyonnost"),
    ("Świadomość i łąka", "swiadomosc-i-laka"), ("Straße über Ærø", "strasse-uber-aero"),
    ("Café Þór", "cafe-thor"), ("cafe\u{301}", "cafe"), ("кишеньковии\u{306}", "kyshenkovyi"),
    ("м'ята", "miata"), ("50 % off — today", "50-off-today"), ("İstanbul", "istanbul"),
  ])
  func `a name becomes a readable id`(name: String, slug: String) {
    #expect(Step.ID.slug(from: name)?.rawValue == slug)
  }

  @Test func `a language decides between spellings`() {
    #expect(Step.ID.slug(from: "Город", language: "ru")?.rawValue == "gorod")
    #expect(Step.ID.slug(from: "Город", language: "uk")?.rawValue == "horod")
    #expect(Step.ID.slug(from: "Größe", language: "de")?.rawValue == "groesse")
  }

  @Test(arguments: ["", "  ", "漢字", "—!", "🙂"])
  func `a name without letters we can write gives no id`(name: String) {
    #expect(Step.ID.slug(from: name) == nil)
  }

  @Test func `a long name is cut between words`() throws {
    let slug = try #require(
      Step.ID.slug(from: Array(repeating: "journey", count: 20).joined(separator: " ")))
    #expect(slug.rawValue == Array(repeating: "journey", count: 7).joined(separator: "-"))
    let word = try #require(Step.ID.slug(from: String(repeating: "щ", count: 60)))
    #expect(word.rawValue.count == 60)
  }

  @Test func `a taken id gets the first free number`() throws {
    let id = try #require(Step.ID(rawValue: "search"))
    #expect(id.unique(in: []) == id)
    let second = id.unique(in: [id])
    #expect(second.rawValue == "search-2")
    #expect(id.unique(in: [id, second]).rawValue == "search-3")
    let long = try #require(Step.ID(rawValue: String(repeating: "a", count: 80)))
    #expect(long.unique(in: [long]).rawValue == String(repeating: "a", count: 78) + "-2")
  }

  @Test func `a random id has eighty bits in sixteen characters`() {
    var random = SeededRandom(seed: 7)
    let ids = (0..<2_000).map { _ in Card.ID.random(using: &random) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.rawValue.utf8.count == 16 })
    // Each of the 32 characters is met in each place.
    for place in 0..<16 {
      #expect(Set(ids.map { Array($0.rawValue)[place] }).count == 32)
    }
  }
}
