import JourneyModel
import Statistics
import Testing

@testable import JourneyFormats

@Suite struct ScalarTests {
  @Test(arguments: [
    ("1–3 days", 1.0, 3.0, TimeFrame.Unit.days, "1–3 days"), ("2 weeks", 2, 2, .weeks, "2 weeks"),
    ("1 day", 1, 1, .days, "1 day"), ("1-3 days", 1, 3, .days, "1–3 days"),
    ("1 to 3 days", 1, 3, .days, "1–3 days"), ("10min", 10, 10, .minutes, "10 minutes"),
    ("30 minutes – 2 hours", 30, 120, .minutes, "30–120 minutes"),
    ("1 day - 2 weeks", 1, 14, .days, "1–14 days"),
    ("0.5–1.5 years", 0.5, 1.5, .years, "0.5–1.5 years"),
    ("5–2 h", 5, 2, .hours, "5–2 hours"), ("  3   months ", 3, 3, .months, "3 months"),
  ])
  func `time frames are read as people write them`(
    text: String, minimum: Double, maximum: Double, unit: TimeFrame.Unit, written: String
  ) {
    let frame = SpanText.readFrame(text)
    #expect(frame == TimeFrame(minimum: minimum, maximum: maximum, unit: unit))
    #expect(frame.map(SpanText.writeFrame) == written)
  }

  @Test(arguments: [
    "", "days", "3", "1–3", "-2 days", "1–2–3 days", "x days", "3 fortnights", "nan days",
  ])
  func `what is no time frame is nothing`(text: String) {
    #expect(SpanText.readFrame(text) == nil)
  }

  @Test(arguments: [
    ("loss of payment at least 30 %", "loss of payment at least 30 %"),
    ("loss at stage payment >= 0.3", "loss of payment at least 30 %"),
    ("reach of touchpoint forum ≤ 5%", "reach of touchpoint forum at most 5 %"),
    ("median time in payment at most 48 hours", "median time in payment at most 2 days"),
    (
      "time at touchpoint call at least 90 seconds",
      "median time at touchpoint call at least 90 seconds"
    ),
    ("score of nps-q1 / nps at least -12.5", "score of nps-q1 / nps at least -12.5"),
    (
      "score of \"after \\\"it\\\"\" / \"q 1\" at most 82 %",
      "score of \"after \\\"it\\\"\" / \"q 1\" at most 0.82"
    ),
    ("reach of at at least 12.25 %", "reach of at at least 12.25 %"),
  ])
  func `claims are sentences`(text: String, written: String) {
    #expect(ClaimText.read(text).map(ClaimText.write) == written)
    #expect(ClaimText.read(written).map(ClaimText.write) == written)
  }

  @Test(arguments: [
    "", "loss", "loss of payment", "loss of payment at least", "loss of payment at least x %",
    "loss of Payment at least 3 %", "gain of payment at least 3 %", "loss of payment about 3 %",
    "median time in payment at most 2", "score of a at least 3", "score of \"a / b at least 3",
  ])
  func `what is no claim is nothing`(text: String) {
    #expect(ClaimText.read(text) == nil)
  }

  @Test func `shares keep every bit through percent`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let share = random.below(2) == 0 ? random.unit() : Double(random.below(10_000)) / 10_000
      guard let text = NumberText.writePercent(share) else { continue }
      #expect(NumberText.readPercent(text) == share, "\(text)")
    }
    #expect(NumberText.writePercent(0.07) == "7 %")
    #expect(NumberText.writePercent(1) == "100 %")
    #expect(NumberText.writePercent(0.005) == "0.5 %")
    #expect(NumberText.readPercent("-0.5%") == -0.005)
  }

  @Test(arguments: [
    ("Delivery costs half", "Delivery costs half"), ("30 minutes", "30 minutes"),
    ("Чому так довго?", "Чому так довго?"), ("🙂 fine", "🙂 fine"), ("a:b c#d", "a:b c#d"),
    ("yes", "\"yes\""), ("NULL", "\"NULL\""), ("1e3", "\"1e3\""), ("2026-01-01", "\"2026-01-01\""),
    ("12:30", "\"12:30\""), ("0x1F", "\"0x1F\""), ("", "\"\""), (" a", "\" a\""), ("a ", "\"a \""),
    ("a: b", "\"a: b\""), ("a:", "\"a:\""), ("a #b", "\"a #b\""), ("say \"hi\"", "say \"hi\""),
    ("\"hi\" she said", "'\"hi\" she said'"), ("- it's \"x\"", "'- it''s \"x\"'"), ("a\\b", "a\\b"),
    ("-a\\b", "'-a\\b'"), ("tab\there", "\"tab\\there\""), ("\u{85}", "\"\\x85\""),
    ("\u{2028}", "\"\\u2028\""), ("\u{FEFF}", "\"\\uFEFF\""), ("-5", "\"-5\""),
    ("(none)", "\"(none)\""),
  ])
  func `texts are quoted only where another reader would take them for something else`(
    text: String, written: String
  ) {
    #expect(ScalarText.inline(text) == written)
  }

  @Test(arguments: [
    "Delivery costs half", "It's `here`", "--a  B--", "", "''", "a_b/C.9", "...", "Ünicode", "x'",
    String(repeating: "a", count: 60), String(repeating: "ab ", count: 40),
  ])
  func `the quick slug of plain names is the slug of the model`(name: String) {
    guard let quick = IdentifierSupply.plainSlug(name) else { return }
    #expect(quick == Identifier<Card>.slug(from: name)?.rawValue)
  }
}
