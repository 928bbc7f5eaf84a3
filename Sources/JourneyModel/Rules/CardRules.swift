import Diagnostics

extension Rule {
  static let emotionRange: Rule = {
    let code = FindingCode(
      "map.emotion-out-of-range", .error,
      meaning: "A feeling is outside the scale from −3 (worst) to +3 (best).",
      remedy: "Choose a score from −3 to +3.")
    return .onMaps(code) { map, _, _, findings in
      func check(_ emotion: Emotion?, _ title: String, _ reference: ObjectReference) {
        guard let score = emotion?.score, !(-3...3).contains(score) else { return }
        findings.append(
          code.found(
            "the feeling at \(title) has the score \(number(score))",
            hint: "scores go from −3 (worst) to +3 (best)", at: reference, property: "emotion"))
      }
      for card in map.cards { check(card.emotion, card.title, card.reference(in: map.id)) }
      for moment in map.stories.flatMap(\.moments) {
        check(
          moment.emotion, quoted(moment.whatHappened, or: moment.id.rawValue),
          moment.reference(in: map.id))
      }
    }
  }()

  static let cardShapes: Rule = {
    let span = FindingCode(
      "map.span-out-of-map", .warning,
      meaning: "A card covers no column, or columns past the end of the map.",
      remedy: "Let it span the columns that are there.")
    let empty = FindingCode(
      "map.empty-card", .note, meaning: "A card says nothing.", remedy: "Fill it or delete it.")
    let effort = FindingCode(
      "map.effort-not-positive", .warning, meaning: "The effort of a card is not above zero.",
      remedy: "Estimate the effort in person-days, or leave it out.")
    return .onMaps(span, empty, effort) { map, _, _, findings in
      let columns = map.columns
      let places = Dictionary(
        columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
      for card in map.cards {
        let reference = card.reference(in: map.id)
        if let place = places[card.step] {
          let room = columns.count - place
          if card.span < 1 || card.span > room {
            findings.append(
              span.found(
                "the card \(card.title) spans \(card.span) columns where \(room) \(room == 1 ? "is" : "are") left",
                hint: "choose a span from 1 to \(room)", at: reference, property: "span"))
          }
        }
        if isBlank(card.text), card.touchpoint == nil, card.emotion == nil, card.picture == nil,
          card.claim == nil
        {
          findings.append(
            empty.found("the card '\(card.id)' says nothing", at: reference, property: "text"))
        }
        if let days = card.effort, !(days > 0 && days.isFinite) {
          findings.append(
            effort.found(
              "the card \(card.title) takes \(number(days)) person-days", at: reference,
              property: "effort"))
        }
      }
    }
  }()
}
