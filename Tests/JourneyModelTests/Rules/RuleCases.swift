import JourneyModel

extension ModelRulesTests {
  static let mapCases: [Case] = [
    Case("no purpose", "map.without-purpose paying") { $0.maps[1].purpose.problem = " " },
    Case("no persona", "map.without-persona paying") { $0.maps[1].personas = [] },
    Case("no product", "map.without-product-or-audience paying") { $0.maps[1].product = nil },
    Case("no stages", "map.without-stages paying") { $0.maps[1].stages = [] },
    Case("no lanes", "map.without-lanes paying") { $0.maps[1].lanes = [] },
    Case("a persona twice", "map.persona-twice pram") {
      $0.maps[0].personas = [id("oksana"), id("petro"), id("petro"), id("petro")]
    },
    Case(
      "a persona of another audience", "map.persona-of-another-audience pram",
      "map.persona-of-another-audience paying"
    ) { $0.personas[0].audience = id("grandparents") },
    Case("a partner first", "map.primary-persona-not-customer paying") {
      $0.maps[1].personas = [id("petro")]
    },
    Case("review overdue by a day", "map.review-overdue pram") {
      $0.maps[0].lastReviewed = day("2026-05-25")
    },
    Case("review due today") { $0.maps[0].lastReviewed = day("2026-05-26") },
    Case("review tomorrow", "map.review-in-future pram") {
      $0.maps[0].lastReviewed = day("2026-11-23")
    },
    Case("a stage without a goal", "map.stage-without-goal buy") { $0.maps[0].stages[1].goal = "" },
    Case("a goal card without text", "map.stage-without-goal search", "map.empty-card need") {
      $0.maps[0].cards[0].text = ""
    },
    Case("inverted time", "map.time-frame-inverted search") {
      $0.maps[0].stages[0].timeFrame = TimeFrame(minimum: 5, maximum: 2, unit: .days)
    },
    Case("negative time", "map.time-frame-negative search") {
      $0.maps[0].stages[0].timeFrame = TimeFrame(minimum: -1, maximum: 2, unit: .days)
    },
    Case("no time at all is a time") {
      $0.maps[0].stages[0].timeFrame = TimeFrame(minimum: 0, maximum: 0, unit: .days)
    },
    Case("endless time", "map.time-frame-negative search") {
      $0.maps[0].stages[0].timeFrame = TimeFrame(minimum: 0, maximum: .infinity, unit: .days)
    },
    Case("Sales department", "map.stage-named-after-department search") {
      $0.maps[0].stages[0].name = "Sales department"
    },
    Case("the department's name in other letters", "map.stage-named-after-department search") {
      $0.maps[0].stages[0].name = "ПРОДАЖІ"
    },
    Case("without marks and case", "map.stage-named-after-department search") {
      $0.maps[0].stages[0].name = "opieka NAD klientem"
    },
    Case("a Russian ending", "map.stage-named-after-department search") {
      $0.maps[0].stages[0].name = "Отдел продаж"
    },
    Case("Polish, known everywhere", "map.stage-named-after-department search") {
      $0.maps[0].stages[0].name = "Sprzedaż"
    },
    Case("a sentence about a department is the customer's") {
      $0.maps[0].stages[0].name = "I call the sales department"
    },
    Case("a purchase is no department") {
      $0.departments.append(Department(id: id("buyers"), name: "Purchasing"))
      $0.maps[0].stages[0].name = "Purchase"
    },
    Case("a skip that leads back", "map.flow-direction back") { $0.maps[0].flows[0].kind = .skip },
    Case("a loop to another stage", "map.flow-direction back") { $0.maps[0].flows[0].kind = .loop },
    Case("layers upside down", "map.blueprint-lanes-out-of-order front") {
      $0.maps[0].lanes.insert(
        Lane(id: id("backstage"), order: key("aa"), role: .backStage, name: "Back"), at: 0)
    },
    Case("a blueprint without layers", "map.blueprint-without-layers paying") {
      $0.maps[1].kind = .serviceBlueprint
    },
    Case(
      "nameless things", "map.empty-name search", "map.empty-name goals", "map.empty-name paying"
    ) {
      $0.maps[1].name = ""
      $0.maps[1].stages[0].name = " "
      $0.maps[1].lanes[0].name = "\t"
    },
  ]

  static let cardCases: [Case] = [
    Case(
      "a barrier nobody answers", "map.barrier-without-solution no-reviews",
      "map.solution-without-cause ask-buyers"
    ) { $0.maps[0].cards[6].links = [] },
    Case("the barrier holds the link") {
      $0.maps[0].cards[6].links = []
      $0.maps[0].cards[5].links.append(id("ask-buyers"))
    },
    Case("an opportunity is an answer") {
      $0.maps[0].lanes[4].role = .opportunity
    },
    Case("a dropped solution is none", "map.barrier-without-solution no-reviews") {
      $0.maps[0].cards[6].status = .dropped
    },
    Case("without lanes for causes a solution needs none", "map.solution-without-owner ask-buyers")
    {
      $0.maps[0].lanes[3].role = .text
      $0.maps[0].cards[6].links = []
      $0.maps[0].cards[6].owner = ""
    },
    Case("a surprise is strengthened") { $0.maps[0].lanes[3].role = .surprise },
    Case("a thought is no cause", "map.solution-without-cause ask-buyers") {
      $0.maps[0].lanes[3].role = .thought
      $0.maps[0].lanes.append(
        Lane(id: id("questions"), order: key("g"), role: .question, name: "Questions"))
    },
    Case("a circle of three", "map.link-cycle ask-buyers") {
      $0.maps[0].cards[2].links = [id("ask-buyers")]
    },
    Case("two that link to each other") { $0.maps[0].cards[5].links.append(id("ask-buyers")) },
    Case("a link to itself", "map.card-links-to-itself need") {
      $0.maps[0].cards[0].links = [id("need")]
    },
    Case("too happy", "map.emotion-out-of-range feels") {
      $0.maps[0].cards[3].emotion?.score = 3.01
    },
    Case("no feeling", "map.emotion-out-of-range m1") {
      $0.maps[0].stories[0].moments[0].emotion?.score = .nan
    },
    Case("the ends of the scale") {
      $0.maps[0].cards[3].emotion?.score = -3
      $0.maps[0].cards[4].emotion?.score = 3
    },
    Case("past the end", "map.span-out-of-map ask-buyers") { $0.maps[0].cards[6].span = 3 },
    Case("no column", "map.span-out-of-map ask-buyers") { $0.maps[0].cards[6].span = 0 },
    Case("no effort", "map.effort-not-positive ask-buyers") { $0.maps[0].cards[6].effort = 0 },
    Case("an assumption", "map.card-without-evidence need") { $0.maps[0].cards[0].evidence = [] },
    Case("stale", "map.stale-card need") {
      $0.maps[0].cards[0].evidence[0].date = day("2026-05-25")
    },
    Case("not stale on the last day") { $0.maps[0].cards[0].evidence[0].date = day("2026-05-26") },
    Case("contradicted", "map.contradicted-card no-reviews") {
      $0.maps[0].cards[5].evidence[1].reading = .init(value: 0.2, n: 30, low: 0.1, high: 0.29)
    },
    Case("an impossible number", "map.reading-impossible e7") {
      $0.maps[0].cards[5].evidence[1].reading = .init(value: 0.2, n: 30, low: 0.3, high: 0.1)
    },
    Case("a claim that is no number", "map.claim-not-a-number no-reviews") {
      $0.maps[0].cards[5].claim?.value = .nan
    },
    Case("from tomorrow", "map.evidence-in-future e1") {
      $0.maps[0].cards[0].evidence[0].date = day("2026-11-23")
    },
    Case("undated and anonymous", "map.evidence-without-date e1", "map.evidence-without-source e1")
    {
      $0.maps[0].cards[0].evidence[0].date = nil
      $0.maps[0].cards[0].evidence[0].source = " "
    },
  ]

  static let referenceCases: [Case] = [
    Case("unknown lane", "map.unknown-reference need", "map.stage-without-goal search") {
      $0.maps[0].cards[0].lane = id("gaols")
    },
    Case("a step of a divided stage", "map.unknown-reference need", "map.stage-without-goal search")
    {
      $0.maps[0].cards[0].step = id("buy")
    },
    Case(
      "unknown in many places", "map.unknown-reference need", "map.unknown-reference feels",
      "map.unknown-reference no-reviews", "map.unknown-reference back", "map.unknown-reference m1",
      "map.unknown-reference m2", "map.unknown-reference pram", "map.unknown-reference pram",
      "map.unknown-reference paying"
    ) {
      $0.maps[0].cards[0].touchpoint = id("mall")
      $0.maps[0].cards[3].emotion?.persona = id("ivan")
      $0.maps[0].cards[5].claim?.measure = .touchpointReach(id("mall"))
      $0.maps[0].flows[0].to = id("seek")
      $0.maps[0].stories[0].moments[0].touchpoint = id("mall")
      $0.maps[0].stories[0].moments[1].step = id("pay")
      $0.maps[0].product = id("cars")
      $0.maps[0].personas.append(id("ivan"))
      $0.maps[1].parent?.step = id("buy")
    },
    Case("an unknown parent is named once", "map.unknown-reference paying") {
      $0.maps[1].parent?.map = id("prams")
    },
    Case("an unknown link", "map.unknown-reference no-reviews") {
      $0.maps[0].cards[5].links = [id("shop-cart")]
    },
    Case(
      "unknown in the library", "workspace.unknown-reference shop",
      "workspace.unknown-reference shop", "workspace.unknown-reference oksana",
      "workspace.unknown-reference b1"
    ) {
      $0.touchpoints[0].channel = id("wed")
      $0.touchpoints[0].departments.append(id("seles"))
      $0.personas[0].audience = id("parent")
      $0.bindings[0].touchpoint = id("shap")
      $0.maps[0].audience = nil
      $0.maps[1].audience = nil
      $0.maps.removeAll { $0.id == id("none") }
      for index in $0.maps.indices { $0.maps[index].audience = id("parents") }
    },
    Case("maps inside each other", "map.parent-cycle paying") {
      $0.maps[0].parent = .init(map: id("paying"), step: id("search"))
    },
    Case("a map inside itself", "map.parent-cycle pram") {
      $0.maps[0].parent = .init(map: id("pram"), step: id("search"))
    },
    Case("the same card twice", "map.duplicate-id need") {
      $0.maps[0].cards.append($0.maps[0].cards[0])
      $0.maps[0].cards[7].evidence = [voice(id("e99"), "P1")]
    },
    Case("the same touchpoint twice", "workspace.duplicate-id shop") {
      $0.touchpoints.append($0.touchpoints[0])
    },
    Case("a step named like another stage", "map.stage-step-collision search") {
      $0.maps[0].stages[1].steps[0].id = id("search")
      $0.maps[0].cards[6].step = id("buy-pay")
      $0.maps[0].cards[6].span = 1
    },
    Case("a first step with its stage's own id") {
      $0.maps[0].stages[0].steps = [
        Step(id: id("search"), order: key("a"), name: "Look"),
        Step(id: id("ask"), order: key("b"), name: "Ask"),
      ]
    },
  ]

  static let libraryCases: [Case] = [
    Case("nobody responsible", "workspace.own-touchpoint-without-department shop") {
      $0.touchpoints[0].departments = []
    },
    Case("an outer touchpoint needs nobody") {
      $0.touchpoints[0].departments = []
      $0.touchpoints[0].ownership = .paid
    },
    Case("on no map", "workspace.touchpoint-in-no-stage mall") {
      $0.touchpoints.append(Touchpoint(id: id("mall"), name: "Mall", ownership: .paid))
    },
    Case(
      "one name for two", "workspace.duplicate-name cafe-2",
      "workspace.touchpoint-in-no-stage cafe",
      "workspace.touchpoint-in-no-stage cafe-2"
    ) {
      $0.touchpoints.append(Touchpoint(id: id("cafe"), name: "Café", ownership: .paid))
      $0.touchpoints.append(Touchpoint(id: id("cafe-2"), name: "CAFE ", ownership: .paid))
    },
    Case("no name in the library", "workspace.empty-name web", "workspace.empty-name workspace") {
      $0.channels[0].name = ""
      $0.name = ""
    },
    Case("a rule in the shadow", "workspace.binding-shadowed b4", "workspace.binding-shadowed b5") {
      $0.bindings.append(BindingRule(id: id("b4"), activity: "view_list", touchpoint: id("shop")))
      $0.bindings.append(
        BindingRule(id: id("b5"), activity: "view_?", channel: "app", touchpoint: id("forum")))
      $0.bindings.append(BindingRule(id: id("b6"), activity: "view*", touchpoint: id("forum")))
    },
    Case("an empty rule", "workspace.binding-empty b1") { $0.bindings[0].activity = "" },
    Case("a goal nobody binds", "workspace.goal-unbound workspace") { $0.goals = ["Purchase"] },
    Case(
      "settings below one", "workspace.setting-out-of-range workspace",
      "workspace.setting-out-of-range workspace", "workspace.setting-out-of-range workspace"
    ) {
      $0.thresholds = EvidenceThresholds(voices: 0, sample: -1)
      $0.languages = []
    },
    Case("no currency", "workspace.currency-unknown workspace") { $0.currency = "€" },
  ]
}
