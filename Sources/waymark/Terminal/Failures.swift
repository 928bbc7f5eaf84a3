import Diagnostics
import EventStore
import Insight
import JourneyFormats
import WorkspaceStore

/// Every error of the modules below as one message with place, remedy and exit code.
extension CommandFailure {
  init(_ error: WorkspaceStoreError) {
    self.init(
      OutcomeCode(rawValue: error.exitCode) ?? .unreadable, error.message, at: error.location,
      hint: error.hint)
  }

  init(_ error: SnapshotError) {
    switch error {
    case .documents(let error): self.init(error)
    case .log(let error): self.init(error)
    case .unknownZone(let name):
      self.init(
        .damaged, "the workspace names a time zone that does not exist: '\(name)'",
        hint: "write a name such as Europe/Kyiv after timeZone in waymark.yaml")
    }
  }

  init(_ error: EventStoreError) {
    switch error {
    case .notFound(let path):
      self.init(
        .unreadable, "there are no events at '\(path)'",
        hint: "import a log first: waymark import events DIR FILE")
    case .system(let attempt, let path, let errno):
      self.init(.unreadable, "could not \(attempt) '\(path)': \(systemText(errno))")
    case .damaged(let path, let detail):
      self.init(
        .damaged, "'\(path)' is damaged: \(detail)",
        hint:
          "waymark verify DIR lists all damage; import the sources again into a new workspace, or restore a copy"
      )
    case .newerFormat(let path, let found, let supported):
      self.init(
        .damaged,
        "'\(path)' has format \(found); this version of Waymark reads up to \(supported)",
        hint: "use a newer version of Waymark")
    case .locked(let path):
      self.init(
        .damaged, "another process is writing to '\(path)'", hint: "wait until it has ended")
    case .unknownAttribute(let name, let known):
      self.init(
        .usage, "the log has no attribute '\(name)'",
        hint: Spelling.hint(for: name, among: known)
          ?? (known.isEmpty
            ? "the log keeps no attributes" : "its attributes are \(known.joined(separator: ", "))")
      )
    case .unknownImport(let id): self.init(.usage, "there is no import \(id)")
    case .unknownCustomer: self.init(.usage, "the log has no such customer")
    case .alreadyImported(let id, let source):
      self.init(
        .usage, "this file was imported before, as import \(id) of '\(source)'",
        hint: "add --again to import it once more")
    case .limit(let what, let limit):
      self.init(.unreadable, "\(what): at most \(limit) are possible")
    }
  }

  init(_ error: EventImport.Failure, path: String) {
    switch error {
    case .file(let error): self.init(.unreadable, error.diagnostic)
    case .store(let error): self.init(error)
    case .text(let error): self.init(.unreadable, error.diagnostic(area: "events"))
    case .allRejected(let count, let line, let reason):
      self.init(
        .unreadable, "all \(count) rows were rejected, the first one because: \(reason)",
        at: TextLocation(file: path, line: line),
        hint: "look at the roles of the columns; name them with --case, --time and --activity")
    }
  }
}
