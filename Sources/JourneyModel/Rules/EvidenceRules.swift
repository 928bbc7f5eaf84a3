import Diagnostics

extension Rule {
  static let evidenceStatus: Rule = {
    let assumption = FindingCode(
      "map.card-without-evidence", .note,
      meaning:
        "A card says something about customers that nothing supports yet: it is an assumption.",
      remedy: "Ask customers, look at the numbers, and attach what you find.")
    let stale = FindingCode(
      "map.stale-card", .warning,
      meaning: "The newest evidence that decides a card's status is older than the review rhythm.",
      remedy: "Check whether it still holds and attach newer evidence.")
    let contradicted = FindingCode(
      "map.contradicted-card", .warning,
      meaning: "The evidence speaks against what a card says.",
      remedy: "Change the card to what customers really do, or find out why the evidence differs.")
    return .onMaps(assumption, stale, contradicted) { map, workspace, context, findings in
      let roles = Dictionary(map.lanes.map { ($0.id, $0.role) }, uniquingKeysWith: { a, _ in a })
      for card in map.cards {
        let reference = card.reference(in: map.id)
        let standing = EvidenceStanding.compute(
          evidence: card.evidence, claim: card.claim(inLaneOf: roles[card.lane]),
          liveReading: context.readings[reference],
          thresholds: workspace.thresholds, today: context.today,
          reviewRhythmInDays: workspace.reviewRhythmInDays)
        switch standing.status {
        case .assumption where roles[card.lane]?.carriesEvidence == true:
          findings.append(
            assumption.found(
              "the card \(card.title) is an assumption",
              hint: "attach what customers said, or a number", at: reference, property: "evidence"))
        case .contradicted:
          findings.append(
            contradicted.found(
              "the card \(card.title) is contradicted by its evidence",
              hint: "it has \(standing.counts)", at: reference, property: "evidence"))
        default: break
        }
        if standing.isStale, let newest = standing.newest {
          let age = context.today.dayNumber - newest.dayNumber
          findings.append(
            stale.found(
              "the evidence of the card \(card.title) is \(age) days old",
              hint: "evidence is checked every \(workspace.reviewRhythmInDays) days here",
              at: reference, property: "evidence"))
        }
      }
    }
  }()

  static let evidenceItems: Rule = {
    let impossible = FindingCode(
      "map.reading-impossible", .error,
      meaning:
        "A number of a piece of evidence cannot be: its sample is below zero, or its interval does not hold its value.",
      remedy: "Correct the value, the sample or the interval.")
    let claim = FindingCode(
      "map.claim-not-a-number", .error, meaning: "The value that a card claims is not a number.",
      remedy: "Write the claimed value as a number.")
    let future = FindingCode(
      "map.evidence-in-future", .warning,
      meaning: "A piece of evidence has a date that is yet to come.", remedy: "Correct the date.")
    let undated = FindingCode(
      "map.evidence-without-date", .note,
      meaning: "A piece of evidence has no date, so that nobody can tell when it goes stale.",
      remedy: "Write down when it was said or measured.")
    let anonymous = FindingCode(
      "map.evidence-without-source", .note,
      meaning: "A voice does not say whose it is; all such voices of a card count as one.",
      remedy: "Name the participant or source, or give them a number.")
    return .onMaps(impossible, claim, future, undated, anonymous) { map, _, context, findings in
      for card in map.cards {
        if let value = card.claim?.value, !value.isFinite {
          findings.append(
            claim.found(
              "the card \(card.title) claims a value that is no number",
              at: card.reference(in: map.id), property: "claim"))
        }
        for item in card.evidence {
          let reference = item.reference(in: map.id)
          if let reading = item.reading,
            !(reading.n >= 0 && reading.low <= reading.value && reading.value <= reading.high)
          {
            findings.append(
              impossible.found(
                "the number \(number(reading.value)) [\(number(reading.low)), \(number(reading.high))] "
                  + "with n = \(reading.n) at the card \(card.title) cannot be",
                hint: "the interval holds the value, and n is 0 or more", at: reference,
                property: "reading"))
          }
          if let date = item.date, date > context.today {
            findings.append(
              future.found(
                "a piece of evidence of the card \(card.title) is dated \(date), which is yet to come",
                at: reference, property: "date"))
          }
          if item.date == nil {
            findings.append(
              undated.found(
                "a piece of evidence of the card \(card.title) has no date", at: reference,
                property: "date"))
          }
          if item.kind.isVoice, isBlank(item.source) {
            findings.append(
              anonymous.found(
                "a voice of the card \(card.title) has no source", at: reference,
                property: "source"))
          }
        }
      }
    }
  }()
}
