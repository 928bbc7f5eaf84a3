import Picture

/// The few ways text is set in every drawing.
enum Typography {
  static let title = TextStyle(size: 27, weight: .bold, lineHeight: 1.2)
  static let heading = TextStyle(size: 16, weight: .bold, lineHeight: 1.25)
  static let stage = TextStyle(size: 15, weight: .bold, lineHeight: 1.2)
  static let body = TextStyle(size: 12.5, lineHeight: 1.36)
  static let bodyStrong = TextStyle(size: 12.5, weight: .bold, lineHeight: 1.3)
  static let quote = TextStyle(size: 12.5, isItalic: true, lineHeight: 1.36)
  static let small = TextStyle(size: 11, lineHeight: 1.34)
  static let smallStrong = TextStyle(size: 11, weight: .bold, lineHeight: 1.34)
  static let smallItalic = TextStyle(size: 11, isItalic: true, lineHeight: 1.34)
  /// Small capitals of section names: set the text in capitals.
  static let kicker = TextStyle(size: 10, weight: .bold, lineHeight: 1.3)
  static let figure = TextStyle(size: 19, weight: .bold, lineHeight: 1.15, tabularFigures: true)
  static let figureSmall = TextStyle(
    size: 13, weight: .bold, lineHeight: 1.2, tabularFigures: true)
  static let emoji = TextStyle(size: 15, lineHeight: 1.2)
  /// Dense tables.
  static let cell = TextStyle(size: 11, lineHeight: 1.32)
}
