import Diagnostics
import JourneyFormats
import JourneyModel
import Testing

@Suite struct MapFindingTests {
  @Test func `all slips in a map are found, each at its place with a remedy`() {
    let source = MarkedSource(
      """
      format: 1
      name: Крамниця
      kind: 1️⃣custmer-journey
      2️⃣pupose: See where people leave
      lastReviewed: 3️⃣2026-02-30
      stages:
        - 4️⃣goal: Pay
        - name: Оплата
          time: 5️⃣1–3 dayz
          phase: 6️⃣before the purchase
      lanes:
        - 7️⃣name: Bariery
        - role: 8️⃣bariers
          name: Barriers
          cards:
            9️⃣Оплата:
              - Too dear
      """)
    #expect(
      source.findingsAsMap() == [
        "1 unknown-value · 'custmer-journey' is no value of 'kind' · did you mean 'customer-journey'?",
        "2 unknown-key · a map has no key 'pupose' · did you mean 'purpose'?",
        "3 bad-date · '2026-02-30' is no date · write year-month-day, such as 2026-03-09",
        "4 missing-key · a stage needs 'name' · add a line 'name: …'",
        "5 bad-time-frame · '1–3 dayz' is no time frame · write it like '1–3 days' or '2 weeks', in minutes, hours, days, weeks, months, years",
        "6 unknown-value · 'before the purchase' is no value of 'phase' · known values: before, during, after",
        "7 missing-key · a lane needs 'role' · add a line such as 'role: barrier', or 'role: custom'",
        "8 unknown-value · 'bariers' is no value of 'role' · did you mean 'barrier'?",
        "9 bad-id · 'Оплата' cannot be the id of a stage or step · ids are lowercase letters, digits and '-'; write 'oplata'",
      ])
  }

  @Test func `slips in cards and evidence are found`() {
    let source = MarkedSource(
      """
      format: 1
      name: Shop
      lanes:
        - role: barrier
          cards:
            payment:
              - text: Declined
                id: declined
                severity: 1️⃣hihg
                effort: 2️⃣two days
                span: 3️⃣0
                claim: 4️⃣loss of payment at least much
                evidence:
                  - 5️⃣source: Anna
                  - kind: interview
                    source: Ben
                    date: 6️⃣yesterday
                    link: 7️⃣[a]
              - text: Again
                id: 8️⃣declined
              - 9️⃣{}
      """)
    #expect(
      source.findingsAsMap() == [
        "1 unknown-value · 'hihg' is no value of 'severity' · did you mean 'high'?",
        "2 bad-number · 'two days' is no number · write it with digits and a decimal point, such as 2.5",
        "3 bad-number · '0' is no whole number 1 … 1000 · ",
        "4 bad-claim · 'loss of payment at least much' is no claim · write it like 'loss of payment at least 30 %' or 'median time in payment at most 2 days'",
        "5 missing-key · an evidence item needs 'kind' · one of: \(Evidence.Kind.allCases.map(\.rawValue).joined(separator: ", "))",
        "6 bad-date · 'yesterday' is no date · write year-month-day, such as 2026-03-09",
        "7 wrong-type · 'link' must be a text, but here is a list · put it in quotes if it is meant as text",
        "8 duplicate-id · a card with the id 'declined' stands already in line 8 · give this one an id of its own",
        "9 missing-key · a card needs 'text' · or a touchpoint, an emotion or a picture",
      ])
  }

  @Test(arguments: [
    (
      "format: 1\nname: Shop\n1️⃣name: Again",
      "duplicate-key · 'name' stands twice in a map, first in line 2 · join the two, or remove one"
    ),
    (
      "format: 1\nname: Shop\nstages:\n1️⃣\t- a",
      "syntax · a value cannot begin with this character · indent with spaces, not with tabs; put a text that begins with '@', '`' or '%' in quotes"
    ),
    (
      "format: 1\nname: Shop1️⃣: the best",
      "syntax · a ':' stands where no key can be · put the text in quotes if it contains ': ', and check the indentation"
    ),
    (
      "format: 1\nname: \"Shop\nkind: a1️⃣",
      "syntax · a quoted text does not end · add the closing quote"
    ),
    ("format: 1\nname: [a, b1️⃣", "syntax · a list in brackets does not end · add ',' or ']'"),
    (
      "format: 1\nname: 1️⃣&x Shop",
      "alias · anchors (&name) are not part of the notation · remove it; quote the text if it begins with '&'"
    ),
    (
      "format: 1\nname: 1️⃣*x",
      "alias · aliases (*name) are not part of the notation · write the value out; quote the text if it begins with '*'"
    ),
    (
      "format: 1\nname: 1️⃣!!binary aGk=",
      "tag · tags (!name) are not part of the notation · remove it; quote the text if it begins with '!'"
    ),
    (
      "format: 1\nname: Shop\n1️⃣<<: {kind: a}",
      "unknown-key · a map has no key '<<' · merge keys are not part of the notation; write the values out"
    ),
    (
      "format: 1\nname: Shop\n1️⃣---\nname: b",
      "several-documents · a second document begins here · a file of the notation holds one document; remove the line '---'"
    ),
    (
      "format: 1️⃣2\nname: Shop\nwhat: ever",
      "newer-format · the file has format 2; this version of Waymark reads up to 1 · use a newer version of Waymark"
    ),
    (
      "format: 1️⃣one\nname: Shop",
      "bad-number · 'format' is the number of the file format · write 'format: 1'"
    ),
    (
      "1️⃣name: Shop",
      "missing-format · the file does not say its format · begin it with a line 'format: 1'"
    ),
    (
      "1️⃣- a",
      "wrong-type · a file must be a mapping, but here is a list · begin it with a line 'format: 1'"
    ),
    ("1️⃣", "empty-file · the file is empty · begin it with 'format: 1'"),
    ("1️⃣# only a comment", "empty-file · the file is empty · begin it with 'format: 1'"),
    (
      "format: 1\nname: a1️⃣\u{1}b",
      "not-text · a control character stands here · remove it, or write it as an escape within double quotes"
    ),
    (
      "format: 1\nname: Shop\nlanes:\n  - role: action\n    cards: 1️⃣[a]",
      "wrong-type · the cards of a lane stand under a stage or step · write the id of the stage as a key, and its cards as a list under it"
    ),
    (
      "format: 1\nname: Shop\nlanes:\n  - 1️⃣barier",
      "unknown-value · 'barier' is no role of a lane · did you mean 'barrier'?"
    ),
    (
      "format: 1\nname: Shop\nstages:\n  - name: A\n    time: 3 days\n    1️⃣timeFrame: 2 days",
      "duplicate-key · 'timeFrame' says again what stands in line 5 · remove one of the two"
    ),
    (
      "format: 1\nname: Shop\ncards:\n  - lane: x\n    step: y\n    text: 1️⃣{a: b}\n    emotion: 1",
      "wrong-type · 'text' must be a text, but here is a mapping · put it in quotes if it is meant as text"
    ),
  ])
  func `a slip is found at its place`(marked: String, expected: String) {
    #expect(MarkedSource(marked).findingsAsMap() == ["1 \(expected)"])
  }

  @Test func `bytes that are no UTF-8 are found at their place`() throws {
    let id = try #require(JourneyMap.ID(rawValue: "map"))
    let bytes = Array("format: 1\nname: Caf".utf8) + [0xE9, 0x0A]
    let found = Notation.readMap(bytes, id: id, file: "m.yaml").diagnostics
    #expect(found.map(\.code) == ["notation.not-text"])
    #expect(found.first?.location == TextLocation(file: "m.yaml", line: 2, column: 10))
  }

  @Test func `columns count bytes after a byte-order mark, Cyrillic and an emoji`() {
    let source = MarkedSource("\u{FEFF}format: 1\r\nname: Ш🙂\r\n1️⃣ключ: x")
    let found = MarkedSource(source.text).findingsAsMap()
    #expect(found.count == 1 && found[0].hasPrefix("3:1 unknown-key"))
    let flow = MarkedSource("format: 1\nname: Ш🙂\nparent: {\"🙂\": 1, map: a, step: b}")
      .findingsAsMap()
    #expect(flow.count == 1 && flow[0].hasPrefix("3:10 unknown-key"))
    let behind = MarkedSource(
      "format: 1\nname: x\nparent: {map: a, step: b, \"🙂\": 1, 1️⃣\"ш\": 2, 2️⃣d: 1}"
    )
    .findingsAsMap()
    #expect(behind.map { $0.prefix(13) } == ["3:27 unknown-", "1 unknown-key", "2 unknown-key"])
  }

  @Test func `settings and surveys have findings of their own`() {
    let settings = MarkedSource(
      """
      format: 1
      name: Shop
      weekStart: 1️⃣tuesday
      reviewRhythm: 2️⃣sometimes
      thresholds: {voices: 3️⃣none, 4️⃣samples: 3}
      products: {5️⃣Big Shop: Shop}
      channels: [Web, 6️⃣Web]
      """)
    #expect(
      settings.findingsAsSettings().map { $0.prefix { $0 != "·" } } == [
        "1 unknown-value ", "2 bad-time-frame ", "3 bad-number ", "4 unknown-key ", "5 bad-id ",
        "6 duplicate-id ",
      ])
    let survey = MarkedSource(
      """
      format: 1
      name: After purchase
      about: 1️⃣the checkout
      channels: [email, 2️⃣fax]
      questions:
        - kind: 3️⃣npz
        - kind: rating
          scale: 4️⃣five
        - kind: text
          when: {question: a, score: 5️⃣low}
      """)
    #expect(
      survey.findingsAsSurvey().map { $0.prefix { $0 != "·" } } == [
        "1 bad-place ", "2 unknown-value ", "3 unknown-value ", "4 bad-number ", "5 bad-number ",
      ])
  }

  @Test func `every code that a reader uses is in the catalogue, once`() {
    let codes = NotationCode.codes.map(\.code)
    #expect(Set(codes).count == codes.count)
  }
}
