/// How numbers are written in a language.
public struct FigureLocale: Sendable, Hashable {
  public var decimalSeparator: String
  /// Between groups of three digits.
  public var groupSeparator: String
  /// Between a number and its unit or per-cent sign.
  public var unitSpace: String

  public init(decimalSeparator: String, groupSeparator: String, unitSpace: String) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.unitSpace = unitSpace
  }

  /// 1 234.5, with no-break spaces.
  public static let english = FigureLocale(
    decimalSeparator: ".", groupSeparator: "\u{202F}", unitSpace: "\u{A0}")
  /// 1 234,5: Ukrainian, Russian and Polish.
  public static let decimalComma = FigureLocale(
    decimalSeparator: ",", groupSeparator: "\u{202F}", unitSpace: "\u{A0}")
}
