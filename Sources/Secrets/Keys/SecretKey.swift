import Crypto
public import Foundation

/// A key of 256 bits that turns texts into codes nobody without it can make or check (HMAC-SHA256).
public struct SecretKey: Sendable {
  private let bytes: Data

  /// A new key from the system's generator.
  public init() {
    let key = SymmetricKey(size: .bits256)
    bytes = key.withUnsafeBytes { Data($0) }
  }

  /// A key as it was kept; nil unless it has 32 bytes.
  public init?(bytes: Data) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// What is to be kept, in a file that only its owner may read.
  public var stored: Data { bytes }

  /// The code of a text, 32 bytes; codes of different purposes have nothing in common.
  public func code(of text: String, for purpose: String) -> Data {
    var message = Data()
    // The length first, so that purpose and text cannot be cut elsewhere.
    withUnsafeBytes(of: UInt64(purpose.utf8.count).littleEndian) { message.append(contentsOf: $0) }
    message.append(contentsOf: purpose.utf8)
    message.append(contentsOf: text.utf8)
    return Data(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: bytes)))
  }

  /// Whether the code is the one of the text.
  public func accepts(_ code: Data, of text: String, for purpose: String) -> Bool {
    ConstantTime.areEqual(code, self.code(of: text, for: purpose))
  }
}
