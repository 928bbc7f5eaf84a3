import Foundation

/// Reads PDF files with the command-line tools of poppler-utils.
enum Poppler {
  /// What a tool says about a file; the file exists only meanwhile.
  static func run(_ tool: String, _ options: [String] = [], on pdf: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "waymark-picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("picture.pdf")
    try Data(pdf).write(to: file)
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + options + [file.path] + (tool == "pdftotext" ? ["-"] : [])
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(tool: tool) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The tool is missing (it comes with poppler-utils) or rejects the file.
  struct Failure: Error { var tool: String }

  /// The words of each page.
  static func pages(of pdf: [UInt8]) throws -> [Set<Substring>] {
    try run("pdftotext", ["-layout"], on: pdf).split(separator: "\u{C}").map {
      Set($0.split { $0.isWhitespace })
    }
  }

  /// The lines `pdfinfo` prints, by name.
  static func facts(of pdf: [UInt8]) throws -> [String: String] {
    var facts: [String: String] = [:]
    for line in try run("pdfinfo", on: pdf).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      facts[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(
        in: .whitespaces)
    }
    return facts
  }
}
