import Synchronization

/// Limits how often something may be tried: each key has a bucket that empties by one at each try and fills again with time.
final class TokenBuckets: Sendable {
  private struct Bucket {
    var level: Double
    var at: Int64
  }

  private let capacity: Double
  /// Microseconds until one more try is allowed.
  private let interval: Int64
  private let mostKeys: Int
  private let buckets = Mutex<[String: Bucket]>([:])

  /// - Parameters:
  ///   - capacity: how many tries are allowed at once.
  ///   - seconds: how long it takes until one more is allowed.
  init(capacity: Int, oneMoreAfterSeconds seconds: Int, mostKeys: Int = 20_000) {
    self.capacity = Double(capacity)
    interval = Int64(seconds) * 1_000_000
    self.mostKeys = mostKeys
  }

  /// Takes one try; nil when it is allowed, otherwise the seconds until the next is.
  ///
  /// - Parameter now: microseconds; only differences count.
  func take(_ key: String, at now: Int64) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= mostKeys, buckets[key] == nil {
        Self.forget(&buckets, filledAfter: full, now)
      }
      var bucket = buckets[key] ?? Bucket(level: capacity, at: now)
      let passed = max(0, now - bucket.at)
      bucket.level = min(capacity, bucket.level + Double(passed) / Double(interval))
      bucket.at = max(now, bucket.at)
      guard bucket.level >= 1 else {
        buckets[key] = bucket
        let missing = (1 - bucket.level) * Double(interval) / 1_000_000
        return max(1, Int(missing.rounded(.up)))
      }
      bucket.level -= 1
      buckets[key] = bucket
      return nil
    }
  }

  /// Gives back all tries of a key, after one that succeeded.
  func reset(_ key: String) { buckets.withLock { $0[key] = nil } }

  private var full: Int64 { Int64(capacity) * interval }

  /// Buckets that have filled again say nothing; if that is not enough, the ones used longest ago go.
  private static func forget(
    _ buckets: inout [String: Bucket], filledAfter full: Int64, _ now: Int64
  ) {
    let before = buckets.count
    buckets = buckets.filter { now - $0.value.at < full }
    guard buckets.count > before * 3 / 4 else { return }
    let oldest = buckets.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
    for (key, _) in oldest.prefix(before / 4) { buckets[key] = nil }
  }
}

/// The limits on everything that can be guessed at.
struct AttemptLimits: Sendable {
  let signInByAddress = TokenBuckets(capacity: 30, oneMoreAfterSeconds: 10)
  let signInByAccount = TokenBuckets(capacity: 10, oneMoreAfterSeconds: 30)
  let setup = TokenBuckets(capacity: 10, oneMoreAfterSeconds: 60)
  let invitation = TokenBuckets(capacity: 20, oneMoreAfterSeconds: 30)
  let share = TokenBuckets(capacity: 120, oneMoreAfterSeconds: 1)

  /// - Throws: 429 with the time to wait.
  static func take(_ buckets: TokenBuckets, _ key: String, at now: Int64) throws(APIFailure) {
    if let seconds = buckets.take(key, at: now) {
      throw .tooManyAttempts(retryAfterSeconds: seconds)
    }
  }
}
