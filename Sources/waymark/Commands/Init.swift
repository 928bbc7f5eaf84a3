import ArgumentParser
import Diagnostics
import Foundation
import JourneyFormats
import WorkspaceStore
import Wording

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutInit),
    discussion: words(.discussTemplates) + "\n"
      + Template.all.map { "  \($0.id) – \($0.summary)" }.joined(separator: "\n"))

  @Argument(help: help(.helpNewFolder)) var workspace: String
  @Option(help: help(.helpTemplate)) var template: String = "blank"
  @Option(help: help(.helpLanguage)) var language: TemplateLanguage = .en

  func run() throws {
    guard let chosen = Template.named(template) else {
      let known = Template.all.map(\.id)
      throw CommandFailure(
        .usage, words(.noSuchTemplate, ["template": template]),
        hint: Spelling.hint(for: template, among: known, in: .current)
          ?? words(.templatesAre, ["names": known.joined(separator: ", ")]))
    }
    let name = URL(filePath: workspace).standardizedFileURL.lastPathComponent
    do throws(WorkspaceStoreError) {
      try OpenedStore.create(
        at: workspace, chosen.instantiate(name: name), answers: [],
        intention: "Made from the template '\(chosen.id)'"
      ).close()
    } catch { throw CommandFailure(error) }
    print(words(.madeFromTemplate, ["workspace": workspace, "template": chosen.id]))
    print(words(.lookAtIt, ["workspace": workspace]))
  }
}

enum TemplateLanguage: String, ExpressibleByArgument, CaseIterable { case en }
