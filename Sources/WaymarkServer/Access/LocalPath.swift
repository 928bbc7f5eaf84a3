/// Where to go on after signing in: an address within this server, and nothing else.
enum LocalPath {
  private static let longest = 2_000

  /// The path if it stays here; nil for other servers, for tricks with slashes, and for the doors themselves.
  static func checked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= longest,
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    // `//host` is another server; browsers take `/\host` for it, too.
    if bytes.count > 1, bytes[1] == UInt8(ascii: "/") { return nil }
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let doors = ["/sign-in", "/setup", "/invitation", "/reset", "/api"]
    if doors.contains(where: { path == $0 || path.hasPrefix("\($0)/") }) { return nil }
    return text
  }

  /// A path as the value of a field in an address.
  static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let character = Character(UnicodeScalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        text.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
