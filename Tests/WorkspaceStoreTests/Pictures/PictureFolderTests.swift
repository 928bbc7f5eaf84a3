import Foundation
import Testing
import WorkspaceStore

@Suite struct PictureFolderTests {
  private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `a picture comes back under the name of its content, stored once`() throws {
    try withFolder { folder in
      let pictures = PictureFolder(directory: folder)
      let name = try pictures.store(png)
      #expect(try pictures.store(png) == name)
      let read = try pictures.read(name)
      #expect(read?.bytes == png)
      #expect(read?.type == .png)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/files") == [name])
    }
  }

  @Test(arguments: ["", "..", "../waymark.yaml", "abc", String(repeating: "A", count: 64)])
  func `what is no name of ours is not read`(name: String) throws {
    try withFolder { folder in
      let read = try PictureFolder(directory: folder).read(name)
      #expect(read == nil)
    }
  }

  @Test(arguments: [
    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "<html>", "GIF8",
    "RIFF1234WEBX", "",
  ])
  func `only what is a picture by its first bytes is one`(text: String) {
    #expect(PictureType(of: Array(text.utf8)) == nil)
  }

  @Test func `an SVG is known for what it is, so that the refusal can say why`() {
    #expect(PictureType.looksLikeSVG(Array("<?xml version='1.0'?><svg/>".utf8)))
    #expect(!PictureType.looksLikeSVG(png))
  }
}
