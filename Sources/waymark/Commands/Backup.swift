import ArgumentParser
import Foundation
import WorkspaceStore

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies a whole workspace, also while a server has it open.",
    discussion:
      "The copy is a folder with a list of digests; 'waymark restore' makes a workspace from it.")

  @Argument(help: "The workspace folder.") var workspace: String
  @Argument(help: "The folder to make; absent or empty.") var output: String

  func run() throws {
    do throws(WorkspaceStoreError) {
      let summary = try WorkspaceAccess.backUp(
        workspace, to: URL(filePath: output).standardizedFileURL.path)
      print(
        "copied \(Plural.of(summary.files, "file")), \(Plural.of(summary.bytes, "byte")), to '\(output)'"
      )
    } catch { throw CommandFailure(error) }
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a workspace from a backup.",
    discussion: "Everything is compared with its digest before anything is made.")

  @Argument(help: "The backup, as 'waymark backup' has made it.") var input: String
  @Argument(help: "The folder to make; absent or empty.") var workspace: String

  func run() throws {
    do throws(WorkspaceStoreError) {
      let summary = try WorkspaceBackup.restore(input, to: workspace)
      print("restored \(Plural.of(summary.files, "file")) to '\(workspace)'")
    } catch { throw CommandFailure(error) }
    print("look at it:  waymark serve \(workspace)")
  }
}
