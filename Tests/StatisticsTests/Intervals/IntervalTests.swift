import Foundation
import Statistics
import Testing

struct IntervalTests {
  @Test func `ends are ordered, however they are given`() {
    #expect(Interval(3, 1) == Interval(1, 3))
    #expect(Interval(3, 1).low == 1 && Interval(3, 1).width == 2)
    #expect(Interval(1, 2).scaled(by: -1) == Interval(-2, -1))
  }

  @Test func `spans that touch overlap`() {
    #expect(Interval(1, 2).overlaps(Interval(2, 3)))
    #expect(!Interval(1, 2).overlaps(Interval(2.1, 3)))
    #expect(Interval(0, 9).overlaps(Interval(4, 5)) && Interval(4, 5).overlaps(Interval(0, 9)))
  }

  @Test func `clipping moves both ends inside`() {
    #expect(Interval(-5, 5).clipped(to: 0...1) == Interval(0, 1))
    #expect(Interval(3, 5).clipped(to: 0...1) == Interval(1, 1))
  }

  @Test func `an interval survives JSON, and one turned round is mended`() throws {
    let interval = Interval(0.25, 0.5)
    let json = try JSONEncoder().encode(interval)
    #expect(try JSONDecoder().decode(Interval.self, from: json) == interval)
    let turned = Data(#"{"low":0.5,"high":0.25}"#.utf8)
    #expect(try JSONDecoder().decode(Interval.self, from: turned) == interval)
  }
}
