import Insight
import JourneyModel
import Testing

@testable import JourneyDrawing

private let figures = Figures()

/// With plain spaces, to be read.
private func plain(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
}

private let shares: [(Double, String)] = [
  (0.37, "37 %"), (0.004, "0.4 %"), (0, "0 %"), (1, "100 %"), (0.996, "99.6 %"),
  (0.9999, ">99.9 %"), (0.0001, "<0.1 %"), (0.125, "13 %"), (0.0096, "1 %"),
]

@Test(arguments: shares)
func `shares have as many digits as they need`(share: Double, text: String) {
  #expect(plain(figures.share(share)) == text)
}

private let counts: [(Int, String)] = [
  (0, "0"), (999, "999"), (31_106, "31 106"), (1_234_567, "1 234 567"), (-4_200, "−4 200"),
]

@Test(arguments: counts)
func `counts are grouped by three`(count: Int, text: String) {
  #expect(plain(figures.count(count)) == text)
}

private let spans: [(Double, String)] = [
  (0, "0 s"), (45, "45 s"), (59.7, "1 min"), (240, "4 min"), (252, "4.2 min"), (5_400, "1.5 h"),
  (86_400 * 2.3, "2.3 days"), (86_400 * 200, "6.7 months"), (31_536_000 * 3, "3 years"),
  (172_800, "2 days"),
]

@Test(arguments: spans)
func `spans of time are said in one unit`(seconds: Double, text: String) {
  #expect(plain(figures.duration(seconds)) == text)
}

@Test func `frames name their unit once`() {
  #expect(plain(figures.frame(TimeFrame(minimum: 5, maximum: 15, unit: .minutes))) == "5–15 min")
  #expect(plain(figures.frame(TimeFrame(minimum: 2, maximum: 2, unit: .weeks))) == "2 weeks")
  #expect(plain(figures.frame(TimeFrame(minimum: 1, maximum: 1, unit: .days))) == "1 day")
}

@Test func `scores are said in their own unit`() {
  let nps = figures.score(ShopReality.score(.nps, 25, 14.1, 35.2, n: 200, scale: 0...10))
  #expect(nps.value == "+25" && nps.unit == "NPS" && nps.interval == "+14…+35")
  let csat = figures.score(ShopReality.score(.csat, 0.82, 0.7609, 0.8671, n: 200))
  #expect(plain(csat.value) == "82 %" && plain(csat.interval) == "76–87 %")
  let ces = figures.score(ShopReality.score(.ces, 5.48, 5.283, 5.677, n: 200, scale: 1...7))
  #expect(ces.value == "5.5" && ces.unit == "of 7" && ces.interval == "5.3–5.7")
}

@Test func `on scales of ten the mean comes first and the top three second`() {
  let score = figures.score(
    ShopReality.score(.csat, 0.12, 0.08, 0.17, n: 90, mean: 3.04, scale: 1...10))
  #expect(score.value == "3.0" && score.unit == "of 10")
  #expect(plain(score.interval) == "top 3: 12 % (8–17 %)")
}

@Test func `a comma may separate decimals`() {
  let figures = Figures(locale: .decimalComma)
  #expect(plain(figures.share(0.004)) == "0,4 %" && plain(figures.duration(5_400)) == "1,5 h")
}

@Test func `numbers that are none are a dash`() {
  #expect(plain(figures.share(.nan)) == "– %" && figures.number(.infinity, digits: 1) == "–")
}
