import Diagnostics

extension Rule {
  static let emotionRange: Rule = {
    let code = FindingCode("map.emotion-out-of-range", .error)
    return .onMaps(code) { map, _, _, findings in
      func check(_ emotion: Emotion?, _ title: String, _ reference: ObjectReference) {
        guard let score = emotion?.score, !(-3...3).contains(score) else { return }
        findings.append(
          code.found(["place": title, "score": number(score)], at: reference, property: "emotion"))
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
    let span = FindingCode("map.span-out-of-map", .warning)
    let empty = FindingCode("map.empty-card", .note)
    let effort = FindingCode("map.effort-not-positive", .warning)
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
                ["card": card.title, "span": card.span, "room": room], at: reference,
                property: "span"))
          }
        }
        if isBlank(card.text), card.touchpoint == nil, card.emotion == nil, card.picture == nil,
          card.claim == nil
        {
          findings.append(
            empty.found(["id": "\(card.id)"], at: reference, property: "text"))
        }
        if let days = card.effort, !(days > 0 && days.isFinite) {
          findings.append(
            effort.found(
              ["card": card.title, "days": number(days)], at: reference, property: "effort"))
        }
      }
    }
  }()
}
