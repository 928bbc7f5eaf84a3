import JourneyModel
import Testing

@Suite struct EvidenceStandingTests {
  static let claim = Claim(measure: .stageLoss(id("buy")), relation: .atLeast, value: 0.3)

  static func voices(_ supporting: Int, _ against: Int, date: String? = "2026-10-01") -> [Evidence]
  {
    (0..<supporting).map { voice(id("s\($0)"), "S\($0)", date: date) }
      + (0..<against).map { voice(id("c\($0)"), "C\($0)", .contradicts, date: date) }
  }

  static func number(_ low: Double, _ high: Double, n: Int, date: String? = "2026-10-01")
    -> Evidence
  {
    Evidence(
      id: id("n"), kind: .event, source: "events", date: date.flatMap { CalendarDate($0) },
      reading: .init(value: (low + high) / 2, n: n, low: low, high: high))
  }

  static func standing(
    _ evidence: [Evidence], claim: Claim? = nil, live: Evidence.Reading? = nil,
    thresholds: EvidenceThresholds = EvidenceThresholds()
  ) -> EvidenceStanding {
    EvidenceStanding.compute(
      evidence: evidence, claim: claim, liveReading: live, thresholds: thresholds, today: today,
      reviewRhythmInDays: 180)
  }

  @Test(arguments: [
    (0, 0, EvidenceStatus.assumption), (1, 0, .anecdotal), (4, 0, .anecdotal), (5, 0, .supported),
    (0, 4, .anecdotal), (0, 5, .contradicted), (4, 4, .anecdotal), (5, 4, .supported),
    (4, 5, .contradicted), (5, 5, .supported), (5, 6, .contradicted), (6, 5, .supported),
    (3, 1, .anecdotal),
  ])
  func `voices decide from five on, and against only when they are more`(
    supporting: Int, against: Int, status: EvidenceStatus
  ) {
    let standing = Self.standing(Self.voices(supporting, against))
    #expect(standing.status == status)
    #expect(standing.voicesFor == supporting)
    #expect(standing.voicesAgainst == against)
  }

  @Test(arguments: [
    (0.35, 0.45, 30, Claim.Relation.atLeast, EvidenceStatus.supported),
    (0.35, 0.45, 29, .atLeast, .anecdotal),
    // Touching the boundary from the claimed side is on it, from the other side reaches it.
    (0.3, 0.4, 30, .atLeast, .supported), (0.2, 0.3, 30, .atLeast, .anecdotal),
    (0.2, 0.299, 30, .atLeast, .contradicted), (0.2, 0.299, 29, .atLeast, .anecdotal),
    (0.25, 0.35, 1_000, .atLeast, .anecdotal), (0.2, 0.3, 30, .atMost, .supported),
    (0.3, 0.4, 30, .atMost, .anecdotal), (0.301, 0.4, 30, .atMost, .contradicted),
    (0.1, 0.2, 30, .atMost, .supported), (0.4, 0.3, 30, .atLeast, .anecdotal),
    (.nan, .nan, 30, .atLeast, .anecdotal),
  ])
  func `a number decides with its whole interval on one side`(
    low: Double, high: Double, n: Int, relation: Claim.Relation, status: EvidenceStatus
  ) {
    let claim = Claim(measure: .stageLoss(id("buy")), relation: relation, value: 0.3)
    #expect(Self.standing([Self.number(low, high, n: n)], claim: claim).status == status)
    let live = Evidence.Reading(value: 0, n: n, low: low, high: high)
    let standing = Self.standing([], claim: claim, live: live)
    #expect(standing.status == status)
    #expect(standing.isDecidedByLiveReading)
    #expect(!standing.isStale && standing.newest == today && standing.decidingItem == nil)
  }

  @Test func `a contradiction comes first, whoever makes it`() {
    let contra = Self.number(0.1, 0.2, n: 100)
    let pro = Self.number(0.5, 0.6, n: 100)
    #expect(Self.standing(Self.voices(9, 0) + [contra], claim: Self.claim).status == .contradicted)
    #expect(Self.standing(Self.voices(0, 5) + [pro], claim: Self.claim).status == .contradicted)
    #expect(Self.standing(Self.voices(0, 4) + [pro], claim: Self.claim).status == .supported)
    let live = Evidence.Reading(value: 0.15, n: 100, low: 0.1, high: 0.2)
    #expect(Self.standing([pro], claim: Self.claim, live: live).status == .contradicted)
  }

  @Test func `numbers are context where nothing is claimed`() {
    let standing = Self.standing([Self.number(0.1, 0.2, n: 100)])
    #expect(standing.status == .anecdotal)
    #expect(standing.numbersFor == 0 && standing.numbersAgainst == 0)
    let live = Evidence.Reading(value: 0.15, n: 100, low: 0.1, high: 0.2)
    #expect(Self.standing([], live: live).status == .assumption)
  }

  @Test func `a participant is one voice, however often and however quoted`() {
    let same = (0..<9).map { voice(id("e\($0)"), $0 % 2 == 0 ? "Ann Lee" : " ann  LEE ") }
    #expect(Self.standing(same).voicesFor == 1)
    #expect(Self.standing((0..<9).map { voice(id("e\($0)"), "") }).voicesFor == 1)
  }

  @Test func `who spoke on both sides counts where they stood last`() {
    let changed = [
      voice(id("a"), "P1", .supports, date: "2026-01-01"),
      voice(id("b"), "P1", .contradicts, date: "2026-02-01"),
      voice(id("c"), "P2", .contradicts, date: "2026-01-01"),
      voice(id("d"), "P2", .supports, date: "2026-02-01"),
      voice(id("e"), "P3", .contradicts, date: nil), voice(id("f"), "P3", .supports, date: nil),
    ]
    let standing = Self.standing(changed)
    #expect(standing.voicesFor == 1)
    #expect(standing.voicesAgainst == 2)
  }

  @Test(arguments: Evidence.Kind.allCases)
  func `only customers have voices, walk-throughs and reports have none`(kind: Evidence.Kind) {
    let items = (0..<6).map {
      Evidence(id: id("e\($0)"), kind: kind, source: "P\($0)", date: today)
    }
    let standing = Self.standing(items)
    let isVoice = [.interview, .callNote, .salesNote].contains(kind)
    #expect(standing.status == (isVoice ? .supported : .anecdotal))
    #expect(standing.voicesFor == (isVoice ? 6 : 0))
  }

  @Test func `the newest item that gives the status decides whether it is stale`() {
    // 180 days before today is 2026-05-26.
    #expect(!Self.standing(Self.voices(5, 0, date: "2026-05-26")).isStale)
    let old = Self.standing(Self.voices(5, 0, date: "2026-05-25"))
    #expect(old.isStale)
    #expect(old.decidingItem == id("s0"))
    #expect(old.newest == day("2026-05-25"))

    // A fresh voice on the other side does not freshen it, a fresh one on this side does.
    let contrary = [voice(id("x"), "X", .contradicts, date: "2026-11-01")]
    #expect(Self.standing(Self.voices(5, 0, date: "2026-05-25") + contrary).isStale)
    let fresh = [voice(id("x"), "X", date: "2026-11-01")]
    let standing = Self.standing(Self.voices(5, 0, date: "2026-05-25") + fresh)
    #expect(!standing.isStale && standing.decidingItem == id("x"))

    // Voices that do not give the status do not count for its age.
    let number = Self.number(0.5, 0.6, n: 100, date: "2026-01-01")
    #expect(Self.standing([number] + fresh, claim: Self.claim).isStale)
    // Anything counts for an anecdote.
    #expect(!Self.standing(Self.voices(1, 0, date: "2026-01-01") + contrary).isStale)
  }

  @Test func `assumptions and undated evidence are never stale, nor is what is yet to come`() {
    #expect(!Self.standing([]).isStale)
    #expect(!Self.standing(Self.voices(5, 0, date: nil)).isStale)
    #expect(Self.standing(Self.voices(5, 0, date: nil)).newest == nil)
    #expect(!Self.standing(Self.voices(1, 0, date: "2027-01-01")).isStale)
  }

  @Test func `the thresholds are settings and are shown`() {
    let standing = Self.standing(
      Self.voices(2, 1), thresholds: EvidenceThresholds(voices: 2, sample: 10))
    #expect(
      standing.explanation
        == "Supported: 2 voices for and 1 against (2 voices, or a number from at least 10 cases, decide)."
    )
    #expect(
      Self.standing([]).explanation
        == "Assumption: nothing is known yet (5 voices, or a number from at least 30 cases, decide)."
    )
    #expect(
      Self.standing(Self.voices(3, 1)).explanation
        == "Anecdotal: 4 pieces of evidence, 3 voices for and 1 against; not enough to decide "
        + "(5 voices, or a number from at least 30 cases, decide).")
    #expect(
      Self.standing([Self.number(0, 0.1, n: 99)], claim: Self.claim).counts
        == "0 voices for and 0 against, 1 number against")
  }
}
