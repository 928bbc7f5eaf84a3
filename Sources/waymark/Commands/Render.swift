import ArgumentParser
import Diagnostics
import Foundation
import Insight
import JourneyDrawing
import JourneyFormats
import JourneyModel
import Picture
import WorkspaceStore
import Wording

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutRender),
    discussion: words(.discussRender))

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

  @Argument(help: help(.helpDrawnPath)) var path: String
  @Option(help: help(.helpMap)) var map: String?
  @Option(name: .shortAndLong, help: help(.helpDrawnOutput)) var output: String
  @Option(help: help(.helpView)) var view: View = .graphic
  @Option(help: help(.helpPaper)) var paper: Paper = .map
  @Option(help: help(.helpTheme)) var theme: Colours = .light
  @Option(help: help(.helpPixels)) var scale: Double = 2

  func run() throws {
    let form = URL(filePath: output).pathExtension.lowercased()
    guard ["svg", "pdf", "png"].contains(form) else {
      throw CommandFailure(
        .usage, words(.unknownEnding, ["output": output]),
        hint: words(.endingSaysForm))
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
    } catch { throw CommandFailure(.usage, words(.cannotDraw, ["reason": error.sentence])) }
    try OutputFile.write(bytes, to: output)
    print("drew '\(output)'")
  }

  private func scene() throws(CommandFailure) -> Scene {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure(
        .unreadable, words(.nothingAt, ["path": path]), hint: words(.checkPath))
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
      throw CommandFailure(.unreadable, words(.cannotBeRead, ["path": path]))
    }
    guard
      let id = JourneyMap.ID(rawValue: name) ?? JourneyMap.ID.slug(from: name)
        ?? JourneyMap.ID(rawValue: "map")
    else { preconditionFailure("'map' is an id") }
    let read = Notation.readMap(Array(bytes), id: id, file: path)
    guard let map = read.value?.value, !read.hasErrors else {
      guard let first = read.diagnostics.first(where: { $0.severity == .error }) else {
        throw CommandFailure(.unreadable, words(.noMap, ["path": path]))
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
        .unreadable, words(.couldNotWrite, ["path": path]),
        hint: words(.checkFolder))
    }
  }
}

extension PictureError {
  /// What stands in the way, in a few words.
  var sentence: String {
    switch self {
    case .tooLarge(let width, let height, let limit):
      words(.pictureTooLarge, ["width": width, "height": height, "limit": limit])
    case .hasNoSize(let size):
      words(.pictureWithoutSize, ["width": size.width, "height": size.height])
    case .scaleOutOfRange(let scale): words(.scaleOutOfRange, ["scale": scale])
    case .pageTooSmall(let size):
      words(.pageTooSmall, ["width": size.width, "height": size.height])
    case .pageTooLarge(let size):
      words(.pageTooLarge, ["width": size.width, "height": size.height])
    case .drawingFailed(let reason): words(.drawingFailed, ["reason": reason])
    }
  }
}
