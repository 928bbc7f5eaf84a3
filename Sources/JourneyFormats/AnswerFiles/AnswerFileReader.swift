/// Reads a table of survey answers: finds the columns, then checks each row.
public struct AnswerFileReader {
  /// Reads a whole file.
  ///
  /// An empty score is a skipped answer, not an error. A row whose score is off the scale, whose time cannot be read, or
  /// whose id an earlier row has, is rejected with its reason.
  public static func read(
    _ path: String, options: AnswerFileOptions = AnswerFileOptions()
  ) throws(AnswerFileError) -> ImportedAnswers {
    let table = try AnswerTable.read(path)
    if table.rows.isEmpty, table.rejected.isEmpty { throw .noRows(path: path) }
    return try AnswerFileReader(table, options).answers()
  }

  private let table: AnswerTable
  private let columns: AnswerColumns
  private let kind: AnswerKind
  private let scale: ClosedRange<Int>?
  private let times: TimeReader

  private init(_ table: AnswerTable, _ options: AnswerFileOptions) throws(AnswerFileError) {
    self.table = table
    columns = try AnswerColumns(table, options)
    kind = options.kind ?? AnswerColumns.kind(ofColumn: table.columns[columns.score])
    scale = kind == .text ? nil : options.scale ?? kind.usualScale
    guard let zone = ZoneOffsets(options.zone) else {
      throw .unknownZone(
        name: options.zone, suggestion: ZoneOffsets.suggestion(for: options.zone))
    }
    times = try Self.times(table, columns.time, zone, options.dateOrder)
  }

  private static func times(
    _ table: AnswerTable, _ column: Int?, _ zone: ZoneOffsets, _ given: DateOrder?
  ) throws(AnswerFileError) -> TimeReader {
    guard let column else { return TimeReader(zone: zone) }
    var evidence = TimeColumnEvidence()
    for row in table.rows { evidence.add(Array(row.cells[column].utf8)) }
    if evidence.cells > 0, evidence.readable == 0,
      let row = table.rows.first(where: { !$0.cells[column].isEmpty })
    {
      throw .notATimeColumn(
        path: table.path, column: table.columns[column],
        example: String(row.cells[column].prefix(60)), line: row.line)
    }
    var order = given
    if order == nil {
      switch evidence.order {
      case .notNeeded: break
      case .known(let known): order = known
      case .open:
        throw .dateOrderNeeded(
          path: table.path, column: table.columns[column],
          example: String(decoding: evidence.openExample ?? [], as: UTF8.self))
      }
    }
    return TimeReader(zone: zone, dateOrder: order, epochUnit: evidence.epochUnit)
  }

  private func answers() -> ImportedAnswers {
    var result = ImportedAnswers(
      path: table.path, answers: [], rejected: [], kind: kind, scale: scale,
      roles: columns.summary(table.columns), digest: table.digest)
    var lineOfID: [String: Int] = [:]
    for row in table.rows {
      switch answer(row, &lineOfID) {
      case .success(let answer): result.answers.append(answer)
      case .failure(let failure):
        result.rejected.append(
          RejectedAnswer(line: row.line, reason: failure.reason, record: row.record))
      }
    }
    for row in table.rejected {
      result.rejected.append(
        RejectedAnswer(line: row.line, reason: .row(row.reason), record: row.bytes))
    }
    result.rejected.sort { $0.line < $1.line }
    return result
  }

  private struct Failure: Error { var reason: RejectedAnswer.Reason }

  private func answer(
    _ row: AnswerTable.Row, _ lineOfID: inout [String: Int]
  ) -> Result<ImportedAnswer, Failure> {
    func reject(_ reason: RejectedAnswer.Reason) -> Result<ImportedAnswer, Failure> {
      .failure(Failure(reason: reason))
    }
    func text(_ column: Int?) -> String? {
      column.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var answer = ImportedAnswer(
      line: row.line, customer: text(columns.customer), id: text(columns.id))
    let cell = row.cells[columns.score]
    if kind == .text {
      answer.text = cell.isEmpty ? nil : cell
    } else if let score = cell.trimmed.isEmpty ? nil : cell.trimmed {
      guard let number = Self.wholeNumber(score) else { return reject(.notAWholeNumber) }
      if let scale, !scale.contains(number) {
        return reject(.offScale(score: number, scale: scale))
      }
      answer.score = number
    }
    if let time = text(columns.time) {
      switch times.time(time) {
      case .success(let microseconds): answer.time = microseconds
      case .failure(let failure): return reject(.time(failure.problem))
      }
    }
    if let id = answer.id {
      if let line = lineOfID[id] { return reject(.sameID(line: line)) }
      lineOfID[id] = row.line
    }
    return .success(answer)
  }

  /// A whole number, also when a spreadsheet has put zeros behind a point.
  static func wholeNumber(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    let units = unsafe DecimalValue(allowsComma: true).units(
      bytes.span.bytes, from: 0, to: bytes.count)
    guard case .success(let number) = units, number % 10_000 == 0, number != DecimalValue.none
    else { return nil }
    return Int(number / 10_000)
  }
}
