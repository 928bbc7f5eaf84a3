import Crypto
import CryptoExtras
import Foundation

/// What is kept of a password: salt, costs, and the key that scrypt makes of them.
///
/// As text `scrypt$15$8$1$SALT$KEY`, salt and key in base 64, so that costs can be raised later without a new column.
public struct PasswordHash: Sendable, Hashable {
  public let costs: PasswordCosts
  let salt: Data
  let key: Data

  private static let saltLength = 16
  private static let keyLength = 32

  /// Hashes a password with a fresh salt.
  ///
  /// - Complexity: slow on purpose; see `PasswordKeeper` for a way that keeps the server free meanwhile.
  public init(of password: String, costs: PasswordCosts = .standard) {
    var generator = SystemRandomNumberGenerator()
    let salt = Data(
      (0..<Self.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    self.costs = costs
    self.salt = salt
    key = Self.key(of: password, salt: salt, costs: costs)
  }

  /// Reads a stored text; nil if it is none, or asks for more work than we ever do.
  public init?(text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Data(base64Encoded: parts[4]), salt.count == Self.saltLength,
      let key = Data(base64Encoded: parts[5]), key.count == Self.keyLength
    else { return nil }
    costs = PasswordCosts(
      roundsExponent: exponent, blockSize: blockSize, parallelism: parallelism)
    guard costs.isAllowed else { return nil }
    self.salt = salt
    self.key = key
  }

  public var text: String {
    let numbers = "\(costs.roundsExponent)$\(costs.blockSize)$\(costs.parallelism)"
    return "scrypt$\(numbers)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
  }

  /// Whether this is the hash of the password; takes the same time either way.
  public func matches(_ password: String) -> Bool {
    ConstantTime.areEqual(Self.key(of: password, salt: salt, costs: costs), key)
  }

  private static func key(of password: String, salt: Data, costs: PasswordCosts) -> Data {
    precondition(costs.isAllowed, "costs of a password are within bounds")
    // Composed, so that an accent typed on another keyboard is the same accent.
    let composed = Data(password.precomposedStringWithCanonicalMapping.utf8)
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: composed, salt: salt, outputByteCount: keyLength, rounds: 1 << costs.roundsExponent,
        blockSize: costs.blockSize, parallelism: costs.parallelism)
      return key.withUnsafeBytes { Data($0) }
    } catch {
      preconditionFailure("scrypt takes every password and salt: \(error)")
    }
  }
}
