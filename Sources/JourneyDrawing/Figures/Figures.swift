public import JourneyModel
public import Wording

/// Turns numbers into the words of every drawing: one place, so that equal numbers always read the same.
public struct Figures: Sendable {
  public var locale: FigureLocale
  /// The language of the words beside the numbers, and of everything else a drawing says.
  public var catalogue: Catalogue

  public init(locale: FigureLocale = .english, catalogue: Catalogue = .english) {
    self.locale = locale
    self.catalogue = catalogue
  }

  var strings: Words<DrawingPhrase> { catalogue.drawings }

  /// A share of 0…1 as per cent: `37 %`, `0.4 %`, `99.7 %`; never 0 or 100 unless it is exactly that.
  public func share(_ share: Double) -> String {
    perCentNumber(share) + locale.unitSpace + "%"
  }

  private func perCentNumber(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    let perCent = share * 100
    let size = abs(perCent)
    let sign = perCent < 0 ? "−" : ""
    if size == 0 { return "0" }
    if size < 0.05 { return "<" + sign + number(0.1, digits: 1) }
    if size < 0.95 { return sign + number(size, digits: 1) }
    if size > 99, size < 100 {
      return size >= 99.95 ? ">" + sign + number(99.9, digits: 1) : sign + number(size, digits: 1)
    }
    return sign + number(size, digits: 0)
  }

  /// An interval of shares: `76–87 %`.
  public func shareInterval(_ low: Double, _ high: Double) -> String {
    perCentNumber(low) + "–" + perCentNumber(high) + locale.unitSpace + "%"
  }

  /// A count with thin grouping: `31 106`.
  public func count(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += locale.groupSeparator }
      result.append(digit)
    }
    return (count < 0 ? "−" : "") + result
  }

  /// A span of time in one unit: `40 s`, `4 min`, `2.3 h`, `2.3 days`, `7 months`.
  public func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "–" }
    // Each unit is left where rounding would reach the next one.
    if seconds < 59.5 { return inUnit(seconds, .seconds) }
    if seconds < 3_570 { return inUnit(seconds / 60, .minutes) }
    if seconds < 171_000 { return inUnit(seconds / 3_600, .hours) }
    if seconds < 89.5 * 86_400 { return inUnit(seconds / 86_400, .days) }
    if seconds < 23.5 * 2_592_000 { return inUnit(seconds / 2_592_000, .months) }
    return inUnit(seconds / 31_536_000, .years)
  }

  private func inUnit(_ value: Double, _ unit: DrawingPhrase) -> String {
    let rounded = value < 9.95 ? number(value, digits: 1, trimmed: true) : number(value, digits: 0)
    let whole = Double(Int(value.rounded()))
    let form = rounded.contains(locale.decimalSeparator) ? nil : Int(whole)
    return rounded + locale.unitSpace + strings.plural(unit, form)
  }

  /// A planned frame: `5–15 min`, `2 weeks`.
  public func frame(_ frame: TimeFrame) -> String {
    let unit: DrawingPhrase =
      switch frame.unit {
      case .minutes: .minutes
      case .hours: .hours
      case .days: .days
      case .weeks: .weeks
      case .months: .months
      case .years: .years
      }
    let high = number(frame.maximum, digits: 1, trimmed: true)
    let form = frame.maximum == frame.maximum.rounded() ? Int(clamping(frame.maximum)) : nil
    let name = strings.plural(unit, form)
    if frame.minimum == frame.maximum { return high + locale.unitSpace + name }
    return number(frame.minimum, digits: 1, trimmed: true) + "–" + high + locale.unitSpace + name
  }

  /// A number with a fixed count of decimals, halves away from zero; `trimmed` drops ".0".
  public func number(_ value: Double, digits: Int, trimmed: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = clamping((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
    let whole = Int(scaled / scale)
    var result = count(whole)
    let rest = Int(scaled - Double(whole) * scale)
    if digits > 0, !(trimmed && rest == 0) {
      let decimals = String(rest)
      result +=
        locale.decimalSeparator + String(repeating: "0", count: max(0, digits - decimals.count))
        + decimals
    }
    return (value < 0 && scaled > 0 ? "−" : "") + result
  }

  /// With its sign: `+1.5`, `−2`, `0`.
  public func signed(_ value: Double, digits: Int) -> String {
    let text = number(value, digits: digits, trimmed: true)
    return value > 0 && text != "0" ? "+" + text : text
  }

  private func clamping(_ value: Double) -> Double { min(max(value, -9e15), 9e15) }
}
