import Diagnostics
import JourneyFormats
import JourneyModel
import Testing

@Suite struct TemplateTests {
  @Test(arguments: Template.all)
  func `a template becomes a workspace that reads back from its text without a finding`(
    template: Template
  ) throws {
    let contents = template.instantiate(name: "My shop")
    let read = Notation.read(Notation.print(contents))
    #expect(read.diagnostics == [])
    let isSame = read.value?.value == contents.canonical()
    #expect(isSame)
    #expect(contents.workspace.name == "My shop")
  }

  @Test(arguments: Template.all)
  func `a template shows five to eight lanes, gives every stage a goal, and hides the rest`(
    template: Template
  ) {
    let map = template.journeyMap
    #expect((5...8).contains(map.lanes.filter { !$0.isHidden }.count))
    #expect(Set(map.lanes.map(\.id)).count == map.lanes.count)
    #expect(map.cards.allSatisfy { !$0.text.isEmpty })
    if template.id != "blank" {
      #expect(map.stages.allSatisfy { !$0.goal.isEmpty && $0.phase != nil })
      #expect(map.lanes.contains { $0.isHidden })
    }
  }

  @Test(arguments: Template.all)
  func `every touchpoint of a template is in its library, with a department where it is our own`(
    template: Template
  ) {
    let workspace = template.instantiate(name: "").workspace
    let library = Set(workspace.touchpoints.map(\.id))
    let used = Set(workspace.maps.flatMap(\.cards).compactMap(\.touchpoint))
    #expect(used == library)
    #expect(workspace.touchpoints.allSatisfy { !$0.isInner || !$0.departments.isEmpty })
    let columns = Set(workspace.maps.flatMap(\.stages).flatMap(\.columns).map(\.id))
    #expect(workspace.maps.flatMap(\.cards).allSatisfy { columns.contains($0.step) })
  }

  @Test func `the stage models are there by name`() {
    let counts = Dictionary(
      uniqueKeysWithValues: Template.all.map { ($0.id, $0.journeyMap.stages.count) })
    #expect(
      counts == [
        "blank": 1, "basic": 4, "three-stage": 3, "before-during-after": 3, "five-stage": 5,
        "shop": 5, "retail": 6, "need": 6, "readiness": 6, "b2b": 7, "service-blueprint": 5,
        "full": 6,
      ])
    #expect(Template.named("shop")?.name == "Shop in five stages")
    #expect(Template.named("nothing") == nil)
    #expect(Template.all.allSatisfy { !$0.summary.contains("\\n") && $0.summary.count <= 110 })
  }

  @Test func `every role of a lane has a name and one sentence of guidance`() {
    for role in LaneRole.allCases {
      let sentence = LaneGuide.guidance(for: role)
      #expect(!LaneGuide.name(of: role).isEmpty)
      #expect(sentence.hasSuffix(".") && sentence.filter { $0 == "." }.count == 1)
    }
  }
}
