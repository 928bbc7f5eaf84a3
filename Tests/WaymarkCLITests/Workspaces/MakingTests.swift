import Foundation
import Testing

/// `waymark demo` and `waymark init`.
struct MakingTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func `demo without a name lists the examples`() throws {
    let run = try Tool.run("demo")
    #expect(run.code == 0)
    #expect(run.out.contains("shop – ") && run.out.contains("pram – "))
    #expect(run.err.isEmpty)
  }

  @Test(arguments: ["shop", "pram"])
  func `an example is made whole, passes verification and has nothing to mend`(name: String) throws
  {
    let path = folder.path("made")
    let made = try Tool.run("demo", name, path)
    #expect(made.code == 0, "\(made.err)")
    #expect(made.err.isEmpty)
    #expect(made.out.contains("waymark serve"))
    #expect(try Tool.run("verify", path).code == 0)
    let check = try Tool.run("check", path, "--format", "json")
    #expect(try check.decoded(as: Findings.self).errors == 0)
  }

  @Test func `an unknown example is refused with what could have been meant`() throws {
    let run = try Tool.run("demo", "shopp", folder.path("made"))
    #expect(run.code == 2)
    #expect(run.err.contains("'shopp'") && run.err.contains("did you mean 'shop'?"))
    #expect(run.out.isEmpty)
    #expect(try folder.listing().isEmpty)
  }

  @Test func `an example needs a folder, and one that is empty`() throws {
    #expect(try Tool.run("demo", "shop").code == 2)
    try folder.write("mine", to: "made/notes.txt")
    let before = try folder.listing()
    let run = try Tool.run("demo", "pram", folder.path("made"))
    #expect(run.code == 2)
    #expect(run.err.contains("is not empty"))
    #expect(try folder.listing() == before)
  }

  /// The templates as the help lists them.
  static var templates: [String] {
    let help = (try? Tool.run("init", "--help").out) ?? ""
    return help.split(separator: "\n").compactMap { line in
      guard let dash = line.range(of: " – ") else { return nil }
      let name = line[..<dash.lowerBound].trimmingCharacters(in: .whitespaces)
      return name.contains(" ") ? nil : name
    }
  }

  @Test func `the 3-, 5-, 6- and 7-stage models and the blueprint can be chosen`() throws {
    var stages: Set<Int> = []
    #expect(Self.templates.count >= 6)
    for template in Self.templates {
      let path = folder.path(template)
      let made = try Tool.run("init", path, "--template", template)
      #expect(made.code == 0, "\(template): \(made.err)")
      let check = try Tool.run("check", path, "--format", "json")
      #expect(try check.decoded(as: Findings.self).errors == 0, "\(template): \(check.out)")
      let out = folder.path("\(template).json")
      #expect(try Tool.run("export", path, "--as", "json", out).code == 0)
      for map in try Everything.read(out).workspace.maps { stages.insert(map.stages.count) }
    }
    #expect(stages.isSuperset(of: [3, 5, 6, 7]))
    #expect(Self.templates.contains { $0.contains("blueprint") })
  }

  @Test func `init refuses a folder with anything in it, and an unknown template`() throws {
    try folder.write("", to: "made/.hidden")
    let full = try Tool.run("init", folder.path("made"))
    #expect(full.code == 2)
    #expect(full.err.contains("name a folder that is empty or does not exist yet"))
    let unknown = try Tool.run("init", folder.path("other"), "--template", "blnak")
    #expect(unknown.code == 2)
    #expect(unknown.err.contains("did you mean 'blank'?"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("other")))
  }

  @Test func `a folder that is there and empty is taken`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("made"), withIntermediateDirectories: false)
    #expect(try Tool.run("init", folder.path("made")).code == 0)
  }
}

/// `check --format json`, as scripts read it.
struct Findings: Decodable {
  struct Finding: Decodable {
    var code: String
    var severity: String
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
    var hint: String?
  }
  var findings: [Finding]
  var errors: Int
  var warnings: Int
  var notes: Int
}

/// `export --as json`, as far as tests look into it.
struct Everything: Decodable {
  struct Stage: Decodable { var id: String }
  struct Map: Decodable {
    var id: String
    var stages: [Stage]
  }
  struct Workspace: Decodable {
    var name: String
    var maps: [Map]
  }
  var format: Int
  var workspace: Workspace

  static func read(_ path: String) throws -> Everything {
    try JSONDecoder().decode(Everything.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
