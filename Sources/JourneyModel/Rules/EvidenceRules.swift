import Diagnostics

extension Rule {
  static let evidenceStatus: Rule = {
    let assumption = FindingCode("map.card-without-evidence", .note)
    let stale = FindingCode("map.stale-card", .warning)
    let contradicted = FindingCode("map.contradicted-card", .warning)
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
            assumption.found(["card": card.title], at: reference, property: "evidence"))
        case .contradicted:
          findings.append(
            contradicted.found(
              ["card": card.title, "counts": standing.saidCounts], at: reference,
              property: "evidence"))
        default: break
        }
        if standing.isStale, let newest = standing.newest {
          let age = context.today.dayNumber - newest.dayNumber
          findings.append(
            stale.found(
              ["card": card.title, "age": age, "rhythm": workspace.reviewRhythmInDays],
              at: reference, property: "evidence"))
        }
      }
    }
  }()

  static let evidenceItems: Rule = {
    let impossible = FindingCode("map.reading-impossible", .error)
    let claim = FindingCode("map.claim-not-a-number", .error)
    let future = FindingCode("map.evidence-in-future", .warning)
    let undated = FindingCode("map.evidence-without-date", .note)
    let anonymous = FindingCode("map.evidence-without-source", .note)
    return .onMaps(impossible, claim, future, undated, anonymous) { map, _, context, findings in
      for card in map.cards {
        if let value = card.claim?.value, !value.isFinite {
          findings.append(
            claim.found(["card": card.title], at: card.reference(in: map.id), property: "claim"))
        }
        for item in card.evidence {
          let reference = item.reference(in: map.id)
          if let reading = item.reading,
            !(reading.n >= 0 && reading.low <= reading.value && reading.value <= reading.high)
          {
            findings.append(
              impossible.found(
                [
                  "value": number(reading.value), "low": number(reading.low),
                  "high": number(reading.high), "n": reading.n, "card": card.title,
                ], at: reference, property: "reading"))
          }
          if let date = item.date, date > context.today {
            findings.append(
              future.found(
                ["card": card.title, "date": "\(date)"], at: reference, property: "date"))
          }
          if item.date == nil {
            findings.append(
              undated.found(["card": card.title], at: reference, property: "date"))
          }
          if item.kind.isVoice, isBlank(item.source) {
            findings.append(
              anonymous.found(["card": card.title], at: reference, property: "source"))
          }
        }
      }
    }
  }()
}
