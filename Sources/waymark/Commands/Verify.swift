import ArgumentParser
import EventStore
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads everything that is stored and compares it with its checksums.",
    discussion: "Exit code 4 if anything is damaged; nothing is changed.")

  @Argument(help: "The workspace folder.") var workspace: String

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
      print("fine: \(Plural.of(loaded.workspace.maps.count, "map")), no events yet")
      return
    }
    guard damages.isEmpty else {
      for damage in damages { Terminal.note("\(damage.path): \(damage.detail)") }
      throw CommandFailure(
        .damaged, "\(Plural.of(damages.count, "damaged place")) in '\(workspace)'",
        hint: "import the sources again into a new workspace, or restore a copy")
    }
    let log = try opened.log()
    print(
      "fine: \(Plural.of(loaded.workspace.maps.count, "map")), \(Plural.of(log.eventCount, "event")) of \(Plural.of(log.customerCount, "customer"))"
    )
  }
}
