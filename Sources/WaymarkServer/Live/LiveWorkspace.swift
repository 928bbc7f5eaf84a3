import Diagnostics
import HTTPTypes
import Hummingbird
import Insight
import JourneyFormats
import JourneyModel
import NIOCore
import Synchronization
import WorkspaceStore
import Wording

/// The served workspace: what is known of it, who looks at it, and how it is changed.
final class LiveWorkspace: Sendable {
  let editor: WorkspaceEditor
  let cache: SnapshotCache
  let pictures: PictureFolder
  let hub = LiveHub()
  let presence = PresenceBoard()
  let words: Catalogue
  private let queue: EditQueue
  /// Whether a session is still good: a stream may be longer than it.
  private let isSignedIn: @Sendable (_ session: String) -> Bool
  private let isPresencePending = Mutex(false)
  private let found = Mutex<(revision: Int, findings: [Finding])?>(nil)

  /// So many missed revisions are told again; who has missed more reads the map anew.
  static let longestCatchUp = 2_000

  init(
    editor: WorkspaceEditor, cache: SnapshotCache, directory: String, words: Catalogue,
    isSignedIn: @escaping @Sendable (_ session: String) -> Bool
  ) {
    self.isSignedIn = isSignedIn
    self.editor = editor
    self.cache = cache
    self.words = words
    pictures = PictureFolder(directory: directory)
    queue = EditQueue { (batches) throws(WorkspaceStoreError) in try editor.commitEach(batches) }
    editor.observe { [hub] revisions in
      for revision in revisions { hub.send(Self.message(revision)) }
    }
  }

  /// - Throws: 404 for a map that is not there or was deleted.
  func known(_ map: String) throws(APIFailure) -> String {
    guard editor.state().state.isShown(ObjectReference(.map, map)) else {
      throw .notFound("map")
    }
    return map
  }

  // MARK: - Reading

  /// `{"revision":…,"objects":[…]}`: the objects outside maps, and those of one map.
  func objects(of map: String?) -> [UInt8] {
    let (state, revision) = editor.state()
    var json = ObjectJSON()
    json.raw("{\"revision\":")
    json.number(revision)
    json.raw(",\"objects\":[")
    var isFirst = true
    for part in map == nil ? [nil] : [nil, map] {
      for object in state.objects(in: part) {
        if !isFirst { json.raw(",") }
        isFirst = false
        json.object(object.reference, object.values, isDeleted: object.isDeleted)
      }
    }
    json.raw("]}")
    return json.bytes
  }

  struct FindingsAnswer: Encodable {
    struct Found: Encodable {
      var code: String
      var severity: FindingSeverity
      var message: String
      var hint: String?
      var subject: ObjectReference
      var property: String?
    }
    var revision: Int
    var findings: [Found]
  }

  /// What the rules find in one map; the whole workspace is checked once for each revision.
  ///
  /// What cards claim is judged by the numbers of today; those of a log that was asked before cost nothing.
  func findings(in map: String) async throws -> FindingsAnswer {
    let (held, workspace) = try await cache.inBackground { cache in
      let held = try cache.current()
      for map in held.snapshot.workspace.maps { _ = try held.reality(of: map) }
      return (held, held.snapshot.workspace)
    }
    let revision = held.revision
    let all: [Finding]
    if let known = found.withLock({ $0 }), known.revision == revision {
      all = known.findings
    } else {
      all = cache.ruleFindings(in: workspace)
      found.withLock { $0 = (revision, all) }
    }
    return FindingsAnswer(
      revision: revision,
      findings: all.filter {
        $0.subject.map == map || ($0.subject.kind == .map && $0.subject.id == map)
      }.map { finding in
        FindingsAnswer.Found(
          code: finding.code, severity: finding.severity, message: finding.saying.text(in: words),
          hint: finding.advice?.text(in: words), subject: finding.subject,
          property: finding.property)
      })
  }

  /// The live numbers of a map. A log of a hundred million events is asked once for each state of what they rest on.
  func reality(of map: String) async throws -> RealityAnswer {
    let held = try await cache.inBackground { try $0.current() }
    guard let drawn = held.snapshot.workspace.maps.first(where: { $0.id.rawValue == map }) else {
      throw APIFailure.notFound("map")
    }
    let reality = try await cache.inBackground { _ in try held.reality(of: drawn) }
    return RealityAnswer(reality, of: drawn, revision: held.revision, words: words)
  }

  // MARK: - Changing

  /// Who changes something. A page that was opened by somebody else does not write in the name of who has come after.
  ///
  /// - Throws: 409 if the page says that it belongs to another account.
  func author(of request: APIRequest) throws(APIFailure) -> SignedInPerson {
    let person = try request.signedIn
    if let opened = Self.openedBy.flatMap({ request.raw.headers[$0] }), opened != person.id {
      throw APIFailure(.conflict, "other-person")
    }
    return person
  }

  private static let openedBy = HTTPField.Name("x-waymark-person")

  /// Commits batches and answers those that were done, in order, up to the first that was refused.
  ///
  /// - Throws: why the first batch was refused.
  func submit(_ body: BatchesBody, by person: SignedInPerson) async throws -> [BatchAnswer] {
    guard !body.client.isEmpty, body.client.count <= 60, !body.client.contains("/") else {
      throw APIFailure.badRequest("client-without-slash")
    }
    let author = Author(person: person.id, name: person.name)
    let batches = try body.batches.map { batch in
      let change: EditBatch.Change
      switch (batch.edits, batch.undo) {
      case (let edits?, nil): change = .edits(edits)
      case (nil, let inverses?): change = .undo(inverses)
      default: throw APIFailure.badRequest("edits-or-undo")
      }
      return EditBatch(
        client: Self.stored(body.client, of: person), sequence: batch.sequence,
        intention: batch.intention, change: change)
    }
    var answers: [BatchAnswer] = []
    for result in await queue.submit(batches, by: author) {
      switch result {
      case .success(let answer): answers.append(answer)
      case .failure(let error):
        if answers.isEmpty { throw error }
        return answers
      }
    }
    return answers
  }

  struct MadeMap: Encodable {
    var map: String
    var revision: Int?
  }

  func make(_ body: NewMapBody, by person: SignedInPerson) async throws -> MadeMap {
    guard let template = Template.named(body.template) else {
      throw APIFailure.notFound("template")
    }
    let wish = try body.wish(of: person)
    let (state, _) = editor.state()
    var target = state.workspace
    let map = target.add(wish, from: template)
    let answers = try await submit(
      BatchesBody(
        client: body.client,
        batches: [
          .init(
            sequence: body.sequence,
            intention: words(.newMapNamed, ["name": wish.name]).shortened(to: 200),
            edits: try state.edits(toShow: target), undo: nil)
        ]), by: person)
    return MadeMap(map: map.rawValue, revision: answers.first?.revision)
  }

  /// Nobody can speak with somebody else's numbers: the account is part of the client's name in the store.
  private static func stored(_ client: String, of person: SignedInPerson) -> String {
    "\(person.id)/\(client)"
  }

  /// The revision as browsers see it, with the client as it named itself.
  static func told(_ revision: Revision) -> Revision {
    var told = revision
    if let slash = told.client.firstIndex(of: "/") {
      told.client = String(told.client[told.client.index(after: slash)...])
    }
    return told
  }

  private static func message(_ revision: Revision) -> LiveHub.Message {
    LiveHub.Message(
      "edits", data: JSONBytes.of(told(revision)), revision: revision.number)
  }

  // MARK: - Being there

  func events(for request: APIRequest) throws -> Response {
    let person = try request.signedIn
    let since =
      try Self.lastEvent.flatMap { request.raw.headers[$0] }.flatMap { Int($0) }
      ?? request.number("since")
    let client = request.query["client"].map { String($0.prefix(60)) }
    // Listening begins before the past is read, so that nothing falls between.
    let subscription = hub.subscribe()
    var missed: [LiveHub.Message] = []
    do {
      if let since {
        let behind = editor.revision - since
        if behind < 0 || behind > Self.longestCatchUp {
          missed = [LiveHub.Message("reload", data: "{}".utf8)]
        } else if behind > 0 {
          missed = try editor.revisions(after: since, limit: Self.longestCatchUp)
            .map(Self.message)
        }
      }
    } catch {
      hub.unsubscribe(subscription.id)
      throw error
    }
    if let client {
      let entry = PresenceBoard.Entry(
        client: client, person: person.id, name: person.name, map: request.query["map"])
      if presence.streamOpened(entry) { announcePresence() }
    }
    missed.append(presenceMessage)
    let close: @Sendable () -> Void = { [weak self] in
      guard let self else { return }
      hub.unsubscribe(subscription.id)
      if let client, presence.streamClosed(client) { announcePresence() }
    }
    let (session, isSignedIn) = (request.session, isSignedIn)
    return EventStream(
      subscription: subscription, missed: missed, isAllowed: { session.map(isSignedIn) ?? false },
      closed: close
    ).response()
  }

  func attend(_ body: PresenceBody, _ person: SignedInPerson) throws(APIFailure) {
    guard !body.client.isEmpty, body.client.count <= 60 else {
      throw .badRequest("client")
    }
    let entry = PresenceBoard.Entry(
      client: body.client, person: person.id, name: person.name, map: body.map,
      object: body.object)
    if presence.attend(entry) { announcePresence() }
  }

  private static let lastEvent = HTTPField.Name("last-event-id")

  private var presenceMessage: LiveHub.Message {
    LiveHub.Message("presence", data: JSONBytes.of(["people": presence.entries]))
  }

  /// Tells everyone who is there, at most ten times a second however many come and go.
  func announcePresence() {
    let starts = isPresencePending.withLock { isPending in
      defer { isPending = true }
      return !isPending
    }
    guard starts else { return }
    Task {
      try? await Task.sleep(for: .milliseconds(100))
      isPresencePending.withLock { $0 = false }
      hub.send(presenceMessage)
    }
  }

  /// Keeps streams alive and forgets who is gone; runs as long as the server.
  func keepAlive() async throws {
    while !Task.isCancelled {
      try await Task.sleep(for: .seconds(15))
      hub.send(.heartbeat)
      if presence.sweep() { announcePresence() }
    }
  }
}

extension String {
  func shortened(to length: Int) -> String {
    count <= length ? self : prefix(length - 1) + "…"
  }
}
