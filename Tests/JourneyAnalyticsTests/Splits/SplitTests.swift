import EventStore
import Statistics
import Testing

@testable import JourneyAnalytics

struct SplitTests {
  /// Every question at every level.
  private func everything(_ world: SmallWorld, _ dice: inout SplitMix64) -> JourneyQuestions {
    var questions = JourneyQuestions()
    questions.overview = true
    questions.transitions = Set(Level.allCases)
    questions.time = Set(Level.allCases)
    questions.rework = Set(Level.allCases)
    questions.variants = Level.allCases.map { VariantQuery(by: $0, top: 3) }
    questions.sessions = [.column, .timeout(microseconds: 1_000_000)]
    questions.stages = true
    questions.touchpoints = true
    questions.stageLimits = world.grouping.stages.map { _ in 1_000_000 }
    for mode in FunnelQuery.Mode.allCases {
      for entry in FunnelQuery.Entry.allCases {
        questions.funnels.append(
          FunnelQuery(
            steps: Array(world.activities.prefix(3)), windowMicroseconds: 3_000_000, entry: entry,
            mode: mode))
      }
    }
    questions.dropOffs = [
      DropOffQuery(goal: [world.activities[0]], settleMicroseconds: 2_000_000)
    ]
    questions.conformance = [
      ConformanceQuery(ideal: world.activities),
      ConformanceQuery(ideal: world.grouping.stages, by: .stage),
    ]
    return questions
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `answers do not depend on chunks or workers`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<4 {
      let world = SmallWorld(&dice, customers: 30, events: 200)
      let questions = everything(world, &dice)
      let filters = world.filters(&dice)
      let whole = try LocalJourneyQueries(world.source(chunkSizes: [1_000], workers: 1))
        .answer(questions, filters: filters, grouping: world.grouping)
      for _ in 0..<3 {
        let sizes = (0..<3).map { _ in 1 + dice.below(8) }
        let deal = (0..<64).map { _ in dice.below(5) }
        let source = world.source(
          chunkSizes: sizes, workers: 1 + dice.below(5), deal: { deal[$0 % 64] })
        let split = try LocalJourneyQueries(source)
          .answer(questions, filters: filters, grouping: world.grouping)
        #expect(split == whole)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `questions asked together are answered as each alone`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let world = SmallWorld(&dice, customers: 20, events: 100)
    let questions = everything(world, &dice)
    let filters = world.filters(&dice)
    let queries = LocalJourneyQueries(world.source())
    let grouping = world.grouping
    let all = try queries.answer(questions, filters: filters, grouping: grouping)
    #expect(try queries.overview(filters) == all.overview)
    for level in Level.allCases {
      let transitions = try queries.transitions(by: level, filters, grouping: grouping)
      #expect(transitions == all.transitions[level])
      #expect(try queries.time(by: level, filters, grouping: grouping) == all.time[level])
      #expect(try queries.rework(by: level, filters, grouping: grouping) == all.rework[level])
    }
    for (query, answer) in zip(questions.variants, all.variants) {
      #expect(try queries.variants(query, filters, grouping: grouping) == answer)
    }
    for (query, answer) in zip(questions.funnels, all.funnels) {
      #expect(try queries.funnel(query, filters, grouping: grouping) == answer)
    }
    for (rule, answer) in zip(questions.sessions, all.sessions) {
      #expect(try queries.sessions(rule, filters) == answer)
    }
    #expect(try queries.stages(filters, grouping: grouping) == all.stages)
    #expect(try queries.touchpoints(filters, grouping: grouping) == all.touchpoints)
  }

  @Test func `an empty log answers every question`() throws {
    var dice = SplitMix64(seed: 1)
    let world = SmallWorld(&dice)
    let questions = everything(world, &dice)
    let source = PlainSource([], activityNames: world.activities, workers: 0)
    let answers = try LocalJourneyQueries(source)
      .answer(questions, filters: .none, grouping: world.grouping)
    #expect(answers.overview?.customers == 0)
    #expect(answers.overview?.medianDurationSeconds == nil)
    #expect(answers.transitions[.activity]?.edges == [])
    #expect(answers.funnels.allSatisfy { $0.steps.allSatisfy { $0.reached == 0 } })
    #expect(answers.conformance[0].meanFitness == nil)
    #expect(answers.stages?.customers == 0)
  }

  @Test func `a filter on an attribute the log does not have is an error that lists those it has`()
    throws
  {
    let row = Row(customer: "1", time: 0, activity: "a", attributes: ["colour": "red"])
    let queries = LocalJourneyQueries(PlainSource([row]))
    let filters = Filters(attributes: [.init("color", "red")])
    #expect(throws: EventStoreError.unknownAttribute(name: "color", known: ["colour"])) {
      try queries.overview(filters)
    }
  }
}
