import ArgumentParser
import Diagnostics
import Feedback
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

struct ImportAnswers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: words(.aboutImportAnswers),
    discussion: words(.discussImportAnswers))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpAnswerFile)) var file: String
  @Option(help: help(.helpSurvey)) var survey: String
  @Option(help: help(.helpColumnScore)) var score: String?
  @Option(help: help(.helpKind)) var kind: AnswerKind?
  @Option(help: help(.helpScale)) var scale: String?
  @Option(help: help(.helpColumnTime)) var time: String?
  @Option(name: .customLong("date-order"), help: help(.helpDateOrder))
  var dateOrder: DateOrder?
  @Option(help: help(.helpZone)) var zone: String = "UTC"
  @Option(help: help(.helpColumnCustomer)) var customer: String?
  @Option(help: help(.helpColumnAnswerID))
  var id: String?
  @Option(help: help(.helpTouchpoint)) var touchpoint: String?

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
        .usage, words(.noSuchTouchpoint, ["touchpoint": touchpoint]),
        hint: Spelling.hint(for: touchpoint, among: known, in: .current))
    }
    let options = try options(for: document.survey)
    let imported: ImportedAnswers
    do throws(AnswerFileError) {
      imported = try AnswerFileReader.read(file, options: options)
    } catch { throw CommandFailure(.unreadable, error.diagnostic) }
    let question = try question(of: document.survey, for: imported)
    for line in imported.roles { print(line.text(in: .current)) }
    let answers = imported.answers.map { answer(from: $0, to: question) }
    guard !answers.isEmpty else {
      let first = imported.rejected.first
      throw CommandFailure(
        .unreadable,
        words(
          .allRowsRejected,
          [
            "count": imported.rejected.count,
            "reason": first?.saying.text(in: .current) ?? "",
          ]),
        at: TextLocation(file: file, line: first?.line ?? 1))
    }
    do throws(WorkspaceStoreError) {
      let added = try opened.documents.addAnswers(answers, to: document.survey)
      print(
        words(
          .importedAnswers, ["count": added.added + added.replaced, "question": question.text])
          + (added.replaced > 0 ? words(.andReplaced, ["count": added.replaced]) : ""))
    } catch { throw CommandFailure(error) }
    guard imported.rejected.isEmpty else {
      Terminal.note(FindingReport(imported.diagnostics).text(in: .current), terminator: "")
      throw OutcomeCode.findings
    }
  }

  private func options(for survey: Survey) throws(CommandFailure) -> AnswerFileOptions {
    var range: ClosedRange<Int>?
    if let scale {
      guard let read = AnswerFileOptions.scale(scale) else {
        throw CommandFailure(
          .usage, words(.scaleTakesNumbers, ["scale": scale]))
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
      let scale = imported.scale
      throw CommandFailure(
        .usage,
        words(
          scale == nil ? .noQuestionOfKind : .noQuestionOfKindAndScale,
          [
            "survey": survey.id, "kind": imported.kind.rawValue,
            "low": scale?.lowerBound ?? 0, "high": scale?.upperBound ?? 0,
          ]),
        hint:
          words(.nameKindAndScale, ["survey": survey.id])
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
