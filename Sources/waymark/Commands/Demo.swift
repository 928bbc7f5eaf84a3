import ArgumentParser
import Diagnostics
import EventStore
import Feedback
import Foundation
import JourneyFormats
import WorkspaceStore
import Wording

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutDemo))

  @Argument(help: help(.helpExample)) var name: String?
  @Argument(help: help(.helpNewFolder)) var workspace: String?

  /// The examples, with a line each.
  static let examples: [(name: String, summary: String)] = [
    (
      "shop",
      words(.demoShop)
    ),
    ("pram", words(.demoPram)),
  ]

  func run() throws {
    guard let name else {
      for example in Self.examples { print("\(example.name) – \(example.summary)") }
      return
    }
    guard Self.examples.contains(where: { $0.name == name }) else {
      let known = Self.examples.map(\.name)
      throw CommandFailure(
        .usage, words(.noSuchExample, ["name": name]),
        hint: Spelling.hint(for: name, among: known, in: .current)
          ?? words(.examplesAre, ["names": known.joined(separator: ", ")]))
    }
    guard let workspace else {
      throw CommandFailure(
        .usage, words(.nameFolderToMake), hint: words(.tryDemo, ["name": name]))
    }
    guard
      let source = Bundle.module.url(forResource: "Demos", withExtension: nil)?
        .appending(path: name)
    else {
      throw CommandFailure(
        .unreadable, words(.examplesMissing),
        hint: words(.keepResources))
    }
    let files = try Self.files(in: source)
    try make(files, at: workspace)
    let opened = try OpenedWorkspace(writing: workspace)
    for log in files.logs {
      let reader: EventFileReader
      let importing = EventImport(
        path: log.path, options: EventFileOptions(), date: "\(todayUTC())")
      do throws(EventFileError) {
        reader = try EventFileReader(path: importing.path, options: importing.options)
      } catch { throw CommandFailure(.unreadable, error.diagnostic) }
      let outcome = try opened.perform(importing, reader)
      print(words(.demoImported, ["rows": outcome.rows]))
    }
    print(words(.madeExample, ["workspace": workspace]))
  }

  private struct Files {
    var documents: [DocumentText] = []
    var answers: [(survey: String, bytes: [UInt8])] = []
    var logs: [URL] = []
  }

  private static func files(in folder: URL) throws(CommandFailure) -> Files {
    var files = Files()
    let names: [String]
    do { names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() } catch {
      throw CommandFailure(.unreadable, words(.cannotBeRead, ["path": folder.path]))
    }
    for name in names {
      let url = folder.appending(path: name)
      if name.hasSuffix(".csv.gz") {
        files.logs.append(url)
        continue
      }
      guard name.hasSuffix(".yaml") || name.hasSuffix(".csv") else { continue }
      guard let bytes = FileManager.default.contents(atPath: url.path) else {
        throw CommandFailure(.unreadable, words(.cannotBeRead, ["path": url.path]))
      }
      if let document = WorkspaceDocument(path: name) {
        files.documents.append(DocumentText(document, Array(bytes)))
      } else if name.hasPrefix("answers/") {
        let survey = url.deletingPathExtension().lastPathComponent
        files.answers.append((survey, Array(bytes)))
      }
    }
    return files
  }

  private func make(_ files: Files, at path: String) throws(CommandFailure) {
    let read = Notation.read(files.documents)
    guard let contents = read.value?.value, !read.hasErrors else {
      throw CommandFailure(.damaged, words(.exampleChanged))
    }
    do throws(WorkspaceStoreError) {
      var answers: [(survey: Survey, answers: [Answer])] = []
      for (survey, bytes) in files.answers {
        guard let document = contents.surveys.first(where: { $0.id == survey }) else { continue }
        answers.append((document.survey, try WorkspaceAnswers.read(bytes, of: document.survey)))
      }
      try OpenedStore.create(
        at: path, contents, answers: answers, intention: "Made as an example"
      ).close()
    } catch { throw CommandFailure(error) }
  }
}
