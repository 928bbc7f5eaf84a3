import JourneyModel

/// The cards of the invented shop.
enum ShopCards {
  static var all: [Card] {
    var cards: [Card] = []
    func add(
      _ lane: String, _ stage: Int, _ text: String, _ change: (inout Card) -> Void = { _ in }
    ) {
      var card = Card(
        id: ShopMap.id("c\(cards.count)"), lane: ShopMap.id(lane),
        step: ShopMap.id(ShopMap.stageNames[stage]), order: ShopMap.order(cards.count), text: text)
      change(&card)
      cards.append(card)
    }
    func touchpoint(
      _ stage: Int, _ name: String, _ text: String = "", _ change: (inout Card) -> Void = { _ in }
    ) {
      add("touchpoints", stage, text) {
        $0.touchpoint = ShopMap.id(name)
        change(&$0)
      }
    }
    func feeling(
      _ stage: Int, _ score: Double, _ name: String, _ emoji: String, _ text: String = "",
      _ branch: Emotion.Branch? = nil
    ) {
      add("emotions", stage, text) {
        $0.emotion = Emotion(score: score, name: name, emoji: emoji, branch: branch)
      }
    }
    add("actions", 0, "Sees a photo of a finished room and searches for “wall shelf oak”")
    add("actions", 1, "Opens five tabs, compares sizes and prices, asks her partner")
    add("actions", 1, "Reads reviews with photos")
    add("actions", 2, "Puts two things into the basket to see what delivery costs")
    add("actions", 3, "Pays by card on the phone")
    add("actions", 4, "Unpacks, assembles and posts a photo")
    add("actions", 4, "Looks for a matching lamp a month later")
    add("questions", 0, "Which style would suit a small room?")
    add("questions", 1, "Will it hold twelve kilos of books?")
    add("questions", 1, "Is the oak real oak?")
    add("questions", 2, "How much is delivery, and when will it come?")
    add("questions", 3, "Is my card safe here?")
    add("questions", 4, "Where do I get a spare screw?")
    touchpoint(0, "search-ad")
    touchpoint(0, "friend", "Tagged photo in a network")
    touchpoint(1, "product-page", "Photos, size, reviews") {
      $0.momentOfTruth = "size and material decide whether she stays"
    }
    touchpoint(1, "reviews")
    touchpoint(2, "basket") { $0.momentOfTruth = "the delivery price appears" }
    touchpoint(3, "checkout")
    touchpoint(4, "courier")
    touchpoint(4, "newsletter")
    feeling(0, 1, "curious", "🙂")
    feeling(1, 2, "looking forward", "😊", "She already sees it on the wall.")
    feeling(1, 0.5, "torn", "🤔")
    feeling(2, -2, "annoyed", "😠", "Delivery costs half of the shelf.")
    feeling(4, 3, "proud", "🤩", "Visitors ask where it is from.", .well)
    feeling(4, -1.5, "disappointed", "😕", "A corner is scratched.", .badly)
    add("barriers", 0, "Our advertisement promises “from 19 €”, the page begins at 49 €") {
      $0.severity = .low
    }
    add("barriers", 1, "No photo shows the shelf at a real scale") { $0.severity = .medium }
    add("barriers", 2, "Delivery price is shown only after the address was typed") {
      $0.severity = .high
    }
    let delivery = cards[cards.count - 1].id
    let scale = cards[cards.count - 2].id
    add("barriers", 3, "The bank’s confirmation opens in another app and the session is lost") {
      $0.severity = .high
    }
    add("barriers", 4, "Returns need a printer") { $0.severity = .medium }
    let returns = cards[cards.count - 1].id
    add("solutions", 1, "Photos with a person beside the furniture") {
      $0.links = [scale]
      $0.owner = "Marketing"
      $0.effort = 6
      $0.status = .inProgress
    }
    add("solutions", 2, "Delivery price on the product page, free from 80 €") {
      $0.links = [delivery]
      $0.owner = "Product"
      $0.effort = 4
      $0.status = .decided
    }
    add("solutions", 2, "Pick-up points at checkout") {
      $0.links = [delivery]
      $0.status = .idea
    }
    add("solutions", 4, "QR code instead of a printed return label") {
      $0.links = [returns]
      $0.owner = "Logistics"
      $0.status = .launched
    }
    add("front", 0, "Social media editor answers comments within the hour")
    add("front", 1, "Chat with a person who knows the products, until ten in the evening") {
      $0.span = 2
    }
    add("front", 3, "Confirmation page and message with the delivery window")
    add("front", 4, "Courier calls half an hour before")
    add("back", 0, "Campaign planning by search queries")
    add("back", 1, "Stock and prices synchronised every five minutes") { $0.span = 3 }
    add("back", 4, "Return inspection and resale")
    add("notes", 2, "Ask finance about delivery contracts")
    return cards
  }
}
