import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

/// A map of five one-step stages with an emotion lane.
private func course(
  _ feelings: [(stage: Int, score: Double, branch: Emotion.Branch?)], measured: [Double?] = []
) -> EmotionCourse {
  var map = ShopMap.map
  map.cards = feelings.enumerated().map { index, feeling in
    Card(
      id: ShopMap.id("e\(index)"), lane: ShopMap.id("emotions"),
      step: ShopMap.id(ShopMap.stageNames[feeling.stage]), order: ShopMap.order(index), text: "",
      emotion: Emotion(score: feeling.score, branch: feeling.branch))
  }
  var reality = MapReality()
  reality.stages = measured.enumerated().map {
    StageReality(stage: ShopMap.id(ShopMap.stageNames[$0.offset]), measuredEmotion: $0.element)
  }
  let content = MapContent(map, ShopMap.workspace, reality, MapDrawing.Options())
  let lane = map.lanes.first { $0.role == .emotion } ?? map.lanes[0]
  return EmotionCourse(
    lane, content, MapGeometry(content, MapDrawing.Options()), persona: nil)
}

@Test func `the curve has a gap where nothing is known, and no zero in it`() {
  let course = course([(0, 1, nil), (1, 2, nil), (3, -1, nil), (4, 0.5, nil)])
  #expect(course.runs.map { $0.map(\.score) } == [[1, 2], [-1, 0.5]])
  #expect(course.gaps.count == 1)
}

@Test func `alternatives are ends of a fork and never points of the curve`() {
  let course = course([(0, 1, nil), (1, 3, .well), (1, -3, .badly), (2, 0.5, nil)])
  #expect(course.points.map(\.score) == [1, 0.5])
  #expect(course.runs.map { $0.map(\.score) } == [[1], [0.5]])
  #expect(course.forks.map { $0.branches.map(\.score) } == [[3, -3]])
  #expect(course.forks[0].before?.score == 1 && course.forks[0].after?.score == 0.5)
}

@Test func `a fork reaches only to moments beside it`() {
  let course = course([(0, 1, nil), (3, 3, .well), (3, -3, .badly)])
  #expect(course.forks[0].before == nil && course.forks[0].after == nil)
}

@Test func `two feelings at one moment are two points`() {
  let course = course([(1, 2, nil), (1, -2, nil)])
  #expect(course.points.map(\.score) == [2, -2])
  #expect(course.points[0].x < course.points[1].x)
}

@Test func `what was measured has its own curve with its own gaps`() {
  let course = course([(0, 1, nil)], measured: [1, -1, nil, 0, nil])
  #expect(course.measuredRuns.map { $0.map(\.score) } == [[1, -1], [0]])
  #expect(course.points.map(\.score) == [1])
}

@Test func `one height only has neither peak nor pit`() {
  let course = course([(0, 1, nil), (1, 1, nil)])
  #expect(course.points.allSatisfy { course.extreme(of: $0) == nil })
}

@Test func `the highest and the lowest moment are told apart`() {
  let course = course([(0, 1, nil), (1, 3, nil), (2, -2, nil)])
  #expect(course.points.map { course.extreme(of: $0) } == [nil, .peak, .pit])
}
