import Foundation
import Testing

/// The compiler lets a transitive import pass; this table does not.
@Suite struct LayeringTests {
  /// Modules in order: a module imports only modules above its own row, and of outside libraries only those named beside it.
  static let rows: [(module: String, libraries: Set<String>)] = [
    ("Wording", []),
    ("Diagnostics", []),
    ("Statistics", []),
    ("EventStore", []),
    ("JourneyModel", []),
    ("Picture", ["CPango"]),
    ("JourneyAnalytics", []),
    ("Feedback", []),
    ("JourneyFormats", ["Yams", "CYaml", "CArchive"]),
    ("Secrets", ["Crypto", "CryptoExtras"]),
    ("WorkspaceStore", ["GRDB"]),
    ("Insight", []),
    ("JourneyDrawing", []),
    (
      "WaymarkServer",
      [
        "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOPosix",
        "NIOHTTPTypes",
      ]
    ),
    ("waymark", ["ArgumentParser"]),
  ]

  /// What comes with Swift, and the service lifecycle, which the design does not count as outside.
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch", "Swift",
    "ServiceLifecycle", "Musl", "Darwin",
  ]

  static let withoutFoundation: Set<String> = [
    "Diagnostics", "Wording", "Statistics", "EventStore", "JourneyModel", "JourneyAnalytics",
    "Feedback",
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// Every `import` of a module's sources, with the file that has it.
  static func imports(of module: String) throws -> [(file: String, name: String)] {
    let folder = sources.appending(path: module)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var found: [(String, String)] = []
    for file in files.sorted() where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        if let first = words.first, ["public", "package", "internal", "private"].contains(first) {
          words.removeFirst()
        }
        guard words.first == "import", var name = words.dropFirst().first else { continue }
        if ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"].contains(
          name),
          let next = words.dropFirst(2).first
        {
          name = next
        }
        found.append((file, String(name.prefix { $0 != "." })))
      }
    }
    return found
  }

  @Test(arguments: rows.indices)
  func `a module imports only what stands above it, and its own outside library`(row: Int) throws {
    let (module, libraries) = Self.rows[row]
    let above = Set(Self.rows[..<row].map(\.module))
    let imports = try Self.imports(of: module)
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: Self.sources.appending(path: module).path)
    #expect(files.contains { $0.hasSuffix(".swift") }, "\(module) has no sources")
    for (file, name) in imports where !Self.platform.contains(name) {
      #expect(
        above.contains(name) || libraries.contains(name) || name == module,
        "\(module)/\(file) imports \(name)")
    }
    if Self.withoutFoundation.contains(module) {
      for (file, name) in imports {
        #expect(!name.hasPrefix("Foundation"), "\(module)/\(file) imports \(name)")
      }
    }
  }

  @Test func `each outside library is imported by one module only`() throws {
    var users: [String: Set<String>] = [:]
    for (module, libraries) in Self.rows {
      for (_, name) in try Self.imports(of: module) where libraries.contains(name) {
        users[name, default: []].insert(module)
      }
    }
    for (library, modules) in users {
      #expect(modules.count == 1, "\(library) is imported by \(modules.sorted())")
    }
  }

  @Test func `every folder of sources stands in the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let known = Set(Self.rows.map(\.module)).union(["Libraries"])
    #expect(Set(folders).subtracting(known).isEmpty)
  }

  @Test func `no source file is longer than 400 lines`() throws {
    for (module, _) in Self.rows {
      let folder = Self.sources.appending(path: module)
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 401, "\(module)/\(file) has \(lines) lines")
      }
    }
  }
}
