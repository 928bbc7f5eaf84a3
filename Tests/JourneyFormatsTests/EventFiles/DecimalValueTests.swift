import Testing

@testable import JourneyFormats

struct DecimalValueTests {
  private func units(_ text: String, comma: Bool = false) -> Result<Int64, ValueFailure> {
    let bytes = Array(text.utf8)
    return unsafe DecimalValue(allowsComma: comma).units(
      bytes.span.bytes, from: 0, to: bytes.count)
  }

  static let decimals: [(String, Int64)] = [
    ("0", 0), ("1", 10_000), ("-1", -10_000), ("+2.5", 25_000), (" 7 ", 70_000), ("1.", 10_000),
    (".5", 5000), ("0.0001", 1), ("0.00005", 0), ("0.00015", 2), ("0.000051", 1),
    ("0.00014999", 1), ("0.00025", 2), ("-0.00035", -4), ("922337203685477.5807", Int64.max),
    ("000000000000000000000012", 120_000), ("0.99999", 10_000),
  ]

  @Test(arguments: decimals)
  func `decimals are exact, halves go to even`(text: String, expected: Int64) {
    #expect(units(text) == .success(expected))
  }

  @Test(arguments: ["x", "1e3", "1,5", "--1", "1.2.3", "-", ".", "1 000", "$5", "0x10"])
  func `what is no plain decimal is told`(text: String) {
    #expect(units(text) == .failure(ValueFailure(problem: .notANumber)))
  }

  @Test(arguments: [
    "922337203685477.5808", "922337203685478", "99999999999999999999", "922337203685477.58075",
  ])
  func `what does not fit is told`(text: String) {
    #expect(units(text) == .failure(ValueFailure(problem: .tooLarge)))
  }

  @Test
  func `a comma is a point only where semicolons separate`() {
    #expect(units("1,5", comma: true) == .success(15_000))
    #expect(units("1,5,0", comma: true) == .failure(ValueFailure(problem: .notANumber)))
    #expect(units("", comma: true) == .success(DecimalValue.none))
    #expect(units("  ") == .success(DecimalValue.none))
  }
}
