public import Foundation
import Crypto

extension Token {
  /// What is stored in place of the token: SHA-256 over a purpose and the text, 32 bytes.
  ///
  /// The purpose keeps a token of one kind from being taken for another.
  public func digest(for purpose: String) -> Data {
    Data(SHA256.hash(data: Data("waymark \(purpose) \(text)".utf8)))
  }
}
