import JourneyModel

/// An id that a test writes down.
func id<Subject>(_ text: String, _: Subject.Type = Subject.self) -> Identifier<Subject> {
  guard let id = Identifier<Subject>(rawValue: text) else {
    preconditionFailure("a test writes well-formed ids: \(text)")
  }
  return id
}

func key(_ text: String) -> OrderKey { OrderKey(rawValue: text) }

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("not a date: \(text)") }
  return date
}

let today = day("2026-11-22")

func voice(
  _ id: Evidence.ID, _ source: String, _ verdict: Evidence.Verdict = .supports,
  date: String? = "2026-10-01"
) -> Evidence {
  Evidence(
    id: id, kind: .interview, verdict: verdict, source: source,
    date: date.flatMap { CalendarDate($0) })
}

/// A small workspace that uses every kind of object and in which no rule finds anything.
func soundWorkspace() -> Workspace {
  var cards = [
    Card(
      id: id("need"), lane: id("goals"), step: id("search"), order: key("i"),
      text: "Find a pram that folds", evidence: [voice(id("e1"), "P1")]),
    Card(
      id: id("forum-card"), lane: id("touchpoints"), step: id("search"), order: key("i"),
      text: "Asks in the forum", touchpoint: id("forum"), evidence: [voice(id("e2"), "P2")],
      momentOfTruth: "No answer, no trust"),
    Card(
      id: id("shop-card"), lane: id("touchpoints"), step: id("buy-pay"), order: key("i"),
      text: "", touchpoint: id("shop"), evidence: [voice(id("e3"), "P1")]),
    Card(
      id: id("feels"), lane: id("emotions"), step: id("buy-pay"), order: key("i"), text: "",
      emotion: Emotion(score: -2, name: "worried", emoji: "😟"), evidence: [voice(id("e4"), "P1")]),
    Card(
      id: id("hopes"), lane: id("emotions"), step: id("search"), order: key("i"), text: "",
      emotion: Emotion(score: 2, name: "hopeful", persona: id("oksana")),
      evidence: [voice(id("e5"), "P1")]),
    Card(
      id: id("no-reviews"), lane: id("barriers"), step: id("buy-pay"), order: key("i"),
      text: "No reviews of the pram", severity: .high, links: [id("shop-card")],
      evidence: [voice(id("e6"), "P1"), voice(id("e7"), "P2")],
      claim: Claim(measure: .stageLoss(id("buy")), relation: .atLeast, value: 0.3)),
    Card(
      id: id("ask-buyers"), lane: id("solutions"), step: id("buy-choose"), order: key("i"),
      text: "Ask buyers for a review", span: 2, owner: "Marketing", effort: 3, status: .decided,
      links: [id("no-reviews")]),
  ]
  cards[5].evidence[1].reading = Evidence.Reading(value: 0.4, n: 40, low: 0.25, high: 0.55)
  let map = JourneyMap(
    id: id("pram"), name: "A pram", product: id("prams"), audience: id("parents"),
    purpose: .init(why: "Too few buy", expectedOutcome: "More sales", problem: "Doubts"),
    personas: [id("oksana"), id("petro")], owner: "Marketing", lastReviewed: day("2026-09-01"),
    stages: [
      Stage(
        id: id("search"), order: key("a"), name: "Search", mindset: "I look around",
        timeFrame: TimeFrame(minimum: 1, maximum: 2, unit: .weeks), phase: .before),
      Stage(
        id: id("buy"), order: key("b"), name: "Buy", goal: "Get it home", phase: .during,
        steps: [
          Step(id: id("buy-choose"), order: key("a"), name: "Choose"),
          Step(id: id("buy-pay"), order: key("b"), name: "Pay"),
        ]),
    ],
    lanes: [
      Lane(id: id("goals"), order: key("a"), role: .goal, name: "Goals"),
      Lane(id: id("touchpoints"), order: key("b"), role: .touchpoint, name: "Touchpoints"),
      Lane(id: id("emotions"), order: key("c"), role: .emotion, name: "Emotions"),
      Lane(id: id("barriers"), order: key("d"), role: .barrier, name: "Barriers"),
      Lane(id: id("solutions"), order: key("e"), role: .solution, name: "Solutions"),
      Lane(
        id: id("front"), order: key("f"), role: .frontStage, name: "Front stage", isHidden: true),
    ], cards: cards,
    flows: [Flow(id: id("back"), order: key("a"), kind: .back, from: id("buy"), to: id("search"))],
    stories: [
      Story(
        id: id("story"), order: key("a"), name: "Oksana's pram", who: "P1",
        moments: [
          Story.Moment(
            id: id("m1"), order: key("a"), step: id("search"), touchpoint: id("forum"),
            whatHappened: "Asked in the forum", emotion: Emotion(score: 1)),
          Story.Moment(
            id: id("m2"), order: key("b"), step: id("buy-pay"), whatHappened: "Called the shop",
            nearlyFailed: "Nobody picked up"),
        ])
    ])
  let detail = JourneyMap(
    id: id("paying"), name: "Paying", product: id("prams"), audience: id("parents"),
    kind: .userJourney, state: .future, purpose: .init(problem: "Slow"), personas: [id("oksana")],
    parent: .init(map: id("pram"), step: id("buy-pay")),
    stages: [Stage(id: id("search"), order: key("i"), name: "Open the page", goal: "Pay")],
    lanes: [Lane(id: id("goals"), order: key("i"), role: .action, name: "Actions")])
  return Workspace(
    name: "Prams", languages: ["en", "uk"], currency: "UAH", timeZone: "Europe/Kyiv",
    products: [Product(id: id("prams"), name: "Prams")],
    audiences: [
      Audience(
        id: id("parents"), name: "Parents", rules: [.init(attribute: "children", value: "1")]),
      Audience(id: id("grandparents"), name: "Grandparents"),
    ],
    departments: [
      Department(id: id("sales"), name: "Відділ продажів"),
      Department(id: id("care"), name: "Opieka nad klientem"),
    ],
    channels: [Channel(id: id("web"), name: "Site")],
    touchpoints: [
      Touchpoint(id: id("shop"), name: "Shop page", channel: id("web"), departments: [id("sales")]),
      Touchpoint(
        id: id("forum"), name: "Forum", ownership: .thirdParty, influence: .indirectly, note: "busy"
      ),
    ],
    personas: [
      Persona(
        id: id("oksana"), name: "Oksana", audience: id("parents"), summary: "Young mother",
        portrait: [.init(name: "age", value: "31")], goals: ["Sleep"], quotes: ["Too heavy!"]),
      Persona(id: id("petro"), kind: .partner, name: "Petro"),
    ],
    maps: [map, detail],
    bindings: [
      BindingRule(id: id("b1"), activity: "view_item", channel: "web", touchpoint: id("shop")),
      BindingRule(id: id("b2"), activity: "view_*", touchpoint: id("shop")),
      BindingRule(id: id("b3"), activity: "purchase", touchpoint: id("shop")),
    ],
    goals: ["purchase"])
}
