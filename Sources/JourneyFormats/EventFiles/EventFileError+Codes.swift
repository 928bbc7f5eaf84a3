public import Diagnostics

extension EventFileError {
  /// Every code that an event file can be refused with.
  public static let codes: [FindingCode] =
    TextFileError.codes(area: "events") + [
      FindingCode(
        "events.no-rows", .error, meaning: "The file has column names and nothing else.",
        remedy: "Export the table again, with its rows."),
      FindingCode(
        "events.unknown-column", .error,
        meaning: "An option names a column that the file does not have.",
        remedy: "Name a column of the file; the message lists them."),
      FindingCode(
        "events.column-twice", .error, meaning: "Two options name the same column.",
        remedy: "Name a column of its own for each role."),
      FindingCode(
        "events.roles-not-found", .error,
        meaning: "No column looks like the customer, the time or the activity.",
        remedy: "Name the columns with --case, --time and --activity, or mend the separator."),
      FindingCode(
        "events.not-a-time-column", .error,
        meaning: "The column of times holds nothing that can be read as a time.",
        remedy: "Name another column with --time, or write times as 2024-05-31 14:05:00."),
      FindingCode(
        "events.date-order", .error,
        meaning: "Nothing in the column of times tells the day from the month.",
        remedy: "Say which comes first with --date-order dmy, mdy or ymd."),
      FindingCode(
        "events.unknown-zone", .error, meaning: "The zone of --zone does not exist.",
        remedy: "Use a name such as Europe/Kyiv, or an offset such as +02:00."),
    ]
}

extension TextFileError {
  /// Every code that a text file can be refused with; `area` begins each.
  static func codes(area: String) -> [FindingCode] {
    [
      FindingCode(
        "\(area).unreadable", .error, meaning: "The system does not let the file be read.",
        remedy: "Check the path and the permissions; name a regular file."),
      FindingCode(
        "\(area).empty-file", .error, meaning: "The file holds nothing.",
        remedy: "Export the table again."),
      FindingCode(
        "\(area).binary-file", .error, meaning: "The file holds bytes that no text has.",
        remedy: "Export the table as CSV in UTF-8, plain or gzipped."),
      FindingCode(
        "\(area).broken-compression", .error,
        meaning: "The gzip file is cut short, or its checksum does not match.",
        remedy: "Copy or download the file again."),
      FindingCode(
        "\(area).not-utf8", .error, meaning: "The column names are not UTF-8 text.",
        remedy: "Save the file in UTF-8."),
      FindingCode(
        "\(area).line-too-long", .error, meaning: "A line is longer than a record may be.",
        remedy: "Make sure that the file is a table with one record a line."),
    ]
  }
}
