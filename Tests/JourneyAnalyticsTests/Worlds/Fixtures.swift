import Foundation

/// The real logs that ship with the tests, and the results other software gave on them.
enum Fixtures {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func reference<Value: Decodable>(_ name: String, as: Value.Type) throws -> Value {
    let url = folder.appendingPathComponent("reference/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Data(contentsOf: url))
  }

  /// The shop log: one customer per user, sessions in their own column.
  static func shop() throws -> [Row] {
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "-dc", folder.appendingPathComponent("data/ecom.csv.gz").path]
    let pipe = Pipe()
    gunzip.standardOutput = pipe
    try gunzip.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    return table(bytes).map { cells in
      Row(
        customer: cells["user_id"] ?? "", time: time(cells["timestamp"] ?? ""),
        activity: cells["event"] ?? "", channel: cells["acquisition_channel"] ?? "",
        session: cells["session_id"] ?? "",
        attributes: ["platform": cells["platform"] ?? ""])
    }
  }

  /// The hospital log, completed activities only.
  static func completedPatients() throws -> [Row] {
    let bytes = try Data(contentsOf: folder.appendingPathComponent("data/patients.csv"))
    return table(bytes).filter { $0["registration_type"] == "complete" }.map { cells in
      Row(
        customer: cells["patient"] ?? "", time: time(cells["time"] ?? ""),
        activity: cells["handling"] ?? "")
    }
  }

  /// Rows of a CSV file without quotes.
  private static func table(_ bytes: Data) -> [[String: String]] {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }

  /// `2024-03-13 10:21:14` or `2017-01-02T11:41:53Z` in microseconds since 1970.
  private static func time(_ text: String) -> Int64 {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    var date = DateComponents()
    (date.year, date.month, date.day) = (parts[0], parts[1], parts[2])
    (date.hour, date.minute, date.second) = (parts[3], parts[4], parts[5])
    guard let moment = gregorian.date(from: date) else { return 0 }
    return Int64(moment.timeIntervalSince1970) * 1_000_000
  }

  private static let gregorian: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
