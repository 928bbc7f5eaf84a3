public import Diagnostics

extension EventFileError {
  /// Every code that an event file can be refused with.
  public static let codes: [FindingCode] =
    TextFileError.codes(area: "events") + [
      FindingCode("events.no-rows", .error),
      FindingCode("events.unknown-column", .error),
      FindingCode("events.column-twice", .error),
      FindingCode("events.roles-not-found", .error),
      FindingCode("events.not-a-time-column", .error),
      FindingCode("events.date-order", .error),
      FindingCode("events.unknown-zone", .error),
    ]
}

extension TextFileError {
  /// Every code that a text file can be refused with; `area` begins each.
  static func codes(area: String) -> [FindingCode] {
    [
      FindingCode("\(area).unreadable", .error, as: "file.unreadable"),
      FindingCode("\(area).empty-file", .error, as: "file.empty-file"),
      FindingCode("\(area).binary-file", .error, as: "file.binary-file"),
      FindingCode("\(area).broken-compression", .error, as: "file.broken-compression"),
      FindingCode("\(area).not-utf8", .error, as: "file.not-utf8"),
      FindingCode("\(area).line-too-long", .error, as: "file.line-too-long"),
    ]
  }
}
