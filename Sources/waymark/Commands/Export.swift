import ArgumentParser
import Diagnostics
import Feedback
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutExport),
    discussion:
      words(.discussExport)
  )

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Option(name: .customLong("as"), help: help(.helpExportForm)) var form: Form
  @Argument(help: help(.helpExportOutput)) var output: String

  func run() throws {
    let opened = try OpenedWorkspace(workspace)
    let loaded = try opened.load()
    if let first = loaded.diagnostics.first(where: { $0.severity == .error }) {
      // What cannot be read would be missing from the copy.
      throw CommandFailure(.unreadable, first)
    }
    switch form {
    case .text: try writeText(loaded, opened)
    case .json: try writeJSON(loaded, opened)
    }
  }

  private func writeText(_ loaded: LoadedWorkspace, _ opened: OpenedWorkspace) throws {
    do throws(WorkspaceStoreError) {
      let copy = try FolderDocuments.create(at: output, loaded.contents)
      for document in loaded.surveys {
        let answers = try opened.documents.answers(to: document.survey)
        if !answers.isEmpty { try copy.writeAnswers(answers, to: document.survey) }
      }
    } catch { throw CommandFailure(error) }
    print(words(.wroteText, ["output": output]))
  }

  private struct Everything: Encodable {
    struct AnsweredSurvey: Encodable {
      var survey: Survey
      var isSynthetic: Bool
      var answers: [Answer]
    }
    var format = 1
    var workspace: Workspace
    var surveys: [AnsweredSurvey]
  }

  private func writeJSON(_ loaded: LoadedWorkspace, _ opened: OpenedWorkspace) throws {
    var surveys: [Everything.AnsweredSurvey] = []
    for document in loaded.surveys {
      do throws(WorkspaceStoreError) {
        surveys.append(
          .init(
            survey: document.survey, isSynthetic: document.isSynthetic,
            answers: try opened.documents.answers(to: document.survey)))
      } catch { throw CommandFailure(error) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(Everything(workspace: loaded.workspace, surveys: surveys))
    try OutputFile.write(Array(bytes) + [UInt8(ascii: "\n")], to: output)
    print(words(.wroteJSON, ["output": output]))
  }
}
