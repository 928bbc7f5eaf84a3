import ArgumentParser
import EventStore
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutVerify),
    discussion: words(.discussVerify))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String

  func run() throws {
    let opened = try OpenedWorkspace(workspace)
    let loaded = try opened.load()
    for document in loaded.surveys {
      do throws(WorkspaceStoreError) { _ = try opened.documents.answers(to: document.survey) } catch
      { throw CommandFailure(error) }
    }
    let damages: [StoreDamage]
    do throws(EventStoreError) {
      damages = try EventLog.verify(directory: opened.directory)
    } catch {
      guard case .notFound = error else { throw CommandFailure(error) }
      print(words(.fineWithoutEvents, ["maps": loaded.workspace.maps.count]))
      return
    }
    guard damages.isEmpty else {
      for damage in damages { Terminal.note("\(damage.path): \(damage.detail)") }
      throw CommandFailure(
        .damaged, words(.damagedPlaces, ["count": damages.count, "workspace": workspace]),
        hint: words(.importAgain))
    }
    let log = try opened.log()
    print(
      words(
        .fine,
        [
          "maps": loaded.workspace.maps.count, "events": log.eventCount,
          "customers": log.customerCount,
        ])
    )
  }
}
