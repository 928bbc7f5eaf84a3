public import Diagnostics
public import EventStore
import Feedback
public import JourneyAnalytics
public import JourneyFormats
public import JourneyModel
public import WorkspaceStore

/// A workspace as it stood at one moment: documents, answers and log read together, every answer from the same state.
public struct WorkspaceSnapshot: Sendable {
  public let contents: Sourced<WorkspaceContents>
  /// What was found while reading the files.
  let readingDiagnostics: [Diagnostic]
  public let surveys: [AnsweredSurvey]
  /// Nil = no events yet.
  public let log: EventLog?
  public let queries: (any JourneyQueries)?
  public let days: DayBoundary
  public let today: CalendarDate

  public var workspace: Workspace { contents.value.workspace }

  /// Reads a workspace.
  ///
  /// - Parameters:
  ///   - today: for what grows stale; nil = the day it is now in the time zone of the workspace.
  ///   - former: an earlier state of the same workspace, of which some parts are known to be the same still.
  /// - Throws: what keeps the workspace from being read at all; all else is among `findings`.
  public init(
    of documents: any WorkspaceDocuments, directory: String, today: CalendarDate? = nil,
    former: Former? = nil
  ) throws(SnapshotError) {
    let loaded: LoadedWorkspace
    do throws(WorkspaceStoreError) { loaded = try documents.load() } catch {
      throw .documents(error)
    }
    guard let days = DayBoundary(zone: loaded.workspace.timeZone) else {
      throw .unknownZone(loaded.workspace.timeZone)
    }
    self.days = days
    let today = today ?? DayBoundary.today(in: days)
    self.today = today
    contents = Sourced(loaded.contents, sources: loaded.sources)
    readingDiagnostics = loaded.diagnostics
    if let former, former.hasSameSurveys {
      surveys = former.snapshot.surveys
    } else {
      surveys = try Self.surveys(loaded, documents)
    }
    if let former, former.hasSameLog {
      log = former.snapshot.log
      queries = former.snapshot.queries
    } else {
      log = try Self.log(directory)
      queries = log.map { RememberedQueries(LocalJourneyQueries($0)) }
    }
  }

  /// An earlier state, and what of it has not changed since.
  public struct Former: Sendable {
    var snapshot: WorkspaceSnapshot
    var hasSameSurveys: Bool
    var hasSameLog: Bool
    public init(_ snapshot: WorkspaceSnapshot, hasSameSurveys: Bool, hasSameLog: Bool) {
      self.snapshot = snapshot
      self.hasSameSurveys = hasSameSurveys
      self.hasSameLog = hasSameLog
    }
  }

  private static func surveys(
    _ loaded: LoadedWorkspace, _ documents: any WorkspaceDocuments
  ) throws(SnapshotError) -> [AnsweredSurvey] {
    var surveys: [AnsweredSurvey] = []
    for document in loaded.surveys {
      do throws(WorkspaceStoreError) {
        surveys.append(
          AnsweredSurvey(
            survey: document.survey, answers: try documents.answers(to: document.survey),
            isSynthetic: document.isSynthetic))
      } catch { throw .documents(error) }
    }
    return surveys
  }

  /// Nil if there are no events yet.
  private static func log(_ directory: String) throws(SnapshotError) -> EventLog? {
    do throws(EventStoreError) {
      let log = try EventLog(directory: directory)
      return log.eventCount == 0 ? nil : log
    } catch {
      switch error {
      case .notFound: return nil
      default: throw .log(error)
      }
    }
  }

  /// Findings of reading and of the rules, ordered by place; what cards claim is judged by today's numbers.
  ///
  /// - Parameter realities: the maps with their numbers, as far as they are known.
  public func findings(_ realities: [JourneyMap.ID: MapReality]) -> [Diagnostic] {
    var readings: [ObjectReference: Evidence.Reading] = [:]
    for (map, reality) in realities {
      for (card, standing) in reality.cards {
        readings[ObjectReference(.card, card.rawValue, in: map.rawValue)] = standing.reading
      }
    }
    return WorkspaceCheck.findings(
      in: contents, reading: readingDiagnostics, today: today, readings: readings)
  }

  /// The same, with the numbers worked out first.
  public func findings() throws(EventStoreError) -> [Diagnostic] {
    var realities: [JourneyMap.ID: MapReality] = [:]
    for map in workspace.maps { realities[map.id] = try builder.reality(of: map) }
    return findings(realities)
  }

  /// Joins maps with the log and the answers of this state.
  public var builder: RealityBuilder {
    RealityBuilder(
      workspace: workspace, surveys: surveys, queries: queries, logLabel: logLabel, today: today)
  }

  /// "ecom.csv · 2024-01-04 … 2024-06-29".
  public var logLabel: String? {
    guard let log else { return nil }
    var names: [String] = []
    for record in log.imports where !names.contains(record.source) { names.append(record.source) }
    let shown = names.prefix(2).joined(separator: ", ") + (names.count > 2 ? " …" : "")
    guard let period = log.period else { return shown }
    return "\(shown) · \(days.date(of: period.lowerBound)) … \(days.date(of: period.upperBound))"
  }

  public func map(_ id: JourneyMap.ID) -> JourneyMap? { workspace.maps.first { $0.id == id } }
}

/// What kept a workspace from being read.
public enum SnapshotError: Error, Hashable, Sendable {
  case documents(WorkspaceStoreError)
  case log(EventStoreError)
  case unknownZone(String)
}
