import Feedback
import Testing

struct ScoreTallyMisuseTests {
  @Test func `tallies of two measures cannot be merged`() async {
    await #expect(processExitsWith: .failure) {
      var stars = ScoreTally<Transactional>(rule: rule(.rating))
      stars.merge(ScoreTally(rule: rule(.ces)))
    }
  }

  @Test func `tallies of two scales cannot be compared`() async {
    await #expect(processExitsWith: .failure) {
      let five = tally(rule(.csat), [1, 2, 3])
      _ = five.change(to: tally(rule(.csat, .oneToTen), [1, 2, 3]))
    }
  }
}
