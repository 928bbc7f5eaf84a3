import ArgumentParser
import Foundation
import WorkspaceStore
import Wording

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutBackup), discussion: words(.discussBackup))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpNewFolder)) var output: String

  func run() throws {
    do throws(WorkspaceStoreError) {
      let summary = try WorkspaceAccess.backUp(
        workspace, to: URL(filePath: output).standardizedFileURL.path)
      print(
        words(
          .backedUp, ["files": summary.files, "bytes": summary.bytes, "output": output]))
    } catch { throw CommandFailure(error) }
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutRestore), discussion: words(.discussRestore))

  @Argument(help: help(.helpBackup)) var input: String
  @Argument(help: help(.helpNewFolder)) var workspace: String

  func run() throws {
    do throws(WorkspaceStoreError) {
      let summary = try WorkspaceBackup.restore(input, to: workspace)
      print(words(.restored, ["files": summary.files, "workspace": workspace]))
    } catch { throw CommandFailure(error) }
    print(words(.lookAtIt, ["workspace": workspace]))
  }
}
