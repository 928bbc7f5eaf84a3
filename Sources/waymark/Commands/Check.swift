import ArgumentParser
import Diagnostics
import EventStore
import Foundation
import Insight
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutCheck),
    discussion:
      words(.discussCheck))

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @Argument(help: help(.helpCheckedPath)) var path: String
  @Option(help: help(.helpCheckFormat)) var format: Form = .text

  func run() throws {
    let diagnostics = try diagnostics()
    let report = FindingReport(diagnostics)
    switch format {
    case .text: print(report.text(in: .current), terminator: "")
    case .json: print(report.json())
    case .sarif:
      print(
        report.sarif(
          version: Waymark.configuration.version, codes: FindingCodes.all, line: SourceLines().line)
      )
    }
    if diagnostics.contains(where: { $0.meansNewerFormat }) { throw OutcomeCode.damaged }
    if diagnostics.contains(where: { $0.severity != .note }) { throw OutcomeCode.findings }
  }
}

extension Check {
  /// A workspace is checked with today's numbers, where its events can be read; a file by itself.
  private func diagnostics() throws(CommandFailure) -> [Diagnostic] {
    if OpenedStore.hasDatabase(path) {
      let snapshot = try OpenedWorkspace(path).snapshot()
      do throws(EventStoreError) { return try snapshot.findings() } catch {
        throw CommandFailure(error)
      }
    }
    if let documents = try? FolderDocuments(opening: path),
      let snapshot = try? WorkspaceSnapshot(of: documents, directory: path),
      let found = try? snapshot.findings()
    {
      return found
    }
    do throws(WorkspaceStoreError) {
      return try WorkspaceCheck.check(path, today: todayUTC())
    } catch { throw CommandFailure(error) }
  }
}

/// Lines of checked files, for turning columns of bytes into columns of characters.
struct SourceLines {
  func line(_ place: TextLocation) -> String? {
    guard let bytes = FileManager.default.contents(atPath: place.file) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(place.line - 1) else { return nil }
    return String(decoding: lines[place.line - 1], as: UTF8.self)
  }
}
