import Crypto
public import Foundation

/// SHA-256 of what is stored, to recognise it again and to notice when it has changed.
public struct ContentDigest {
  private var state = SHA256()

  public init() {}

  /// Takes in the next bytes; how they are cut into calls does not matter.
  public mutating func update(_ bytes: some DataProtocol) { state.update(data: bytes) }

  /// The 32 bytes of everything taken in so far.
  public func finish() -> Data { Data(state.finalize()) }

  public static func of(_ bytes: some DataProtocol) -> Data { Data(SHA256.hash(data: bytes)) }

  /// Bytes as lower-case hexadecimal digits.
  public static func text(_ digest: Data) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension ContentDigest {
  /// The name under which content is kept: its digest as 64 lower-case hexadecimal digits.
  public static func name(of bytes: some DataProtocol) -> String { text(of(bytes)) }

  public static func isName(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
