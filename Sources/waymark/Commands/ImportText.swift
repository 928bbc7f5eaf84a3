import ArgumentParser
import Diagnostics
import JourneyFormats
import WorkspaceStore
import Wording

/// Takes back what `export --as text` has written, after somebody has changed it.
struct ImportText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: words(.aboutImportText),
    discussion: words(.discussImportText))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpTextFolder)) var folder: String

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    do throws(WorkspaceStoreError) {
      let loaded = try FolderDocuments(opening: folder).load()
      if !loaded.diagnostics.isEmpty {
        Terminal.note(FindingReport(loaded.diagnostics).text(in: .current), terminator: "")
      }
      guard !loaded.hasErrors else {
        throw WorkspaceStoreError.textHasErrors(
          path: folder, findings: loaded.diagnostics.filter { $0.severity == .error })
      }
      let changed = try opened.documents.save(loaded.contents)
      for document in changed { print(document.path) }
      print(words(.tookInText, ["count": changed.count]))
    } catch { throw CommandFailure(error) }
  }
}
