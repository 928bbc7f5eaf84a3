import Feedback
import JourneyFormats
import JourneyModel
import Statistics

/// Seeded workspaces full of texts that YAML readers stumble over.
struct GeneratedWorkspace {
  var random: SplitMix64

  static let awkward: [String] = [
    "yes", "No", "null", "~", "1e3", "0x1F", "2026-01-01", "2026-01-01T10:00:00Z", "12:30", "1_000",
    "-", "- item", "? key", ": value", "key: value", "trailing:", "a #comment", "#not", "a#b",
    "&anchor", "*alias", "!tag", "!!binary abc", "%directive", "@at", "`tick`", "{flow: 1}",
    "[a, b]", "a, b", "'single'", "\"double\"", "it's \"both\" \\ back", "\\n", " leading",
    "trailing ", "two  spaces", "tab\there", "\ttab", "line\nbreak", "line\n\n  indented\nend",
    "ends with newline\n", "two newlines\n\n", "\n", "\nstarts", " first\n second",
    "space \nat end",
    "windows\r\nline", "bare\rreturn", "nul\u{0}", "bell\u{7}", "next\u{85}line",
    "ls\u{2028}ps\u{2029}",
    "\u{FEFF}mark", "\u{FFFE}", "nbsp\u{A0}", "🙂", "👩‍👩‍👧 family", "#️⃣ key", " #️⃣", ":️⃣ x", "e\u{301}",
    "Дізнаюся про товар", "Оплата: картка чи готівка?", "Чому «так» довго… — і дорого",
    "Zażółć gęślą jaźń", "Kupuję – i już", "<<", "=", ".5", "+1", "...", "---", "--- text", "|",
    ">",
    "| block", "NaN", ".inf", "on", "off", "y", "n", "~x", "\u{7F}", "\u{1F}", "a\u{200B}b",
    String(repeating: "Довгий текст without a break, ", count: 60), "x: |\n  y", "'", "\"", "\\",
  ]

  mutating func text() -> String {
    switch random.below(4) {
    case 0: Self.awkward[random.below(Self.awkward.count)]
    case 1:
      (0...random.below(4)).map { _ in Self.awkward[random.below(Self.awkward.count)] }
        .joined(separator: random.below(2) == 0 ? " " : "\n")
    default: words[random.below(words.count)] + " \(random.below(1000))"
    }
  }
  let words = ["Delivery costs too much", "Оплата", "Sklep", "Why so slow?", "A better way 🚀"]

  mutating func maybe<T>(_ value: @autoclosure () -> T) -> T? {
    random.below(2) == 0 ? value() : nil
  }
  mutating func text(orEmpty: Bool) -> String { random.below(2) == 0 ? "" : text() }
  mutating func optional() -> String? { random.below(2) == 0 ? nil : text() }
  mutating func list() -> [String] { (0..<random.below(4)).map { _ in text() } }
  mutating func pick<T>(_ values: [T]) -> T { values[random.below(values.count)] }
  mutating func id<T>(_ type: Identifier<T>.Type = Identifier<T>.self) -> Identifier<T> {
    .random(using: &random)
  }
  mutating func ids<T>(_ type: Identifier<T>.Type = Identifier<T>.self) -> [Identifier<T>] {
    (0..<random.below(3)).map { _ in id() }
  }
  mutating func order() -> OrderKey { OrderKey(rawValue: String(random.below(50), radix: 36)) }
  mutating func number() -> Double {
    switch random.below(4) {
    case 0: Double(random.below(100))
    case 1: random.unit()
    case 2: -random.unit() * 1e6
    default: random.unit() * 1e-9
    }
  }
  mutating func date() -> CalendarDate? {
    maybe(()) == nil
      ? nil
      : CalendarDate(
        year: 2000 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28))
  }

  mutating func emotion() -> Emotion? {
    guard random.below(3) > 0 else { return nil }
    if random.below(3) == 0 { return Emotion(score: number()) }
    return Emotion(
      score: Double(random.below(7) - 3), name: text(orEmpty: true), emoji: pick(["", "😀", "😡"]),
      persona: random.below(2) == 0 ? nil : id(), branch: pick([nil, .well, .badly]))
  }

  mutating func claim() -> Claim? {
    let measures: [Claim.Measure] = [
      .stageReach(id()), .stageLoss(id()), .stageMedianTime(id()), .touchpointReach(id()),
      .touchpointMedianTime(id()), .score(survey: "nps-q1", question: "nps"),
      .score(survey: "a \"b\" \\ /", question: "at least 3 %"),
      .score(survey: "", question: text()),
    ]
    guard random.below(2) == 0 else { return nil }
    return Claim(measure: pick(measures), relation: pick([.atMost, .atLeast]), value: number())
  }

  mutating func evidence() -> Evidence {
    Evidence(
      id: id(), kind: pick(Evidence.Kind.allCases), verdict: pick(Evidence.Verdict.allCases),
      source: text(), note: text(orEmpty: true), date: date(),
      reading: random.below(2) == 0
        ? nil : .init(value: number(), n: random.below(1000), low: number(), high: number()),
      link: optional())
  }

  mutating func map() -> JourneyMap {
    var map = JourneyMap(id: id(), name: text())
    map.product = random.below(2) == 0 ? nil : id()
    map.audience = random.below(2) == 0 ? nil : id()
    map.kind = pick(JourneyMap.Kind.allCases)
    map.state = pick(JourneyMap.State.allCases)
    map.purpose = .init(
      why: text(orEmpty: true), expectedOutcome: text(orEmpty: true), problem: text(orEmpty: true))
    map.personas = ids()
    map.owner = optional()
    map.lastReviewed = date()
    if random.below(3) == 0 { map.parent = .init(map: id(), step: id()) }
    for _ in 0..<random.below(5) {
      var stage = Stage(id: id(), order: order(), name: text())
      stage.mindset = text(orEmpty: true)
      stage.goal = text(orEmpty: true)
      stage.entryRule = text(orEmpty: true)
      stage.exitRule = text(orEmpty: true)
      stage.businessAim = text(orEmpty: true)
      stage.phase = pick([nil, .before, .during, .after])
      if random.below(2) == 0 {
        stage.timeFrame = TimeFrame(
          minimum: abs(number()), maximum: abs(number()), unit: pick(TimeFrame.Unit.allCases))
      }
      for _ in 0..<random.below(3) {
        stage.steps.append(Step(id: id(), order: order(), name: text()))
      }
      map.stages.append(stage)
    }
    for _ in 0..<random.below(5) {
      map.lanes.append(
        Lane(
          id: id(), order: order(), role: pick(LaneRole.allCases), name: text(),
          isHidden: random.below(3) == 0))
    }
    let steps = map.stages.flatMap { $0.columns.map(\.id) } + [id()]
    let lanes = map.lanes.map(\.id) + [id()]
    for _ in 0..<random.below(12) {
      var card = Card(id: id(), lane: pick(lanes), step: pick(steps), order: order(), text: text())
      card.span = 1 + random.below(3)
      card.touchpoint = random.below(2) == 0 ? nil : id()
      card.emotion = emotion()
      card.severity = pick([nil, .low, .medium, .high])
      card.owner = optional()
      card.effort = random.below(2) == 0 ? nil : number()
      card.status = pick([nil] + Card.Status.allCases.map { Optional($0) })
      card.links = ids()
      card.evidence = (0..<random.below(3)).map { _ in evidence() }
      card.claim = claim()
      card.momentOfTruth = optional()
      card.picture = optional()
      map.cards.append(card)
    }
    for _ in 0..<random.below(3) {
      map.flows.append(
        Flow(
          id: id(), order: order(), kind: pick(Flow.Kind.allCases), from: id(), to: id(),
          note: text(orEmpty: true)))
    }
    for _ in 0..<random.below(3) {
      let moments = (0..<random.below(4)).map { _ in
        Story.Moment(
          id: id(), order: order(), step: random.below(2) == 0 ? nil : id(),
          touchpoint: random.below(2) == 0 ? nil : id(), whatHappened: text(), emotion: emotion(),
          nearlyFailed: optional())
      }
      map.stories.append(
        Story(id: id(), order: order(), name: text(), who: text(orEmpty: true), moments: moments))
    }
    return map
  }

  mutating func persona() -> Persona {
    Persona(
      id: id(), kind: pick(Persona.Kind.allCases), name: text(),
      audience: random.below(2) == 0 ? nil : id(), picture: optional(),
      summary: text(orEmpty: true),
      portrait: (0..<random.below(4)).map { _ in .init(name: text(), value: text(orEmpty: true)) },
      goals: list(), motives: list(), triggers: list(), attractedBy: list(), putOffBy: list(),
      stoppedBy: list(), places: list(), quotes: list())
  }

  mutating func survey() -> SurveyDocument {
    var survey = Survey(
      id: id(Identifier<Survey>.self).rawValue, name: text(),
      binding: pick([
        .journey, .touchpoint(id(Identifier<Touchpoint>.self).rawValue), .stage("a b: c"),
      ]))
    survey.language = pick(["en", "uk", "pl"])
    survey.channels = pick([[], [.email], [.onSite, .website]])
    for number in 0..<random.below(4) {
      let kind = pick(QuestionKind.allCases)
      survey.questions.append(
        Question(
          id: "q\(number) \(text())", kind: kind, text: text(orEmpty: true),
          scale: pick([nil, ScoreScale(min: -5, max: 5), ScoreScale(min: 1, max: 10)]),
          choices: list(),
          condition: pick([
            nil, QuestionCondition(questionID: text(), test: .answered),
            QuestionCondition(questionID: "q0", test: .score(low: -3, high: 6)),
            QuestionCondition(questionID: "q0", test: .chose(text())),
          ])))
    }
    return SurveyDocument(survey, isSynthetic: random.below(2) == 0)
  }

  mutating func contents() -> WorkspaceContents {
    var workspace = Workspace(name: text())
    workspace.languages = random.below(2) == 0 ? ["en"] : ["uk", text()]
    workspace.currency = pick(["EUR", "UAH", "no"])
    workspace.timeZone = pick(["UTC", "Europe/Kyiv"])
    workspace.weekStart = pick(Workspace.WeekStart.allCases)
    workspace.reviewRhythmInDays = 1 + random.below(400)
    workspace.thresholds = EvidenceThresholds(
      voices: 1 + random.below(9), sample: 1 + random.below(90))
    workspace.products = (0..<random.below(3)).map { _ in Product(id: id(), name: text()) }
    workspace.departments = (0..<random.below(3)).map { _ in Department(id: id(), name: text()) }
    workspace.channels = (0..<random.below(3)).map { _ in Channel(id: id(), name: text()) }
    workspace.audiences = (0..<random.below(3)).map { _ in
      Audience(
        id: id(), name: text(),
        rules: (0..<random.below(3)).map { _ in .init(attribute: text(), value: text(orEmpty: true))
        })
    }
    workspace.goals = list()
    workspace.touchpoints = (0..<random.below(4)).map { _ in
      Touchpoint(
        id: id(), name: text(), channel: random.below(2) == 0 ? nil : id(),
        setting: pick(Touchpoint.Setting.allCases), ownership: pick(Touchpoint.Ownership.allCases),
        influence: pick(Touchpoint.Influence.allCases), departments: ids(),
        note: text(orEmpty: true))
    }
    workspace.bindings = (0..<random.below(4)).map { _ in
      BindingRule(id: id(), activity: text(), channel: optional(), touchpoint: id())
    }
    workspace.personas = (0..<random.below(3)).map { _ in persona() }
    workspace.maps = (0..<random.below(3)).map { _ in map() }
    return WorkspaceContents(workspace, surveys: (0..<random.below(3)).map { _ in survey() })
  }
}
