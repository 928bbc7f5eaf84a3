public import Foundation

/// Comparing secrets without telling by time where they differ.
public enum ConstantTime {
  /// Whether two pieces of bytes are the same; looks at every byte when their lengths are equal.
  public static func areEqual(_ one: Data, _ other: Data) -> Bool {
    guard one.count == other.count else { return false }
    var difference: UInt8 = 0
    for (left, right) in zip(one, other) { difference |= left ^ right }
    return difference == 0
  }
}
