import Insight
import JourneyModel

/// An invented online shop with every kind of card, for looking at drawings and for goldens.
enum ShopMap {
  static func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(rawValue: text) else {
      preconditionFailure("'\(text)' is no identifier")
    }
    return id
  }

  static func order(_ number: Int) -> OrderKey {
    let digits = String(number)
    return OrderKey(rawValue: String(repeating: "0", count: 5 - digits.count) + digits)
  }

  static let stageNames = ["awareness", "consideration", "decision", "purchase", "loyalty"]

  static var stages: [Stage] {
    func stage(
      _ name: String, _ title: String, _ phase: Stage.Phase, _ mindset: String, _ goal: String,
      _ frame: TimeFrame
    ) -> Stage {
      Stage(
        id: id(name), order: order(stageNames.firstIndex(of: name) ?? 0), name: title,
        mindset: mindset, goal: goal, timeFrame: frame, entryRule: "first event here",
        exitRule: "an event of the next stage", businessAim: "Be found and be clear", phase: phase)
    }
    return [
      stage(
        "awareness", "Awareness", .before, "My flat feels unfinished, and I look for ideas.",
        "Find out what is possible", TimeFrame(minimum: 5, maximum: 30, unit: .minutes)),
      stage(
        "consideration", "Consideration", .before,
        "I like two or three things. Which of them suits my home?",
        "Compare price, size and reviews", TimeFrame(minimum: 1, maximum: 7, unit: .days)),
      stage(
        "decision", "Decision", .during, "This is the one, if delivery is not too dear.",
        "Be sure before paying", TimeFrame(minimum: 10, maximum: 60, unit: .minutes)),
      stage(
        "purchase", "Purchase", .during, "Let it be quick and safe.", "Order without trouble",
        TimeFrame(minimum: 3, maximum: 10, unit: .minutes)),
      stage(
        "loyalty", "Retention & advocacy", .after, "It looks great. Who else needs one?",
        "Enjoy it, come back, tell others", TimeFrame(minimum: 1, maximum: 3, unit: .months)),
    ]
  }

  static var workspace: Workspace {
    Workspace(
      name: "Shop", currency: "EUR",
      products: [Product(id: id("decor"), name: "Home & decor shop")],
      audiences: [Audience(id: id("makers"), name: "Home makers in cities")],
      channels: [
        Channel(id: id("search"), name: "Search"),
        Channel(id: id("social"), name: "Social networks"),
        Channel(id: id("site"), name: "Site"), Channel(id: id("mail"), name: "E-mail"),
        Channel(id: id("courier"), name: "Courier"),
      ],
      touchpoints: [
        Touchpoint(
          id: id("search-ad"), name: "Search advertisement", channel: id("search"),
          ownership: .paid, influence: .yes),
        Touchpoint(
          id: id("friend"), name: "A friend’s photo", channel: id("social"), ownership: .thirdParty,
          influence: .no),
        Touchpoint(id: id("product-page"), name: "Product page", channel: id("site")),
        Touchpoint(
          id: id("reviews"), name: "Review site", channel: id("search"), ownership: .thirdParty,
          influence: .indirectly),
        Touchpoint(id: id("basket"), name: "Basket", channel: id("site")),
        Touchpoint(id: id("checkout"), name: "Checkout", channel: id("site")),
        Touchpoint(
          id: id("courier"), name: "Courier at the door", channel: id("courier"), setting: .offline),
        Touchpoint(id: id("newsletter"), name: "Newsletter", channel: id("mail")),
        Touchpoint(id: id("home-page"), name: "Home page", channel: id("site")),
      ],
      personas: [
        Persona(
          id: id("olena"), name: "Olena, 34",
          summary:
            "Moved into her first own flat and furnishes it room by room, mostly in the evening on the phone.",
          portrait: [
            .init(name: "work", value: "designer"), .init(name: "place", value: "Lviv"),
            .init(name: "family", value: "two children"),
          ],
          motives: [
            "A home that looks like her, not like a catalogue",
            "No returns: a wrong size costs a week", "Supporting small makers",
          ],
          quotes: ["I put it into the basket, saw the delivery price and closed the page."]),
        Persona(id: id("marek"), name: "Marek, 52"),
      ])
  }

  static let roles: [(String, LaneRole, String)] = [
    ("actions", .action, "Customer actions"), ("questions", .question, "Questions"),
    ("touchpoints", .touchpoint, "Touchpoints"), ("emotions", .emotion, "Emotions"),
    ("barriers", .barrier, "Barriers"), ("solutions", .solution, "Solutions"),
    ("front", .frontStage, "Front stage"), ("back", .backStage, "Back stage"),
    ("metrics", .metric, "Metrics"), ("notes", .text, "Private notes"),
  ]

  static var lanes: [Lane] {
    roles.enumerated().map { index, entry in
      Lane(
        id: id(entry.0), order: order(index), role: entry.1, name: entry.2,
        isHidden: entry.0 == "notes")
    }
  }

  static var map: JourneyMap {
    JourneyMap(
      id: id("shop"), name: "From a bare wall to a home", product: id("decor"),
      audience: id("makers"), state: .current,
      purpose: .init(
        why: "Sales grow slower than visits; we want to see where customers leave and why.",
        expectedOutcome: "Five decided solutions, each with an owner and a number to watch.",
        problem: "Two of three baskets are abandoned before payment."),
      personas: [id("olena"), id("marek")], stages: stages, lanes: lanes, cards: ShopCards.all,
      flows: [
        Flow(
          id: id("f1"), order: order(1), kind: .skip, from: id("awareness"), to: id("decision"),
          note: "from a direct link"),
        Flow(
          id: id("f2"), order: order(2), kind: .back, from: id("loyalty"), to: id("awareness"),
          note: "the next room"),
      ])
  }
}
