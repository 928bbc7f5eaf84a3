import ArgumentParser
import Diagnostics
import Foundation
import JourneyFormats
import WorkspaceStore

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a workspace from a template.",
    discussion: "Templates:\n"
      + Template.all.map { "  \($0.id) – \($0.summary)" }.joined(separator: "\n"))

  @Argument(help: "The folder to make; absent or empty.") var workspace: String
  @Option(help: "The stage model to start from.") var template: String = "blank"
  @Option(help: "The language of the template: en.") var language: TemplateLanguage = .en

  func run() throws {
    guard let chosen = Template.named(template) else {
      let known = Template.all.map(\.id)
      throw CommandFailure(
        .usage, "there is no template '\(template)'",
        hint: Spelling.hint(for: template, among: known)
          ?? "templates: \(known.joined(separator: ", "))")
    }
    let name = URL(filePath: workspace).standardizedFileURL.lastPathComponent
    do throws(WorkspaceStoreError) {
      try OpenedStore.create(
        at: workspace, chosen.instantiate(name: name), answers: [],
        intention: "Made from the template '\(chosen.id)'"
      ).close()
    } catch { throw CommandFailure(error) }
    print("made '\(workspace)' from the template '\(chosen.id)'")
    print("look at it:  waymark serve \(workspace)")
  }
}

enum TemplateLanguage: String, ExpressibleByArgument, CaseIterable { case en }
