import EventStore
import Foundation
import Insight
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

/// A workspace named on the command line.
struct OpenedWorkspace {
  let documents: any WorkspaceDocuments
  let directory: String
  /// Nil if it is only read.
  private let access: WorkspaceAccess?

  /// Opens it to read what it holds now.
  init(_ directory: String) throws(CommandFailure) {
    self.directory = directory
    access = nil
    do throws(WorkspaceStoreError) { documents = try WorkspaceAccess.reading(directory) } catch {
      throw CommandFailure(error)
    }
  }

  /// Opens it to write, by itself or through the server that has it open.
  init(writing directory: String) throws(CommandFailure) {
    self.directory = directory
    do throws(WorkspaceStoreError) {
      let access = try WorkspaceAccess.open(directory)
      self.access = access
      switch access {
      case .owned(let store): documents = store.documents
      case .remote(let owner): documents = try DocumentCopy(of: owner)
      }
    } catch { throw CommandFailure(error) }
  }

  /// Imports with a line of progress, and turns a failure into a message.
  func perform(
    _ importing: EventImport, _ reader: EventFileReader
  ) throws(CommandFailure) -> ImportedEvents {
    let line = ProgressLine()
    defer { line.finish() }
    switch access {
    case nil: preconditionFailure("events are imported into a workspace opened for writing")
    case .owned(let store):
      do throws(EventImport.Failure) {
        return ImportedEvents(
          try store.importEvents(importing, reader) { state in
            line.show(bytesRead: state.bytesRead, totalBytes: state.totalBytes, rows: state.rows)
          })
      } catch { throw CommandFailure(error, path: importing.path) }
    case .remote(let owner):
      let path = URL(filePath: importing.path).standardizedFileURL.path
      do throws(WorkspaceStoreError) {
        let reply = try owner.ask(.importEvents(.init(importing, path: path))) { progress in
          guard case .progress(let read, let total, let rows) = progress else { return }
          line.show(bytesRead: read, totalBytes: total, rows: rows)
        }
        guard case .imported(let imported) = reply else { throw .owner(.unexpected) }
        return imported
      } catch { throw CommandFailure(error) }
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
