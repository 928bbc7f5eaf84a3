import JourneyModel
import Testing

@Suite struct RuleDetailTests {
  private func findings(
    surveys: Set<String>? = nil, _ change: (inout Workspace) -> Void
  ) -> [Finding] {
    var workspace = soundWorkspace()
    change(&workspace)
    return ModelRules.findings(
      in: workspace, context: RuleContext(today: today, surveys: surveys))
  }

  @Test func `an unknown reference names property and place and suggests the likely id`() throws {
    let found = findings { $0.maps[0].cards[1].touchpoint = id("forun") }
    // The forum then stands in no stage, too.
    #expect(found.count == 2)
    let finding = try #require(found.first { $0.code == "map.unknown-reference" })
    #expect(
      finding.message
        == "the card 'Asks in the forum' points at the touchpoint 'forun', which the workspace does not have"
    )
    #expect(finding.hint == "did you mean 'forum'?")
    #expect(finding.subject == ObjectReference(.card, "forum-card", in: "pram"))
    #expect(finding.property == "touchpoint")
  }

  @Test func `a card left in a divided stage is told the steps`() throws {
    let found = findings { $0.maps[0].cards[3].step = id("buy") }
    #expect(
      found.map(\.hint) == [
        "the stage 'buy' is divided into steps: choose one of 'buy-choose', 'buy-pay'"
      ])
  }

  @Test func `references to surveys are checked where the surveys are known`() {
    let change: (inout Workspace) -> Void = {
      $0.maps[0].cards[5].claim?.measure = .score(survey: "npss", question: "q1")
    }
    #expect(findings(change).isEmpty)
    #expect(findings(surveys: ["npss"], change).isEmpty)
    let found = findings(surveys: ["npsy"], change)
    #expect(found.map(\.code) == ["map.unknown-reference"])
    #expect(found.first?.hint == "did you mean 'npsy'?")
  }

  @Test func `a live number can contradict a card`() {
    let context = RuleContext(
      today: today,
      readings: [
        ObjectReference(.card, "no-reviews", in: "pram"): .init(
          value: 0.1, n: 900, low: 0.08, high: 0.12)
      ])
    let found = ModelRules.findings(in: soundWorkspace(), context: context)
    #expect(found.map(\.code) == ["map.contradicted-card"])
  }

  @Test func `every circle is told once, from its smallest card on`() throws {
    let found = findings { workspace in
      for (index, next) in zip([0, 1, 2], ["forum-card", "shop-card", "need"]) {
        workspace.maps[0].cards[index].links = [id(next)]
      }
    }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.subject.id == "forum-card")
    #expect(
      finding.message.hasSuffix(
        "'Asks in the forum' → 'shop-card' → 'Find a pram that folds' → 'Asks in the forum'"))
  }

  @Test func `long texts are cut in messages`() throws {
    let found = findings {
      $0.maps[0].cards[0].text = String(repeating: "щ", count: 100)
      $0.maps[0].cards[0].evidence = []
    }
    #expect(
      found.first?.message == "the card '\(String(repeating: "щ", count: 59))…' is an assumption")
  }
}
