import Diagnostics
import JourneyModel

extension NotationWriter {
  mutating func card(_ card: Card) {
    word("id", card.id)
    value("text", card.text)
    if card.span != 1 { word("span", card.span) }
    word("touchpoint", card.touchpoint?.rawValue)
    if let emotion = card.emotion { self.emotion(emotion) }
    word("severity", card.severity?.rawValue)
    word("status", card.status?.rawValue)
    value("owner", card.owner)
    word("effort", card.effort.map(NumberText.write))
    list("links", card.links.map(\.rawValue))
    value("claim", card.claim.map(ClaimText.write))
    value("momentOfTruth", card.momentOfTruth)
    value("picture", card.picture)
    items("evidence", card.evidence) { $0.evidence($1) }
  }

  /// A feeling that is only a score is written as a number.
  mutating func emotion(_ emotion: Emotion) {
    let score = NumberText.write(emotion.score)
    if emotion == Emotion(score: emotion.score) { return word("emotion", score) }
    section("emotion") { writer in
      writer.word("score", score)
      writer.value("name", emotion.name)
      writer.value("emoji", emotion.emoji)
      writer.word("persona", emotion.persona?.rawValue)
      writer.word("branch", emotion.branch?.rawValue)
    }
  }

  private mutating func evidence(_ item: Evidence) {
    word("id", item.id)
    word("kind", item.kind.rawValue)
    word("verdict", item.verdict.rawValue)
    requiredValue("source", item.source)
    value("note", item.note)
    word("date", item.date?.description)
    if let reading = item.reading {
      section("reading") { writer in
        writer.word("value", NumberText.write(reading.value))
        writer.word("n", reading.n)
        writer.word("low", NumberText.write(reading.low))
        writer.word("high", NumberText.write(reading.high))
      }
    }
    value("link", item.link)
  }
}

extension Reading {
  static let cardKeys = [
    "id", "text", "span", "touchpoint", "emotion", "severity", "status", "owner", "effort", "links",
    "claim", "momentOfTruth", "picture", "evidence",
  ]

  private static let emptyKey = OrderKey(rawValue: "")

  /// A plain text, or a mapping.
  mutating func card(_ node: NodeID, lane: Lane.ID, step: Step.ID) -> CardDraft? {
    guard kind(node) == .mapping else {
      guard let text = text(node, .aCard) else { return nil }
      if text.isEmpty {
        find(
          NotationCode.missingKey, at: node, variant: "card-without-text")
        return nil
      }
      return CardDraft(
        card: Card(
          id: Self.unnamedCard, lane: lane, step: step, order: Self.emptyKey, text: text),
        hasID: false, node: node)
    }
    return card(
      fields(node, .aCard, keys: Self.cardKeys, synonyms: ["link": "links"]), lane, step)
  }

  /// A card that names its lane and step itself.
  mutating func looseCard(_ node: NodeID) -> CardDraft? {
    guard kind(node) == .mapping else {
      wrongForm(
        node, .aCardOutsideALane, expected: .aMapping, hint: "card-outside-lane")
      return nil
    }
    let fields = fields(
      node, .aCard, keys: ["lane", "step"] + Self.cardKeys, synonyms: ["link": "links"])
    for key in ["lane", "step"] where fields[key] == nil { _ = requiredText(fields, key) }
    guard let lane: Lane.ID = identifier(fields, "lane"),
      let step: Step.ID = identifier(fields, "step")
    else { return nil }
    return card(fields, lane, step)
  }

  private static var unnamedCard: Card.ID {
    guard let id = Card.ID(rawValue: "unnamed") else { preconditionFailure("'unnamed' is an id") }
    return id
  }

  private mutating func card(_ fields: Fields, _ lane: Lane.ID, _ step: Step.ID) -> CardDraft {
    let id: Card.ID? = identifier(fields, "id")
    var card = Card(
      id: id ?? Self.unnamedCard, lane: lane, step: step, order: Self.emptyKey,
      text: text(fields, "text"))
    card.touchpoint = identifier(fields, "touchpoint")
    card.emotion = emotion(fields)
    card.picture = optionalText(fields, "picture")
    if card.text.isEmpty, card.touchpoint == nil, card.emotion == nil, card.picture == nil {
      find(
        NotationCode.missingKey, at: fields.node, variant: "card-text", subject: id?.rawValue)
    }
    card.span = wholeNumber(fields, "span", in: 1...1_000) ?? 1
    card.severity = choice(fields, "severity")
    card.status = choice(fields, "status")
    card.owner = optionalText(fields, "owner")
    card.effort = number(fields, "effort")
    card.links = identifiers(fields, "links")
    card.claim = claim(fields)
    card.momentOfTruth = optionalText(fields, "momentOfTruth")
    return CardDraft(card: card, hasID: id != nil, fields: fields, node: fields.node)
  }

  private mutating func claim(_ fields: Fields) -> Claim? {
    guard let text = optionalText(fields, "claim"), let node = fields["claim"] else { return nil }
    if let claim = ClaimText.read(text) { return claim }
    find(
      NotationCode.badClaim, at: node, ["text": Self.shortened(text)])
    return nil
  }

  /// A number, or a mapping with more than the score.
  mutating func emotion(_ fields: Fields) -> Emotion? {
    guard let node = fields["emotion"], !isEmpty(node) else { return nil }
    if kind(node) == .scalar { return number(fields, "emotion").map { Emotion(score: $0) } }
    let emotion = self.fields(
      node, .text("'emotion'"), keys: ["score", "name", "emoji", "persona", "branch"])
    if emotion["score"] == nil { _ = requiredText(emotion, "score", hint: .missing("score")) }
    guard let score = number(emotion, "score") else { return nil }
    return Emotion(
      score: score, name: text(emotion, "name"), emoji: text(emotion, "emoji"),
      persona: identifier(emotion, "persona"), branch: choice(emotion, "branch"))
  }

  mutating func evidence(
    _ fields: Fields, of card: Card.ID, _ context: inout MapContext,
    _ seen: inout [String: NodeID]
  ) -> [Evidence] {
    guard let node = fields["evidence"] else { return [] }
    var result: [Evidence] = []
    for item in items(node, .text("'evidence'")) {
      let fields = self.fields(
        item, .anEvidenceItem,
        keys: ["id", "kind", "verdict", "source", "note", "date", "reading", "link"])
      let id: Evidence.ID =
        identifier(fields, "id") ?? context.evidence.next("\(card)-evidence")
      checkUnique(id.rawValue, .anEvidenceItem, at: fields["id"] ?? item, among: &seen)
      record(context.reference(.evidence, id.rawValue), fields)
      if fields["kind"] == nil {
        _ = requiredText(
          fields, "kind",
          hint: .oneOf(Evidence.Kind.allCases.map(\.rawValue)))
      }
      guard let kind: Evidence.Kind = choice(fields, "kind") else { continue }
      if fields["source"] == nil {
        _ = requiredText(fields, "source", hint: .missing("source"))
      }
      result.append(
        Evidence(
          id: id, kind: kind, verdict: choice(fields, "verdict") ?? .supports,
          source: text(fields, "source"), note: text(fields, "note"), date: date(fields, "date"),
          reading: reading(fields), link: optionalText(fields, "link")))
    }
    return result
  }

  private mutating func reading(_ fields: Fields) -> Evidence.Reading? {
    guard let node = fields["reading"], !isEmpty(node) else { return nil }
    let reading = self.fields(node, .text("'reading'"), keys: ["value", "n", "low", "high"])
    for key in ["value", "n", "low", "high"] where reading[key] == nil {
      _ = requiredText(reading, key)
    }
    guard let value = number(reading, "value"),
      let n = wholeNumber(reading, "n", in: 0...Int.max),
      let low = number(reading, "low"), let high = number(reading, "high")
    else { return nil }
    return Evidence.Reading(value: value, n: n, low: low, high: high)
  }
}
