import JourneyModel
import Testing

@Suite struct MapLookupTests {
  let map = soundWorkspace().maps[0]

  @Test func `columns are the steps, or the stage that has none`() {
    #expect(map.columns.map(\.id) == [id("search"), id("buy-choose"), id("buy-pay")])
    #expect(map.columns(of: map.cards[6]) == 1...2)
    var card = map.cards[6]
    card.span = 9
    #expect(map.columns(of: card) == 1...2)
    card.step = id("nowhere")
    #expect(map.columns(of: card) == nil)
  }

  @Test func `the cards of a cell stand in order, equal keys by id`() {
    var map = map
    for (name, order) in [("z", "a"), ("y", "i"), ("x", "a")] {
      map.cards.append(
        Card(id: id(name), lane: id("goals"), step: id("search"), order: key(order), text: name))
    }
    let cell = map.cards(in: id("goals"), at: id("search")).map(\.id.rawValue)
    #expect(cell == ["x", "z", "need", "y"])
  }

  @Test func `links count in either direction`() {
    #expect(map.solutions(of: id("no-reviews")).map(\.id) == [id("ask-buyers")])
    #expect(map.causes(of: id("ask-buyers")).map(\.id) == [id("no-reviews")])
    #expect(map.causes.map(\.id) == [id("no-reviews")])
    #expect(CardLinks(map).cards(linkedTo: id("shop-card")).map(\.id) == [id("no-reviews")])
  }

  @Test func `a stage lists each touchpoint once`() {
    var map = map
    map.cards[0].touchpoint = id("shop")
    map.cards[4].touchpoint = id("forum")
    #expect(map.touchpoints(of: map.stages[0]) == [id("shop"), id("forum")])
    #expect(map.touchpoints(of: map.stages[1]) == [id("shop")])
  }

  @Test func `every role says what belongs in it, in one sentence`() {
    for role in LaneRole.allCases {
      #expect(role.meaning.hasSuffix(".") && role.meaning.count <= 120)
      #expect(!(role.isCause && role.isAnswer))
    }
    #expect(Set(LaneRole.allCases.map(\.meaning)).count == LaneRole.allCases.count)
  }

  private func lanes(_ roles: [LaneRole]) -> [Lane] {
    roles.enumerated().map {
      Lane(id: id("l\($0)"), order: key("a"), role: $1, name: "")
    }
  }

  @Test func `blueprint lines lie between the layers`() {
    let lines = JourneyMap.blueprintLines(
      among: lanes([.action, .emotion, .frontStage, .frontStage, .metric, .backStage, .support]))
    #expect(lines.map(\.kind) == [.interaction, .visibility, .internalInteraction])
    #expect(lines.map(\.position) == [2, 5, 6])
    #expect(lines.map(\.above) == [id("l2"), id("l5"), id("l6")])
  }

  @Test(arguments: [
    ([LaneRole.action, .backStage], [BlueprintLine.Kind.visibility]),
    ([.frontStage, .backStage], [.visibility]), ([.action, .metric], []),
    ([.action, .frontStage, .barrier, .backStage, .solution], [.interaction, .visibility]),
    ([.backStage, .frontStage], []), ([.action, .backStage, .frontStage], [.interaction]),
    ([.support], []), ([], []),
  ])
  func `lines are left out where there is nothing to divide`(
    roles: [LaneRole], expected: [BlueprintLine.Kind]
  ) {
    #expect(JourneyMap.blueprintLines(among: lanes(roles)).map(\.kind) == expected)
  }

  @Test func `hidden lanes do not move the lines`() {
    var map = map
    map.lanes.append(Lane(id: id("backstage"), order: key("g"), role: .backStage, name: "Back"))
    #expect(map.blueprintLines.map(\.kind) == [.visibility])
    #expect(map.blueprintLines.first?.position == 5)
  }

  @Test func `the curve has gaps, forks, and marks its highest and lowest`() {
    var map = map
    func feel(
      _ name: String, _ step: String, _ score: Double, _ branch: Emotion.Branch? = nil,
      _ persona: Persona.ID? = nil
    ) {
      map.cards.append(
        Card(
          id: id(name), lane: id("emotions"), step: id(step), order: key("z"), text: "",
          emotion: Emotion(score: score, persona: persona, branch: branch)))
    }
    feel("well", "buy-pay", 3, .well)
    feel("badly", "buy-pay", -3, .badly)
    feel("too", "search", 1)
    feel("his", "buy-choose", 3, nil, id("petro"))
    let curve = EmotionCurve(of: map)
    #expect(
      curve.feelings.map(\.card) == [id("hopes"), id("too"), id("feels"), id("badly"), id("well")])
    #expect(curve.height(at: 0) == 1.5)
    #expect(curve.height(at: 1) == nil)
    #expect(curve.height(at: 2) == -2)
    #expect(curve.height(at: 2, ifItGoes: .well) == 3)
    #expect(curve.height(at: 2, ifItGoes: .badly) == -3)
    #expect(curve.peaks.map(\.card) == [id("well")])
    #expect(curve.pits.map(\.card) == [id("badly")])
    let his = EmotionCurve(of: map, persona: id("petro"))
    #expect(his.feelings.map(\.card) == [id("his")])
    #expect(his.peaks.isEmpty && his.pits.isEmpty)
  }
}
