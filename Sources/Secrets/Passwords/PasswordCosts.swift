/// How much work one password takes to check: scrypt's parameters (RFC 7914).
public struct PasswordCosts: Sendable, Hashable {
  /// The base-2 logarithm of the rounds N; memory is 128 · N · `blockSize` bytes.
  public var roundsExponent: Int
  public var blockSize: Int
  public var parallelism: Int

  public init(roundsExponent: Int, blockSize: Int = 8, parallelism: Int = 1) {
    self.roundsExponent = roundsExponent
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// N = 2¹⁵, r = 8, p = 1: 32 MB and about 80 ms a password.
  public static let standard = PasswordCosts(roundsExponent: 15)

  /// Costs that a stored text may ask for; others would let a changed row stop the server.
  var isAllowed: Bool {
    (1...20).contains(roundsExponent) && (1...16).contains(blockSize)
      && (1...4).contains(parallelism)
  }
}
