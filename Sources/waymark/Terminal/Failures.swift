import Diagnostics
import EventStore
import Insight
import JourneyFormats
import WorkspaceStore
import Wording

/// Every error of the modules below as one message with place, remedy and exit code.
extension CommandFailure {
  init(_ error: WorkspaceStoreError) {
    self.init(
      OutcomeCode(rawValue: error.exitCode) ?? .unreadable, error.saying.text(in: .current),
      at: error.location, hint: error.advice?.text(in: .current))
  }

  init(_ error: SnapshotError) {
    switch error {
    case .documents(let error): self.init(error)
    case .log(let error): self.init(error)
    case .unknownZone(let name):
      self.init(
        .damaged, words(.unknownZone, ["name": name]),
        hint: words(.writeZone))
    }
  }

  init(_ error: EventStoreError) {
    switch error {
    case .notFound(let path):
      self.init(
        .unreadable, words(.noEventsAt, ["path": path]),
        hint: words(.importLogFirst))
    case .system(let attempt, let path, let errno):
      let tried = Saying.attempt(attempt).text(in: .current)
      self.init(
        .unreadable,
        words(.couldNot, ["attempt": tried, "path": path, "reason": systemText(errno)]))
    case .damaged(let path, let detail):
      self.init(
        .damaged, words(.fileDamaged, ["path": path, "detail": detail]),
        hint:
          words(.verifyLists)
      )
    case .newerFormat(let path, let found, let supported):
      self.init(
        .damaged,
        words(.newerFormat, ["path": path, "found": found, "supported": supported]),
        hint: words(.useNewerVersion))
    case .locked(let path):
      self.init(
        .damaged, words(.locked, ["path": path]), hint: words(.waitForIt))
    case .unknownAttribute(let name, let known):
      self.init(
        .usage, words(.noSuchAttribute, ["name": name]),
        hint: Spelling.hint(for: name, among: known, in: .current)
          ?? (known.isEmpty
            ? words(.noAttributes)
            : words(.attributesAre, ["names": known.joined(separator: ", ")]))
      )
    case .unknownImport(let id): self.init(.usage, words(.noSuchImport, ["id": id]))
    case .unknownCustomer: self.init(.usage, words(.noSuchCustomer))
    case .alreadyImported(let id, let source):
      self.init(
        .usage, words(.importedBefore, ["id": id, "source": source]),
        hint: words(.addAgain))
    case .limit(let what, let limit):
      self.init(.unreadable, words(.atMost, ["what": what, "limit": limit]))
    }
  }

  init(_ error: EventImport.Failure, path: String) {
    switch error {
    case .file(let error): self.init(.unreadable, error.diagnostic)
    case .store(let error): self.init(error)
    case .text(let error): self.init(.unreadable, error.diagnostic(area: "events"))
    case .allRejected(let count, let line, let reason):
      self.init(
        .unreadable, words(.allRowsRejected, ["count": count, "reason": reason]),
        at: TextLocation(file: path, line: line),
        hint: words(.lookAtRoles))
    }
  }
}
