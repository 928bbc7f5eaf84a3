import Diagnostics
import Feedback
import Foundation
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "workspace-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }
}

let today = CalendarDate(year: 2026, month: 3, day: 9)

@Suite struct FolderDocumentsTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func created(_ template: String = "shop") throws -> FolderDocuments {
    let template = try #require(Template.named(template))
    return try FolderDocuments.create(at: "\(folder.path)/shop", template.instantiate(name: "Shop"))
  }

  @Test func `a workspace that was made reads back the same`() throws {
    let contents = try #require(Template.named("shop")).instantiate(name: "Shop")
    let documents = try FolderDocuments.create(at: "\(folder.path)/a/shop/", contents)
    let loaded = try FolderDocuments(opening: "\(folder.path)/a/shop").load()
    #expect(loaded.diagnostics == [])
    let isSame = loaded.contents == contents.canonical()
    #expect(isSame)
    #expect(
      try documents.documents().map(\.path) == [
        "bindings.yaml", "maps/journey.yaml", "personas/customer.yaml", "touchpoints.yaml",
        "waymark.yaml",
      ])
    #expect(try folder.names("a/shop").filter { $0.hasPrefix(".") } == [])
  }

  @Test func `a folder that is not empty is refused, whatever is in it`() throws {
    try folder.write("", to: "shop/.hidden")
    #expect(throws: WorkspaceStoreError.notEmpty(path: "\(folder.path)/shop")) { try created() }
    #expect(try folder.names("shop") == [".hidden"])
  }

  @Test func `what is no workspace is refused with a hint`() throws {
    #expect(throws: WorkspaceStoreError.notAWorkspace(path: folder.path)) {
      try FolderDocuments(opening: folder.path)
    }
    #expect(throws: WorkspaceStoreError.notFound(path: "\(folder.path)/none")) {
      try FolderDocuments(opening: "\(folder.path)/none")
    }
    try folder.write("x", to: "file")
    #expect(throws: WorkspaceStoreError.notAFolder(path: "\(folder.path)/file")) {
      try FolderDocuments(opening: "\(folder.path)/file")
    }
    #expect(WorkspaceStoreError.notAWorkspace(path: "x").hint?.contains("waymark init") == true)
  }

  @Test func `saving writes only what changed and removes what is gone`() throws {
    let documents = try created()
    var contents = try documents.load().contents
    #expect(try documents.save(contents) == [])
    contents.workspace.maps[0].stages[0].name = "Attention"
    let persona = contents.workspace.personas.removeFirst()
    #expect(
      try documents.save(contents).map(\.path) == [
        "maps/journey.yaml", "personas/\(persona.id).yaml",
      ])
    let isSame = try documents.load().contents == contents.canonical()
    #expect(isSame)
  }

  @Test func `links and devices inside a workspace are found and not followed`() throws {
    let documents = try created()
    try folder.write("format: 1\nname: Secret", to: "outside.yaml")
    let link = "\(documents.folder)/maps/linked.yaml"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(folder.path)/outside.yaml")
    let loaded = try documents.load()
    #expect(loaded.workspace.maps.count == 1)
    #expect(loaded.diagnostics.map(\.code) == ["workspace.unreadable-file"])
    #expect(loaded.diagnostics.first?.location?.file == link)
    let map = try #require(JourneyMap.ID(rawValue: "linked"))
    #expect(throws: WorkspaceStoreError.notARegularFile(path: link)) {
      try documents.write(DocumentText(.map(map), "format: 1\n"))
    }
    #expect(
      try String(contentsOfFile: "\(folder.path)/outside.yaml", encoding: .utf8).hasSuffix("Secret")
    )
  }

  @Test func `files whose names are no ids are named, with the name they should have`() throws {
    let documents = try created()
    try folder.write("format: 1\nname: x", to: "shop/maps/Мапа 1.yaml")
    try folder.write("format: 1", to: "shop/touchpoint.yaml")
    try folder.write("# notes", to: "shop/README.md")
    let found = try documents.load().diagnostics
    #expect(found.map(\.code) == ["notation.unknown-file", "notation.unknown-file"])
    #expect(found[0].hint == "rename it to 'mapa-1.yaml': the name of the file is the id")
    #expect(found[1].hint == "did you mean 'touchpoints.yaml'?")
  }

  @Test func `a workspace of a newer format is refused as such`() throws {
    let documents = try created()
    try folder.write("format: 2\nname: x", to: "shop/maps/later.yaml")
    do {
      _ = try documents.load()
      Issue.record("a newer map was read")
    } catch {
      #expect(error.exitCode == 4)
      #expect(error.location?.line == 1)
    }
  }

  @Test func `a workspace file that is no YAML leaves nothing to load, and says why`() throws {
    let documents = try created()
    try folder.write("format: 1\nname: [", to: "shop/waymark.yaml")
    do {
      _ = try documents.load()
      Issue.record("a broken workspace was read")
    } catch {
      #expect(error.exitCode == 3)
      #expect(
        error.location == TextLocation(file: "\(documents.folder)/waymark.yaml", line: 2, column: 8)
      )
    }
  }

  @Test func `a write that fails leaves the former text and no rubbish`() throws {
    let documents = try created()
    let before = try documents.read(.settings)
    try folder.write("", to: "shop/surveys/nps.yaml/occupied")
    #expect(throws: WorkspaceStoreError.self) {
      try documents.write(DocumentText(.survey("nps"), "format: 1\n"))
    }
    #expect(try documents.read(.settings) == before)
    #expect(try folder.names("shop/surveys") == ["nps.yaml"])
  }
}
