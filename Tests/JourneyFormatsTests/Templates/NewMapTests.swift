import JourneyFormats
import JourneyModel
import Testing

@Suite struct NewMapTests {
  private func wish(_ name: String) -> NewMap {
    NewMap(
      name: name, product: .new("Pram"), audience: .new("Young parents"), persona: .new("Olena"),
      kind: .customerJourney, state: .hypothesis,
      purpose: .init(why: "Sell more", expectedOutcome: "", problem: ""))
  }

  @Test(arguments: Template.all)
  func `a map after any template is whole and refers to nothing that is missing`(
    template: Template
  ) throws {
    var workspace = Workspace(name: "W")
    let id = workspace.add(wish("Перше замовлення"), from: template)
    #expect(id.rawValue == "pershe-zamovlennia")
    let map = try #require(workspace.maps.first)
    #expect(map.name == "Перше замовлення")
    #expect(map.stages.count == template.journeyMap.stages.count)
    #expect(map.cards.count == template.journeyMap.cards.count)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let missing = ModelRules.findings(in: workspace, context: RuleContext(today: today))
      .filter { $0.severity == .error }
    #expect(missing.isEmpty)
    _ = try WorkspaceState(workspace)
  }

  @Test func `what the workspace has already is used and not doubled`() throws {
    var workspace = Workspace(name: "W")
    let first = workspace.add(wish("First"), from: try #require(Template.named("shop")))
    let before = workspace
    let second = workspace.add(wish("First"), from: try #require(Template.named("shop")))
    #expect(first != second)
    #expect(workspace.maps.count == 2)
    #expect(workspace.touchpoints == before.touchpoints)
    #expect(workspace.channels == before.channels)
    #expect(workspace.products == before.products)
    #expect(workspace.personas == before.personas)
    #expect(workspace.maps.map(\.product) == [before.maps[0].product, before.maps[0].product])
  }

  @Test func `a touchpoint of the same name is taken for the same`() throws {
    var workspace = Workspace(name: "W")
    let shop = try #require(Template.named("shop"))
    _ = workspace.add(wish("First"), from: shop)
    let used = try #require(workspace.touchpoints.first)
    var renamed = Workspace(name: "V")
    renamed.touchpoints = [Touchpoint(id: try #require(.init(rawValue: "mine")), name: used.name)]
    _ = renamed.add(wish("First"), from: shop)
    #expect(renamed.touchpoints.filter { $0.name == used.name }.count == 1)
    #expect(renamed.maps[0].cards.contains { $0.touchpoint?.rawValue == "mine" })
    #expect(!renamed.maps[0].cards.contains { $0.touchpoint == used.id })
  }

  @Test func `a choice that is not in the workspace is left open`() throws {
    var workspace = Workspace(name: "W")
    var asked = wish("Map")
    asked.product = .existing(try #require(.init(rawValue: "nothing")))
    _ = workspace.add(asked, from: try #require(Template.named("blank")))
    #expect(workspace.maps[0].product == nil)
  }
}
