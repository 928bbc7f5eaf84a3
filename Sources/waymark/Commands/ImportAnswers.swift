import ArgumentParser
import Diagnostics
import Feedback
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore

struct ImportAnswers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: "Imports survey answers from a CSV file of another survey tool.",
    discussion: """
      The scores go to the first question of the survey of the same kind. An empty cell is a skipped answer and in no n.
      """)

  @Argument(help: "The workspace folder.") var workspace: String
  @Argument(help: "The answer file.") var file: String
  @Option(help: "The survey the answers belong to.") var survey: String
  @Option(help: "The column of scores (or texts).") var score: String?
  @Option(help: "What the column holds: nps, csat, ces, rating or text.") var kind: AnswerKind?
  @Option(help: "The scale, such as 1-5.") var scale: String?
  @Option(help: "The column of the time.") var time: String?
  @Option(name: .customLong("date-order"), help: "What comes first in dates: dmy, mdy or ymd.")
  var dateOrder: DateOrder?
  @Option(help: "The time zone of times without an offset.") var zone: String = "UTC"
  @Option(help: "The column of the customer.") var customer: String?
  @Option(help: "The column of the answer's id; an answer with a known id replaces it.")
  var id: String?
  @Option(help: "The touchpoint that these answers are about.") var touchpoint: String?

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    let loaded = try opened.load()
    guard let document = loaded.survey(survey) else {
      throw CommandFailure(
        .unknownSurvey(id: survey, known: loaded.surveys.map(\.id)))
    }
    if let touchpoint,
      !loaded.workspace.touchpoints.contains(where: { $0.id.rawValue == touchpoint })
    {
      let known = loaded.workspace.touchpoints.map(\.id.rawValue)
      throw CommandFailure(
        .usage, "there is no touchpoint '\(touchpoint)'",
        hint: Spelling.hint(for: touchpoint, among: known))
    }
    let options = try options(for: document.survey)
    let imported: ImportedAnswers
    do throws(AnswerFileError) {
      imported = try AnswerFileReader.read(file, options: options)
    } catch { throw CommandFailure(.unreadable, error.diagnostic) }
    let question = try question(of: document.survey, for: imported)
    for line in imported.roles { print(line) }
    let answers = imported.answers.map { answer(from: $0, to: question) }
    guard !answers.isEmpty else {
      let first = imported.rejected.first
      throw CommandFailure(
        .unreadable,
        "all \(imported.rejected.count) rows were rejected, the first one because: \(first?.text ?? "")",
        at: TextLocation(file: file, line: first?.line ?? 1))
    }
    do throws(WorkspaceStoreError) {
      let added = try opened.documents.addAnswers(answers, to: document.survey)
      print(
        "imported \(added.added + added.replaced) answers to '\(question.text)'"
          + (added.replaced > 0 ? "; \(added.replaced) replaced earlier ones" : ""))
    } catch { throw CommandFailure(error) }
    guard imported.rejected.isEmpty else {
      Terminal.note(FindingReport(imported.diagnostics).text(), terminator: "")
      throw OutcomeCode.findings
    }
  }

  private func options(for survey: Survey) throws(CommandFailure) -> AnswerFileOptions {
    var range: ClosedRange<Int>?
    if let scale {
      guard let read = AnswerFileOptions.scale(scale) else {
        throw CommandFailure(
          .usage, "--scale takes two numbers such as 1-5, not '\(scale)'")
      }
      range = read
    }
    var kind = kind
    // A survey with one kind of score needs no --kind; its own scale is the usual one.
    let scored = survey.questions.filter { $0.scoreRule != nil }
    if kind == nil, scored.count == 1, let only = scored.first {
      kind = AnswerKind(rawValue: only.kind.rawValue)
    }
    if range == nil, let scale = scored.first(where: { $0.kind.rawValue == kind?.rawValue })?.scale
    {
      range = scale.values
    }
    return AnswerFileOptions(
      score: score, kind: kind, scale: range, time: time, customer: customer, id: id, zone: zone,
      dateOrder: dateOrder)
  }

  private func question(
    of survey: Survey, for imported: ImportedAnswers
  ) throws(CommandFailure) -> Question {
    let fitting = survey.questions.first { question in
      question.kind.rawValue == imported.kind.rawValue
        && (imported.scale == nil || question.scale?.values == imported.scale)
    }
    guard let fitting else {
      let scale = imported.scale.map { " on \($0.lowerBound)–\($0.upperBound)" } ?? ""
      throw CommandFailure(
        .usage,
        "the survey '\(survey.id)' has no question of kind \(imported.kind.rawValue)\(scale)",
        hint:
          "name the kind with --kind and the scale with --scale, or add the question to surveys/\(survey.id).yaml"
      )
    }
    return fitting
  }

  private func answer(from row: ImportedAnswer, to question: Question) -> Answer {
    var values: [Question.ID: AnswerValue] = [:]
    if let score = row.score { values[question.id] = .score(score) }
    if let text = row.text { values[question.id] = .text(text) }
    return Answer(
      surveyID: survey, values: values, time: row.time, customer: row.customer, id: row.id,
      touchpointID: touchpoint)
  }
}
