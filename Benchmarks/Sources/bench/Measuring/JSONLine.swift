import Foundation

/// Results on standard output: one line of JSON each, keys in order.
enum JSONLine {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var line = try encoder.encode(value)
    line.append(UInt8(ascii: "\n"))
    FileHandle.standardOutput.write(line)
  }
}
