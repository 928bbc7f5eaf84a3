/// 128 random bits that open a door once told: a session, an invitation, a share link.
///
/// Only the digest is ever stored; the text is shown to its owner and then forgotten.
public struct Token: Hashable, Sendable {
  /// 26 characters of Crockford's base 32 in lower case; safe in an address.
  public let text: String

  /// A new token from the system's generator.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(
      high: UInt64.random(in: .min ... .max, using: &generator),
      low: UInt64.random(in: .min ... .max, using: &generator))
  }

  /// A token as somebody brings it; nil if it cannot be one.
  public init?(text: String) {
    guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    self.text = text
  }

  init(high: UInt64, low: UInt64) {
    var bytes: [UInt8] = []
    var number = (high, low)
    for _ in 0..<Self.length {
      bytes.append(Self.alphabet[Int(number.1 & 31)])
      number = (number.0 >> 5, number.1 >> 5 | number.0 << 59)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static let length = 26
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
