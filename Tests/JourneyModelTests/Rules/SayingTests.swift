import Diagnostics
import JourneyModel
import Testing

@Suite struct SayingTests {
  /// A word without a text is said by its key, which no person should see.
  private func isSaid(_ word: String) -> Bool { !Saying.word(word).text().hasPrefix("word/") }

  @Test func `every kind of object, move and unit of time has its word`() {
    for kind in ObjectReference.Kind.allCases { #expect(isSaid(kind.rawValue), "\(kind)") }
    for kind in Flow.Kind.allCases { #expect(isSaid(kind.rawValue), "\(kind)") }
    for unit in TimeFrame.Unit.allCases { #expect(isSaid(unit.rawValue), "\(unit)") }
    for status in EvidenceStatus.allCases {
      #expect(isSaid("evidence-\(status.rawValue)"), "\(status)")
    }
  }

  @Test func `every role of a lane says what belongs in it`() {
    for role in LaneRole.allCases { #expect(!role.meaning.hasPrefix("word/"), "\(role)") }
  }
}
