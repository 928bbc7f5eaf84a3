import EventStore
import Foundation
import Insight
import JourneyModel
import WorkspaceStore
import Wording

/// A workspace named on the command line.
struct OpenedWorkspace {
  let documents: FolderDocuments
  let directory: String

  init(_ directory: String) throws(CommandFailure) {
    self.directory = directory
    do throws(WorkspaceStoreError) { documents = try FolderDocuments(opening: directory) } catch {
      throw CommandFailure(error)
    }
  }

  func load() throws(CommandFailure) -> LoadedWorkspace {
    do throws(WorkspaceStoreError) { return try documents.load() } catch {
      throw CommandFailure(error)
    }
  }

  func snapshot() throws(CommandFailure) -> WorkspaceSnapshot {
    do throws(SnapshotError) {
      return try WorkspaceSnapshot(of: documents, directory: directory)
    } catch { throw CommandFailure(error) }
  }

  func log() throws(CommandFailure) -> EventLog {
    do throws(EventStoreError) { return try EventLog(directory: directory) } catch {
      throw CommandFailure(error)
    }
  }
}

extension WorkspaceSnapshot {
  /// The map that a question is about: the one named, or the only one.
  func chosenMap(_ name: String?) throws(CommandFailure) -> JourneyMap {
    let maps = workspace.maps
    let listed = maps.map(\.id.rawValue).joined(separator: ", ")
    if let name {
      guard let map = maps.first(where: { $0.id.rawValue == name }) else {
        throw CommandFailure(
          .usage, words(.noSuchMap, ["name": name]),
          hint: maps.isEmpty ? words(.noMapYet) : words(.mapsAre, ["listed": listed]))
      }
      return map
    }
    guard let map = maps.first else {
      throw CommandFailure(
        .usage, words(.noMapYet), hint: words(.addMapFile))
    }
    guard maps.count == 1 else {
      throw CommandFailure(
        .usage, words(.severalMaps), hint: words(.nameOneMap, ["listed": listed]))
    }
    return map
  }
}

/// The day it is, where a command has no workspace to take a time zone from.
func todayUTC() -> CalendarDate {
  guard let utc = DayBoundary(zone: "UTC") else { preconditionFailure("UTC is a time zone") }
  return DayBoundary.today(in: utc)
}
