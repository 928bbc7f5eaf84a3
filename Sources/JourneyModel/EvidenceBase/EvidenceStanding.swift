public import Diagnostics

/// What a card's evidence amounts to, and why.
public struct EvidenceStanding: Hashable, Sendable {
  public var status: EvidenceStatus
  /// The newest item that gives the status is older than the review rhythm. An assumption is never stale.
  public var isStale: Bool
  /// Different participants or sources that support the card.
  public var voicesFor: Int
  public var voicesAgainst: Int
  /// Numbers with a large enough sample whose whole interval lies on the claimed side.
  public var numbersFor: Int
  /// Numbers with a large enough sample whose whole interval lies on the other side.
  public var numbersAgainst: Int
  /// The newest item that gives the status; nil for an assumption and where the live number is newest.
  public var decidingItem: Evidence.ID?
  /// Whether the live number gives the status (alone or with others).
  public var isDecidedByLiveReading: Bool
  /// The date of the newest item that gives the status; nil if none of them is dated.
  public var newest: CalendarDate?
  /// One sentence for people, with the counts and the thresholds.
  public var saying: Saying

  /// The same in English.
  public var explanation: String { saying.text() }
}

extension EvidenceStanding {
  /// Judges a claim by the rule of evidence status; the first that holds:
  /// contradicted (a contradicting number, or enough contradicting voices that outnumber the supporting),
  /// supported (enough supporting voices, or a supporting number), anecdotal (anything else), assumption.
  ///
  /// Only a card with a claim is judged by numbers; on others a number is context. A participant is one voice,
  /// however often quoted; one who was quoted for both sides counts where their newest item stands (against,
  /// if the dates do not tell).
  /// - Parameters:
  ///   - evidence: the card's items; a reading is in the unit of the claim's measure.
  ///   - liveReading: the claim's measure as the events or answers have it today.
  ///   - reviewRhythmInDays: the age in days past which evidence is stale.
  public static func compute(
    evidence: [Evidence], claim: Claim?, liveReading: Evidence.Reading?,
    thresholds: EvidenceThresholds, today: CalendarDate, reviewRhythmInDays: Int
  ) -> EvidenceStanding {
    let voices = Voices(evidence)
    var numbers = Numbers()
    if let claim {
      for item in evidence {
        if let reading = item.reading {
          numbers.add(item, claim.judged(by: reading, sample: thresholds.sample))
        }
      }
    }
    // A live number without a claim says nothing about the card.
    let live = claim.flatMap { claim in
      liveReading.map { claim.judged(by: $0, sample: thresholds.sample) }
    }

    let votesAgainst =
      voices.against.count >= max(1, thresholds.voices)
      && voices.against.count > voices.supporting.count
    let votesFor = voices.supporting.count >= max(1, thresholds.voices)
    let status: EvidenceStatus
    var deciding: [Evidence] = []
    var isDecidedByLive = false
    if !numbers.against.isEmpty || live == .contradicts || votesAgainst {
      status = .contradicted
      deciding = numbers.against + (votesAgainst ? voices.itemsAgainst : [])
      isDecidedByLive = live == .contradicts
    } else if !numbers.supporting.isEmpty || live == .supports || votesFor {
      status = .supported
      deciding = numbers.supporting + (votesFor ? voices.itemsSupporting : [])
      isDecidedByLive = live == .supports
    } else if !evidence.isEmpty || live != nil {
      status = .anecdotal
      deciding = evidence
      isDecidedByLive = live != nil
    } else {
      status = .assumption
    }

    let newestItem = newest(of: deciding)
    let newestDate = isDecidedByLive ? today : newestItem?.date
    var standing = EvidenceStanding(
      status: status,
      isStale: newestDate.map { today.dayNumber - $0.dayNumber > reviewRhythmInDays } ?? false,
      voicesFor: voices.supporting.count, voicesAgainst: voices.against.count,
      numbersFor: numbers.supporting.count + (live == .supports ? 1 : 0),
      numbersAgainst: numbers.against.count + (live == .contradicts ? 1 : 0),
      decidingItem: isDecidedByLive ? nil : newestItem?.id,
      isDecidedByLiveReading: isDecidedByLive, newest: newestDate, saying: .text(""))
    standing.saying = standing.sentence(thresholds, items: evidence.count)
    return standing
  }

  /// The newest item; undated ones are older than all others, ties go to the smaller id.
  private static func newest(of items: [Evidence]) -> Evidence? {
    items.min { a, b in
      if a.date != b.date {
        guard let left = a.date else { return false }
        guard let right = b.date else { return true }
        return left > right
      }
      return a.id < b.id
    }
  }

  private func sentence(_ thresholds: EvidenceThresholds, items: Int) -> Saying {
    let rule = Saying.word(
      "evidence-rule", ["voices": thresholds.voices, "sample": thresholds.sample])
    let pieces = isDecidedByLiveReading ? items + 1 : items
    return .word(
      "evidence-\(status.rawValue)", ["rule": rule, "counts": saidCounts, "pieces": pieces])
  }

  /// How many speak for and against: "6 voices for and 1 against, 1 number for".
  public var counts: String { saidCounts.text() }

  /// The same, for other languages too.
  var saidCounts: Saying {
    var said = Saying.word("voices-for-and-against", ["for": voicesFor, "against": voicesAgainst])
    if numbersFor > 0 { said = .word("and-numbers-for", ["before": said, "count": numbersFor]) }
    if numbersAgainst > 0 {
      said = .word("and-numbers-against", ["before": said, "count": numbersAgainst])
    }
    return said
  }
}

/// The different participants on each side, and what they said.
private struct Voices {
  var supporting: Set<String> = []
  var against: Set<String> = []
  var itemsSupporting: [Evidence] = []
  var itemsAgainst: [Evidence] = []

  init(_ evidence: [Evidence]) {
    var byName: [String: [Evidence]] = [:]
    for item in evidence where item.kind.isVoice {
      byName[Self.name(item.source), default: []].append(item)
    }
    for (name, items) in byName {
      let dates = { (verdict: Evidence.Verdict) in
        items.filter { $0.verdict == verdict }.map { $0.date?.dayNumber ?? .min }.max()
      }
      let verdict: Evidence.Verdict
      switch (dates(.supports), dates(.contradicts)) {
      case (let pro?, let contra?): verdict = pro > contra ? .supports : .contradicts
      case (_?, nil): verdict = .supports
      default: verdict = .contradicts
      }
      let counted = items.filter { $0.verdict == verdict }
      if verdict == .supports {
        supporting.insert(name)
        itemsSupporting += counted
      } else {
        against.insert(name)
        itemsAgainst += counted
      }
    }
  }

  /// One participant is one voice, however the name was typed; items without a source are one voice together.
  private static func name(_ source: String) -> String {
    source.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

private struct Numbers {
  var supporting: [Evidence] = []
  var against: [Evidence] = []

  mutating func add(_ item: Evidence, _ verdict: Claim.Judgement) {
    switch verdict {
    case .supports: supporting.append(item)
    case .contradicts: against.append(item)
    case .inconclusive: break
    }
  }
}
