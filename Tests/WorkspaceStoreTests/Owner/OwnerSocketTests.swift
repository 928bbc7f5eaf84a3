import Feedback
import Foundation
import Glibc
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

/// A command and the server at the same time: the command asks the server.
@Suite struct OwnerSocketTests {
  let folder: TemporaryFolder
  let store: OpenedStore
  let heard = Heard()

  init() throws {
    folder = try TemporaryFolder()
    store = try OpenedStore.create(
      at: "\(folder.path)/shop", WorkspaceContents(EditorWorld.workspace), answers: [],
      intention: "Made")
  }

  private func listening() throws -> OwnerSocket {
    let service = OwnerService(
      store,
      describe: { failure, path in
        OwnerFailure(message: "import of \(path): \(failure)", exitCode: 3)
      }, didChange: { _ in })
    return try OwnerSocket(directory: store.directory) { service.answer($0, progress: $1) }
  }

  @Test func `a command reads and writes through the server that has the workspace open`() throws {
    let socket = try listening()
    defer { socket.stop() }
    let copy = try WorkspaceAccess.reading(store.directory)
    #expect(try copy.load().workspace.maps.map(\.name) == ["Buying"])
    guard case .remote(let owner) = try WorkspaceAccess.open(store.directory) else {
      Issue.record("the workspace was opened twice")
      return
    }
    let documents = try DocumentCopy(of: owner)
    var map = try #require(documents.load().workspace.maps.first)
    map.name = "Buying more"
    try documents.write(DocumentText(.map(map.id), Notation.printMap(map)))
    #expect(store.editor.workspace().workspace.maps.first?.name == "Buying more")
    #expect(try WorkspaceAccess.verify(store.directory) == [])
    let summary = try WorkspaceAccess.backUp(store.directory, to: "\(folder.path)/backup")
    #expect(summary.files == 2)
    #expect(throws: WorkspaceStoreError.self) {
      try documents.write(DocumentText(.map(map.id), "format: 1\nnam: x"))
    }
  }

  @Test func `events are imported through the server`() throws {
    let socket = try listening()
    defer { socket.stop() }
    try folder.write(
      "customer,time,activity\n1,2026-01-01T10:00:00Z,visit\n2,2026-01-01T11:00:00Z,buy\n",
      to: "log.csv")
    guard case .remote(let owner) = try WorkspaceAccess.open(store.directory) else {
      Issue.record("the workspace was opened twice")
      return
    }
    let path = "\(folder.path)/log.csv"
    let importing = EventImport(path: path, options: EventFileOptions(), date: "2026-03-09")
    let order = OwnerRequest.EventOrder(importing, path: path)
    guard case .imported(let imported) = try owner.ask(.importEvents(order)) else {
      Issue.record("no import")
      return
    }
    #expect(imported.rows == 2)
    // The same file again is refused, with the words of the command line.
    #expect(throws: WorkspaceStoreError.self) { try owner.ask(.importEvents(order)) }
  }

  @Test func `answers are added through the server`() throws {
    let survey = Survey(
      id: "nps", name: "NPS", binding: .journey,
      questions: [Question(id: "nps", kind: .nps, text: "How likely?")])
    try store.documents.write(
      DocumentText(.survey("nps"), Notation.printSurvey(SurveyDocument(survey))))
    let socket = try listening()
    defer { socket.stop() }
    let owner = try #require(OwnerConnection(directory: store.directory))
    let documents = try DocumentCopy(of: owner)
    let answer = Answer(surveyID: "nps", values: ["nps": .score(9)], id: "1")
    #expect(try documents.addAnswers([answer], to: survey).added == 1)
    #expect(try store.documents.answers(to: survey) == [answer])
    #expect(try DocumentCopy(of: owner).answers(to: survey) == [answer])
  }

  @Test func `only the owner of the files can reach the socket, and a stale one is replaced`()
    throws
  {
    let path = "\(store.directory)/.socket"
    do {
      let socket = try listening()
      var status = stat()
      let looked = stat(path, &status)
      #expect(looked == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      socket.stop()
    }
    #expect(access(path, F_OK) != 0)
    try folder.write("left behind", to: "shop/.socket")
    let socket = try listening()
    #expect(OwnerConnection(directory: store.directory) != nil)
    socket.stop()
    #expect(OwnerConnection(directory: store.directory) == nil)
  }

  @Test func `what is no request ends the connection, and others are still answered`() throws {
    let socket = try listening()
    defer { socket.stop() }
    let address = try #require(SocketAddress(directory: store.directory))
    defer { address.end() }
    for text in ["rubbish\n", "{}\n", "{\"write\":{}}\n", "\u{0}\n", "no end"] {
      let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      #expect(address.with { connect(descriptor, $0, $1) } == 0)
      let bytes = Array(text.utf8)
      #expect(send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
      shutdown(descriptor, Int32(SHUT_WR))
      var buffer = [UInt8](repeating: 0, count: 16)
      let received = recv(descriptor, &buffer, buffer.count, 0)
      #expect(received == 0)
      close(descriptor)
    }
    let owner = try #require(OwnerConnection(directory: store.directory))
    guard case .documents = try owner.ask(.documents) else {
      Issue.record("no documents")
      return
    }
  }

  @Test func `commands and people write at the same time, and everything arrives once`()
    async throws
  {
    let survey = Survey(
      id: "nps", name: "NPS", binding: .journey,
      questions: [Question(id: "nps", kind: .nps, text: "How likely?")])
    try store.documents.write(
      DocumentText(.survey("nps"), Notation.printSurvey(SurveyDocument(survey))))
    let socket = try listening()
    defer { socket.stop() }
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          let owner = try #require(OwnerConnection(directory: store.directory))
          let documents = try DocumentCopy(of: owner)
          for number in 0..<15 {
            let answer = Answer(surveyID: "nps", values: [:], id: "\(writer) \(number)")
            try documents.addAnswers([answer], to: survey)
          }
        }
      }
      group.addTask {
        for number in 1...30 { _ = try store.editor.commit([(KillTests.batch(number), .olena)]) }
      }
      try await group.waitForAll()
    }
    #expect(Set(try store.documents.answers(to: survey).map(\.id)).count == 45)
    #expect(store.editor.revision == 31)
    #expect(try store.database.verify() == [])
  }

  @Test func `a workspace that is locked without a listener is waited for, then refused`() throws {
    let start = ContinuousClock().now
    #expect(throws: WorkspaceStoreError.locked(path: store.directory)) {
      _ = try WorkspaceAccess.open(store.directory, patience: .milliseconds(120))
    }
    #expect(ContinuousClock().now - start >= .milliseconds(120))
  }
}
