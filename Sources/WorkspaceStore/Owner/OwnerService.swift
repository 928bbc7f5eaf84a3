import Feedback
import JourneyFormats

/// Does what commands ask of the process that owns a workspace.
public struct OwnerService: Sendable {
  let store: OpenedStore
  /// Puts the failure of an import into the words of the command line.
  let describe: @Sendable (EventImport.Failure, _ path: String) -> OwnerFailure
  /// Called after something besides the edits was changed: answers, surveys, events.
  let didChange: @Sendable (OwnerRequest) -> Void

  public init(
    _ store: OpenedStore,
    describe: @escaping @Sendable (EventImport.Failure, _ path: String) -> OwnerFailure,
    didChange: @escaping @Sendable (OwnerRequest) -> Void
  ) {
    self.store = store
    self.describe = describe
    self.didChange = didChange
  }

  /// Blocks until it is done.
  public func answer(
    _ request: OwnerRequest, progress: @escaping @Sendable (OwnerReply) -> Void
  ) -> OwnerReply {
    do throws(WorkspaceStoreError) {
      let reply = try perform(request, progress: progress)
      switch request {
      case .documents, .backUp, .verify: break
      case .write, .remove, .addAnswers, .replaceAnswers, .importEvents: didChange(request)
      }
      return reply
    } catch { return .failed(OwnerFailure(error)) }
  }

  private func perform(
    _ request: OwnerRequest, progress: @escaping @Sendable (OwnerReply) -> Void
  ) throws(WorkspaceStoreError) -> OwnerReply {
    switch request {
    case .documents:
      let copy = try DocumentCopy(of: store.documents)
      return .documents(
        texts: copy.texts.sorted { $0.key < $1.key }.map {
          .init(path: $0.key.path, text: String(decoding: $0.value, as: UTF8.self))
        },
        answers: copy.tables.sorted { $0.key < $1.key }.map {
          .init(survey: $0.key, table: String(decoding: $0.value, as: UTF8.self))
        })
    case .write(let path, let text):
      try store.documents.write(DocumentText(try document(path), text))
      return .done
    case .remove(let path):
      try store.documents.remove(try document(path))
      return .done
    case .addAnswers(let survey, let answers):
      let added = try store.documents.addAnswers(answers, to: try self.survey(survey))
      return .added(answers: added.added, replaced: added.replaced)
    case .replaceAnswers(let survey, let answers):
      try store.documents.writeAnswers(answers, to: try self.survey(survey))
      return .done
    case .importEvents(let order): return importEvents(order, progress)
    case .backUp(let output):
      return .backedUp(
        try WorkspaceBackup.make(of: store.directory, database: store.database, to: output))
    case .verify:
      return .damages(
        try store.database.verify().map { .init(place: $0.place, detail: $0.detail) })
    }
  }

  private func importEvents(
    _ order: OwnerRequest.EventOrder, _ progress: @escaping @Sendable (OwnerReply) -> Void
  ) -> OwnerReply {
    let importing = order.importing
    let reader: EventFileReader
    do throws(EventFileError) {
      reader = try EventFileReader(path: order.path, options: importing.options)
    } catch { return .failed(describe(.file(error), order.path)) }
    do throws(EventImport.Failure) {
      let outcome = try store.importEvents(importing, reader) { state in
        progress(
          .progress(bytesRead: state.bytesRead, totalBytes: state.totalBytes, rows: state.rows))
      }
      return .imported(ImportedEvents(outcome))
    } catch { return .failed(describe(error, order.path)) }
  }

  private func document(_ path: String) throws(WorkspaceStoreError) -> WorkspaceDocument {
    guard let document = WorkspaceDocument(path: path) else { throw .badName(name: path) }
    return document
  }

  private func survey(_ id: String) throws(WorkspaceStoreError) -> Survey {
    let loaded = try store.documents.load()
    guard let document = loaded.survey(id) else {
      throw .unknownSurvey(id: id, known: loaded.surveys.map(\.id))
    }
    return document.survey
  }
}
