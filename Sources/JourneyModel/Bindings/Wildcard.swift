/// A pattern with `*` (any run of characters) and `?` (one character); everything else stands for itself.
///
/// Matching never backtracks further than to the last `*`, so that no pattern is slow.
public struct Wildcard: Hashable, Sendable {
  private let pattern: [Character]

  public init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether the whole text fits the pattern.
  ///
  /// - Complexity: O(pattern × text).
  public func matches(_ text: String) -> Bool { fits(Array(text)) { _ in true } }

  /// Whether this pattern fits every text that the other one fits. Never true by mistake.
  public func covers(_ other: Wildcard) -> Bool {
    // A run of unknown length is not one character.
    fits(other.pattern) { $0 != "*" }
  }

  private func fits(_ text: [Character], one isOne: (Character) -> Bool) -> Bool {
    var place = 0
    var position = 0
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, position)
        place += 1
      } else if place < pattern.count,
        pattern[place] == "?" ? isOne(text[position]) : pattern[place] == text[position]
      {
        place += 1
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        place = last.place + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}

extension BindingRule {
  /// Whether an event of this raw activity and channel is bound by the rule.
  public func matches(activity name: String, channel source: String?) -> Bool {
    guard Wildcard(activity).matches(name) else { return false }
    guard let channel else { return true }
    return source.map { Wildcard(channel).matches($0) } ?? false
  }

  /// Whether the rule takes everything that another one matches.
  func covers(_ other: BindingRule) -> Bool {
    guard Wildcard(activity).covers(Wildcard(other.activity)) else { return false }
    guard let channel else { return true }
    return other.channel.map { Wildcard(channel).covers(Wildcard($0)) } ?? false
  }
}
