import Crypto
public import Foundation

/// Names content by what it holds.
public enum ContentDigest {
  /// SHA-256 as 64 lower-case hexadecimal digits.
  public static func name(of bytes: Data) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0\(text)" : text
    }.joined()
  }

  public static func isName(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
