import Foundation
import Testing

/// `waymark backup` and `waymark restore`.
struct BackupTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func `a backup restores to a workspace that says the same`() throws {
    let path = try Samples.shop.get()
    let (backup, copy) = (folder.path("backup"), folder.path("copy"))
    let made = try Tool.run("backup", path, backup)
    #expect(made.code == 0, "\(made.err)")
    #expect(try Tool.run("restore", backup, copy).code == 0)
    #expect(try Tool.run("verify", copy).out == Tool.run("verify", path).out)
    for form in ["overview", "transitions"] {
      #expect(
        try Tool.run("analyze", form, copy, "--json").out
          == Tool.run("analyze", form, path, "--json").out)
    }
  }

  @Test func `a backup that was changed, or that is none, is refused and nothing is made`() throws {
    let backup = folder.path("backup")
    #expect(try Tool.run("backup", try Samples.pram.get(), backup).code == 0)
    let database = try folder.bytes("backup/waymark.sqlite")
    var damaged = database
    damaged[damaged.count / 2] ^= 1
    try folder.write(damaged, to: "backup/waymark.sqlite")
    let run = try Tool.run("restore", backup, folder.path("copy"))
    #expect(run.code == 4)
    #expect(run.err.contains("waymark.sqlite") && run.err.contains("hint: "))
    try folder.write("", to: "nothing/notes.txt")
    #expect(try Tool.run("restore", folder.path("nothing"), folder.path("copy")).code == 4)
    #expect(try Tool.run("restore", folder.path("absent"), folder.path("copy")).code == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.path("copy")))
    try folder.write(database, to: "backup/waymark.sqlite")
    #expect(try Tool.run("restore", backup, folder.path("nothing")).code == 2)
    #expect(try Tool.run("restore", backup, folder.path("copy")).code == 0)
  }

  @Test func `a changed byte of the database is found by verify`() throws {
    let path = try Samples.copy(of: Samples.pram, in: folder)
    var bytes = try folder.bytes("workspace/waymark.sqlite")
    // In the text of a card.
    let text = Array("in the park".utf8)
    let place = try #require(bytes.indices.dropLast(text.count).first {
      bytes[$0..<$0 + text.count].elementsEqual(text)
    })
    bytes[place] ^= 0x20
    try folder.write(bytes, to: "workspace/waymark.sqlite")
    let run = try Tool.run("verify", path)
    #expect(run.code == 4, "\(run.out)")
    #expect(run.err.contains("waymark.sqlite: table "))
  }
}
