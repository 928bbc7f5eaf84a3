import ArgumentParser
import Diagnostics
import Foundation
import Insight
import JourneyDrawing
import JourneyFormats
import JourneyModel
import Picture
import WorkspaceStore

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws a map as SVG, PDF or PNG.",
    discussion: "A workspace is drawn with its live numbers; a single map file without.")

  enum Paper: String, ExpressibleByArgument, CaseIterable {
    case map, a4, a3, a2, a1, a0
    var format: PageFormat {
      switch self {
      case .map: .scene
      case .a4: .a4
      case .a3: .a3
      case .a2: .a2
      case .a1: .a1
      case .a0: .a0
      }
    }
  }
  enum View: String, ExpressibleByArgument, CaseIterable { case graphic, table }
  enum Colours: String, ExpressibleByArgument, CaseIterable { case light, dark }

  @Argument(help: "A workspace folder, or one map file.") var path: String
  @Option(help: "The map, when there are several.") var map: String?
  @Option(name: .shortAndLong, help: "The file to write: .svg, .pdf or .png.") var output: String
  @Option(help: "graphic or table.") var view: View = .graphic
  @Option(help: "For PDF: one page of the map's size, or pages of a paper.") var paper: Paper = .map
  @Option(help: "light or dark.") var theme: Colours = .light
  @Option(help: "For PNG: pixels per point, 1 to 4.") var scale: Double = 2

  func run() throws {
    let form = URL(filePath: output).pathExtension.lowercased()
    guard ["svg", "pdf", "png"].contains(form) else {
      throw CommandFailure(
        .usage, "'\(output)' does not end in .svg, .pdf or .png",
        hint: "the ending says what to write")
    }
    let scene = try scene()
    let bytes: [UInt8]
    do throws(PictureError) {
      let theme: Theme = theme == .dark ? .dark : .light
      switch form {
      case "svg": bytes = SVGWriter(.theme(theme)).write(scene)
      case "pdf":
        bytes = try PDFWriter(
          format: paper.format, orientation: .landscape,
          scaling: paper == .map ? .actual : .fitWidth, theme: theme,
          createdAt: Int(Date().timeIntervalSince1970)
        ).write(scene)
      default: bytes = try PNGWriter(theme: theme, scale: scale).write(scene)
      }
    } catch { throw CommandFailure(.usage, "the map cannot be drawn so: \(error.sentence)") }
    try OutputFile.write(bytes, to: output)
    print("drew '\(output)'")
  }

  private func scene() throws(CommandFailure) -> Scene {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure(
        .unreadable, "there is nothing at '\(path)'", hint: "check the path")
    }
    if isFolder.boolValue {
      let snapshot = try OpenedWorkspace(path).snapshot()
      let chosen = try snapshot.chosenMap(map)
      let reality: MapReality
      do { reality = try snapshot.builder.reality(of: chosen) } catch {
        throw CommandFailure(error)
      }
      return draw(chosen, in: snapshot.workspace, reality)
    }
    return try sceneOfFile()
  }

  /// A file within a workspace is drawn with the names of that workspace; alone, with what it says itself.
  private func sceneOfFile() throws(CommandFailure) -> Scene {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.unreadable, "'\(path)' cannot be read")
    }
    guard
      let id = JourneyMap.ID(rawValue: name) ?? JourneyMap.ID.slug(from: name)
        ?? JourneyMap.ID(rawValue: "map")
    else { preconditionFailure("'map' is an id") }
    let read = Notation.readMap(Array(bytes), id: id, file: path)
    guard let map = read.value?.value, !read.hasErrors else {
      guard let first = read.diagnostics.first(where: { $0.severity == .error }) else {
        throw CommandFailure(.unreadable, "'\(path)' is no map")
      }
      throw CommandFailure(.unreadable, first)
    }
    var workspace = Workspace(name: name)
    do throws(WorkspaceStoreError) {
      if let folder = try FolderDocuments.nearestWorkspace(to: path) {
        workspace = try WorkspaceAccess.reading(folder).load().workspace
      }
    } catch { throw CommandFailure(error) }
    return draw(map, in: workspace, nil)
  }

  private func draw(_ map: JourneyMap, in workspace: Workspace, _ reality: MapReality?) -> Scene {
    let measurer = PangoTextMeasurer()
    switch view {
    case .graphic:
      return MapDrawing(measurer: measurer).scene(map, in: workspace, reality: reality)
    case .table:
      return MapTable(measurer: measurer).scene(map, in: workspace, reality: reality)
    }
  }
}

/// A file that is there whole or not at all.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
      throw CommandFailure(
        .unreadable, "could not write '\(path)'",
        hint: "check that the folder exists and may be written to")
    }
  }
}

extension PictureError {
  /// What stands in the way, in a few words.
  var sentence: String { "\(self)" }
}
