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
        .damaged, "\(Plural.of(places.count, "damaged place")) in '\(workspace)'",
        hint: "restore a backup, or import the sources again into a new workspace")
    }
    let opened = try OpenedWorkspace(workspace)
    let loaded = try opened.load()
    for document in loaded.surveys {
      do throws(WorkspaceStoreError) { _ = try opened.documents.answers(to: document.survey) } catch
      { throw CommandFailure(error) }
    }
    let maps = Plural.of(loaded.workspace.maps.count, "map")
    guard let log else { return print("fine: \(maps), no events yet") }
    print(
      "fine: \(maps), \(Plural.of(log.eventCount, "event")) of \(Plural.of(log.customerCount, "customer"))"
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
