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
    var places = try databaseDamages()
    var log: EventLog?
    do throws(EventStoreError) {
      places += try EventLog.verify(directory: workspace).map { "\($0.path): \($0.detail)" }
      if places.isEmpty { log = try EventLog(directory: workspace) }
    } catch {
      guard case .notFound = error else { throw CommandFailure(error) }
    }
    guard places.isEmpty else {
      for place in places { Terminal.note(place) }
      throw CommandFailure(
        .damaged, words(.damagedPlaces, ["count": places.count, "workspace": workspace]),
        hint: words(.importAgain))
    }
    let opened = try OpenedWorkspace(workspace)
    let loaded = try opened.load()
    for document in loaded.surveys {
      do throws(WorkspaceStoreError) { _ = try opened.documents.answers(to: document.survey) } catch
      { throw CommandFailure(error) }
    }
    guard let log else {
      print(words(.fineWithoutEvents, ["maps": loaded.workspace.maps.count]))
      return
    }
    print(
      words(
        .fine,
        [
          "maps": loaded.workspace.maps.count, "events": log.eventCount,
          "customers": log.customerCount,
        ])
    )
  }

  /// What is wrong with the database, if there is one, with the place of each damage.
  private func databaseDamages() throws(CommandFailure) -> [String] {
    guard OpenedStore.hasDatabase(workspace) else { return [] }
    do throws(WorkspaceStoreError) {
      return try WorkspaceAccess.verify(workspace).map { damage in
        "\(workspace)/\(OpenedStore.databaseName): \(damage.place): \(damage.detail)"
      }
    } catch { throw CommandFailure(error) }
  }
}
