public import JourneyModel

/// Touchpoints that many businesses have, to pick from: the independent places too.
public enum StarterLibrary {
  public static let channels: [Channel] = named([
    ("search", "Search"), ("advertising", "Advertising"), ("social", "Social networks"),
    ("site", "Website"), ("email", "E-mail"), ("phone", "Phone"), ("messenger", "Messengers"),
    ("shop", "Shop or office"), ("delivery", "Delivery"), ("word-of-mouth", "Word of mouth"),
    ("events", "Events"), ("independent", "Independent sites"),
  ]) { Channel(id: $0, name: $1) }

  public static let departments: [Department] = named([
    ("marketing", "Marketing"), ("sales", "Sales"), ("service", "Customer service"),
    ("logistics", "Logistics"), ("product", "Product team"), ("finance", "Finance"),
  ]) { Department(id: $0, name: $1) }

  public static let touchpoints: [Touchpoint] = entries.map { entry in
    Touchpoint(
      id: identifier(entry.id), name: entry.name, channel: identifier(entry.channel),
      setting: entry.setting, ownership: entry.ownership, influence: entry.influence,
      departments: entry.departments.map { identifier($0) })
  }

  private struct Entry {
    var id: String
    var name: String
    var channel: String
    var setting: Touchpoint.Setting
    var ownership: Touchpoint.Ownership
    var influence: Touchpoint.Influence
    var departments: [String]
  }

  private static func own(
    _ id: String, _ name: String, _ channel: String, _ department: String,
    _ setting: Touchpoint.Setting = .online
  ) -> Entry {
    Entry(
      id: id, name: name, channel: channel, setting: setting, ownership: .own, influence: .yes,
      departments: [department])
  }

  private static func paid(_ id: String, _ name: String, _ channel: String) -> Entry {
    Entry(
      id: id, name: name, channel: channel, setting: .online, ownership: .paid, influence: .yes,
      departments: ["marketing"])
  }

  private static func other(
    _ id: String, _ name: String, _ channel: String, _ influence: Touchpoint.Influence,
    _ setting: Touchpoint.Setting = .online
  ) -> Entry {
    Entry(
      id: id, name: name, channel: channel, setting: setting, ownership: .thirdParty,
      influence: influence, departments: [])
  }

  private static let entries: [Entry] = [
    paid("banner", "Banner or video advertisement", "advertising"),
    paid("search-advertisement", "Advertisement in search", "search"),
    other("search-result", "Search result", "search", .indirectly),
    other("map-listing", "Listing on a map or in a navigator", "search", .indirectly),
    other("opinion-leader", "Opinion leader", "social", .indirectly),
    other("friend", "Friend or colleague", "word-of-mouth", .no, .offline),
    other("forum", "Forum", "independent", .indirectly),
    other("review-site", "Review site", "independent", .indirectly),
    other("comparison-site", "Comparison site", "independent", .indirectly),
    other("conference", "Conference or trade fair", "events", .indirectly, .offline),
    other("bank", "Bank or payment service", "site", .no),
    other("parcel-point", "Parcel point", "delivery", .indirectly, .offline),
    own("blog", "Blog or article", "site", "marketing"),
    own("social-profile", "Profile in a social network", "social", "marketing"),
    own("direct-message", "Direct message", "messenger", "sales"),
    own("newsletter", "Newsletter", "email", "marketing"),
    own("order-mail", "Order confirmation by e-mail", "email", "service"),
    own("survey-mail", "Short survey by e-mail", "email", "service"),
    own("site", "Website", "site", "marketing"),
    own("product-page", "Product page", "site", "marketing"),
    own("basket", "Basket", "site", "product"),
    own("checkout", "Checkout", "site", "product"),
    own("account", "Customer account", "site", "product"),
    own("app", "App", "site", "product"),
    own("chat", "Chat on the site", "site", "sales"),
    own("phone", "Phone call", "phone", "sales", .offline),
    own("consultant", "Consultant", "shop", "sales", .offline),
    own("shop", "Shop", "shop", "sales", .offline),
    own("till", "Till", "shop", "sales", .offline),
    own("office", "Office", "shop", "sales", .offline),
    own("demo", "Demonstration", "site", "sales"),
    own("white-paper", "White paper or case study", "site", "marketing"),
    own("contract", "Offer and contract", "email", "sales"),
    own("training", "Training", "site", "service"),
    own("manual", "Manual and videos", "site", "service"),
    own("courier", "Courier", "delivery", "logistics", .offline),
    own("packaging", "Packaging", "delivery", "logistics", .offline),
    own("support", "Support", "phone", "service"),
    own("complaint", "Complaint or return", "phone", "service"),
    own("loyalty-programme", "Loyalty programme", "email", "marketing"),
  ]

  private static func identifier<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(rawValue: text) else {
      preconditionFailure("an id of the starter library is a slug: \(text)")
    }
    return id
  }

  private static func named<Thing, Subject>(
    _ pairs: [(String, String)], _ make: (Identifier<Subject>, String) -> Thing
  ) -> [Thing] {
    pairs.map { make(identifier($0.0), $0.1) }
  }
}
