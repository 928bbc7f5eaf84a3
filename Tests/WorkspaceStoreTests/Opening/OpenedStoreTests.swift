import Diagnostics
import Feedback
import Foundation
import GRDB
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

/// The folder of this package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite struct OpenedStoreTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var shop: String { "\(folder.path)/shop" }

  /// A copy of a text workspace without its events.
  private func copy(_ source: String) throws {
    try FileManager.default.createDirectory(atPath: shop, withIntermediateDirectories: true)
    for name in [
      "waymark.yaml", "touchpoints.yaml", "bindings.yaml", "maps", "personas", "surveys", "answers",
    ] {
      let from = packageFolder.appending(path: "\(source)/\(name)").path
      guard FileManager.default.fileExists(atPath: from) else { continue }
      try FileManager.default.copyItem(atPath: from, toPath: "\(shop)/\(name)")
    }
  }

  private static func texts(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
      result[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return result
  }

  @Test(arguments: ["Tests/Fixtures/W1", "Sources/waymark/Demos/shop", "Sources/waymark/Demos/pram"])
  func `text goes into the database and comes out the same`(source: String) throws {
    try copy(source)
    // What people wrote by hand is printed in the one form of the notation.
    let before = try FolderDocuments(opening: shop).load()
    let printed = Dictionary(
      uniqueKeysWithValues: Notation.print(before.contents).map {
        ($0.document.path, Data($0.bytes))
      })
    let original = try Self.texts(shop)
    let store = try OpenedStore.open(shop)
    #expect(store.editor.revision == 1)
    #expect(try store.documents.documents().map(\.path) == printed.keys.sorted())
    for document in try store.documents.documents() {
      let text = try store.documents.read(document).map { String(decoding: $0, as: UTF8.self) }
      #expect(text == printed[document.path].map { String(decoding: $0, as: UTF8.self) })
    }
    for survey in before.surveys {
      #expect(
        try store.documents.answerBytes(of: survey.id).map { Data($0) }
          == original["answers/\(survey.id).csv"])
    }
    #expect(try Self.texts("\(shop)/text-before-sqlite") == original)
    #expect(
      try folder.names("shop").filter { !$0.hasPrefix("waymark.sqlite-") } == [
        ".lock", "text-before-sqlite", "waymark.sqlite", "waymark.yaml",
      ])
    try store.close()
  }

  @Test func `a text with errors is refused, and nothing is changed`() throws {
    try copy("Tests/Fixtures/W1")
    try folder.write("format: 1\nname: x\nstagess: []\n", to: "shop/maps/broken.yaml")
    let before = try folder.names("shop")
    do {
      _ = try OpenedStore.open(shop)
      Issue.record("a broken map was taken in")
    } catch {
      guard case .textHasErrors(_, let findings) = error else { throw error }
      #expect(findings.first?.location?.file.hasSuffix("maps/broken.yaml") == true)
    }
    #expect(try folder.names("shop").filter { $0 != ".lock" } == before)
  }

  @Test func `a workspace is opened once at a time`() throws {
    try copy("Tests/Fixtures/W1")
    let store = try OpenedStore.open(shop)
    #expect(throws: WorkspaceStoreError.locked(path: shop)) { try OpenedStore.open(shop) }
    withExtendedLifetime(store) {}
  }

  @Test func `settings changed by hand become edits, those changed here are written to the file`() throws {
    try copy("Tests/Fixtures/W1")
    let file = "\(shop)/waymark.yaml"
    do {
      let store = try OpenedStore.open(shop)
      let (answer, _) = try #require(
        try store.editor.commit([
          (
            EditBatch(
              client: "a", sequence: 1, intention: "Rename",
              change: .edits([.set(ObjectReference(.workspace, "workspace"), "name", "New name")])),
            Author(person: nil, name: "Olena")
          )
        ]).first)
      #expect(answer.revision == 2)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains("name: New name"))
      #expect(!text.contains("products"))
      try store.close()
    }
    var text = try String(contentsOfFile: file, encoding: .utf8)
    text = text.replacing("currency: EUR", with: "currency: PLN")
    #expect(text.contains("PLN"))
    try Data(text.utf8).write(to: URL(filePath: file))
    do {
      let store = try OpenedStore.open(shop)
      #expect(store.editor.revision == 3)
      #expect(store.editor.workspace().workspace.currency == "PLN")
      #expect(store.editor.workspace().workspace.products.isEmpty == false)
      let last = try store.editor.history(map: nil, before: nil, limit: 1).first
      #expect(last?.author == "waymark.yaml")
      try store.close()
    }
    let store = try OpenedStore.open(shop)
    #expect(store.editor.revision == 3)
    try store.close()
  }

  @Test func `documents that are written become as few edits as possible`() throws {
    try copy("Tests/Fixtures/W1")
    let store = try OpenedStore.open(shop)
    let id: JourneyMap.ID = "first-order"
    let text = try #require(try store.documents.read(.map(id)))
    try store.documents.write(DocumentText(.map(id), text))
    #expect(store.editor.revision == 1)
    var map = try #require(store.editor.workspace().workspace.maps.first)
    let last = map.cards.removeLast()
    let lane = map.lanes.removeFirst()
    map.cards.removeAll { $0.lane == lane.id }
    map.lanes.append(lane)
    map.lanes[map.lanes.count - 1].order = OrderKey(rawValue: "zzz")
    map.stages[0].name = "Renamed"
    let wanted = Notation.printMap(map)
    try store.documents.write(DocumentText(.map(id), wanted))
    #expect(try store.documents.read(.map(id)).map { String(decoding: $0, as: UTF8.self) } == wanted)
    let edits = try #require(try store.editor.revisions(after: 1, limit: 1).first).edits
    #expect(edits.contains(.set(ObjectReference(.stage, map.stages[0].id.rawValue, in: id.rawValue), "name", "Renamed")))
    #expect(edits.contains(.tombstone(ObjectReference(.card, last.id.rawValue, in: id.rawValue))))
    #expect(edits.filter { $0.object.kind == .lane }.count == 1)
    // What was deleted and is wanted again is restored.
    try store.documents.write(DocumentText(.map(id), text))
    #expect(try store.documents.read(.map(id)) == text)
    try store.documents.remove(.map(id))
    #expect(try store.documents.exists(.map(id)) == false)
    try store.documents.write(DocumentText(.map(id), wanted))
    #expect(try store.documents.read(.map(id)).map { String(decoding: $0, as: UTF8.self) } == wanted)
    try store.close()
  }

  @Test func `adding an answer writes one row`() throws {
    try copy("Tests/Fixtures/W1")
    let store = try OpenedStore.open(shop)
    let survey = try #require(try store.documents.load().surveys.first).survey
    let before = try store.documents.answers(to: survey)
    let changes = {
      try store.database.outsideTransaction {
        try Int.fetchOne($0, sql: "SELECT total_changes()") ?? 0
      }
    }
    let start = try changes()
    var answer = Answer(surveyID: survey.id, values: [:], id: "new-one")
    #expect(try store.documents.addAnswers([answer], to: survey).added == 1)
    #expect(try changes() - start == 1)
    answer.customer = "c"
    #expect(try store.documents.addAnswers([answer], to: survey).replaced == 1)
    #expect(try store.documents.answers(to: survey) == before + [answer])
    try store.close()
  }
}
