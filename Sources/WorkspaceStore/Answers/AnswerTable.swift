import Diagnostics
import Feedback

/// The answers of a survey as a table: one answer a row, one question a column.
///
/// The first columns are `id (format 1)`, `time`, `customer`, `channel`, `touchpoint`, `weight`; then comes one column
/// for each question, headed by its id. An empty cell is a skipped question. Several choices stand in one cell with `|` between
/// them. A text that a spreadsheet would take for a formula has a `'` before it.
enum AnswerTable {
  static let format = 1
  private static let heading = "id (format "
  static let columns = [
    "\(heading)\(format))", "time", "customer", "channel", "touchpoint", "weight",
  ]

  static func write(_ answers: [Answer], survey: Survey) -> [UInt8] {
    var questions = survey.questions.map(\.id)
    var known = Set(questions)
    // Answers to questions that the survey no longer has are kept.
    for id in answers.flatMap(\.values.keys).sorted() where known.insert(id).inserted {
      questions.append(id)
    }
    var text = PlainCSV.row(columns + questions.map(SafeCell.write))
    for answer in answers {
      text += PlainCSV.row(
        [
          SafeCell.write(answer.id ?? ""), answer.time.map(AnswerTime.write) ?? "",
          SafeCell.write(answer.customer ?? ""), answer.channel?.rawValue ?? "",
          SafeCell.write(answer.touchpointID ?? ""),
          answer.weight == .one ? "" : weight(answer.weight),
        ] + questions.map { answer.values[$0].map(cell) ?? "" })
    }
    return Array(text.utf8)
  }

  private static func weight(_ weight: Weight) -> String {
    let whole = weight.tenThousandths / 10_000
    let rest = String(weight.tenThousandths % 10_000 + 10_000).dropFirst()
    return "\(whole).\(rest)"
  }

  private static func cell(_ value: AnswerValue) -> String {
    switch value {
    case .score(let score): String(score)
    case .choice(let choice): SafeCell.write(choice)
    case .choices(let choices): SafeCell.write(ChoiceList.write(choices))
    case .text(let text): SafeCell.write(text)
    }
  }

  /// - Throws: `.badAnswers` at the first row that cannot be read; `.newerFormat` for a file of a newer version.
  static func read(
    _ bytes: [UInt8], survey: Survey, file: String
  ) throws(WorkspaceStoreError) -> [Answer] {
    func bad(
      _ line: Int, _ variant: String, _ values: [String: any Sayable] = [:]
    ) -> WorkspaceStoreError {
      .badAnswers(
        Diagnostic(
          "answers.unreadable", .error, variant: variant, values,
          at: TextLocation(file: file, line: line)))
    }
    let (rows, brokenLine) = PlainCSV.read(bytes)
    if let brokenLine {
      throw bad(brokenLine, "row")
    }
    guard let header = rows.first else { return [] }
    try checkHeader(header, file: file)
    let questions = header.cells.dropFirst(columns.count).map { SafeCell.read($0) }
    var kinds: [Question.ID: QuestionKind] = [:]
    for question in survey.questions where kinds[question.id] == nil {
      kinds[question.id] = question.kind
    }
    var answers: [Answer] = []
    answers.reserveCapacity(rows.count)
    for row in rows.dropFirst() {
      guard row.cells.count <= header.cells.count else {
        throw bad(
          row.line, "cells", ["cells": row.cells.count, "header": header.cells.count])
      }
      var cells = row.cells
      cells += Array(repeating: "", count: header.cells.count - cells.count)
      var answer = Answer(surveyID: survey.id, values: [:])
      answer.id = cells[0].isEmpty ? nil : SafeCell.read(cells[0])
      if !cells[1].isEmpty {
        guard let time = AnswerTime.read(cells[1]) else {
          throw bad(row.line, "time")
        }
        answer.time = time
      }
      answer.customer = cells[2].isEmpty ? nil : SafeCell.read(cells[2])
      if !cells[3].isEmpty {
        guard let channel = FeedbackChannel(rawValue: cells[3]) else {
          throw bad(
            row.line, "channel",
            ["channels": Saying.list(FeedbackChannel.allCases.map(\.rawValue))])
        }
        answer.channel = channel
      }
      answer.touchpointID = cells[4].isEmpty ? nil : SafeCell.read(cells[4])
      if !cells[5].isEmpty {
        guard let number = Double(cells[5]), let weight = Weight(number) else {
          throw bad(row.line, "weight")
        }
        answer.weight = weight
      }
      for (question, cell) in zip(questions, cells.dropFirst(columns.count)) where !cell.isEmpty {
        answer.values[question] = value(SafeCell.read(cell), kind: kinds[question])
      }
      answers.append(answer)
    }
    return answers
  }

  private static func checkHeader(
    _ header: PlainCSV.Row, file: String
  ) throws(WorkspaceStoreError) {
    if header.cells.starts(with: columns) { return }
    let place = TextLocation(file: file, line: header.line)
    if let first = header.cells.first, first.hasPrefix(heading), first.hasSuffix(")"),
      let number = Int(first.dropFirst(heading.count).dropLast()), number > format
    {
      throw .newerFormat(
        Diagnostic(
          "notation.newer-format", .error, variant: "answers",
          ["found": number, "format": format], at: place))
    }
    throw .badAnswers(
      Diagnostic(
        "answers.unreadable", .error, variant: "header", ["columns": Saying.list(columns)],
        at: place))
  }

  /// What does not fit the question stays a text, and is left out of scores with a reason.
  private static func value(_ text: String, kind: QuestionKind?) -> AnswerValue {
    switch kind {
    case .nps, .csat, .ces, .rating: Int(text).map { .score($0) } ?? .text(text)
    case .single: .choice(text)
    case .multiple: .choices(ChoiceList.read(text))
    case .text, nil: .text(text)
    }
  }
}

/// Cells that no spreadsheet takes for a formula.
enum SafeCell {
  private static let risky = "=+-@\t\r'".unicodeScalars

  static func write(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, risky.contains(first) else { return text }
    return "'" + text
  }

  /// Takes away a `'` that stands before something risky; any other apostrophe is part of the text.
  static func read(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, risky.contains(second)
    else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }
}

/// Several choices in one cell: `|` between them, `\` before a `|` or `\` of their own.
enum ChoiceList {
  static func write(_ choices: [String]) -> String {
    choices.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }
      .joined(separator: "|")
  }

  static func read(_ text: String) -> [String] {
    var result: [String] = []
    var choice = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        choice.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        result.append(String(choice))
        choice = String.UnicodeScalarView()
      } else {
        choice.append(scalar)
      }
    }
    return result + [String(choice)]
  }
}
