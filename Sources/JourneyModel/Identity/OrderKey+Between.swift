/// Order keys are fractions between 0 and 1 in base 36: the digits after the point, without trailing zeros.
///
/// Comparing such texts byte by byte compares the numbers. A new key goes next to the longer of its
/// neighbours, which is the one that came last; so a list that always grows at one place counts up (or
/// down) from there. When the digits run out at that place, twice as many are added, so that *n* insertions at
/// one place need O(log *n*) characters.
extension OrderKey {
  /// A key between two others; nil on either side means the end of the list there.
  ///
  /// - Returns: nil if there is no room: `lower` is not below `upper`, or a typed key leaves none.
  public static func between(_ lower: OrderKey?, _ upper: OrderKey?) -> OrderKey? {
    if let lower, let upper, lower >= upper { return nil }
    let below = lower.map { Array($0.rawValue.utf8) } ?? []
    let above = upper.map { Array($0.rawValue.utf8) }
    let key: [UInt8]?
    if let low = digits(of: below), let high = above.map({ digits(of: $0) }) ?? [] {
      key = between(low, upper == nil ? nil : high).map { $0.map { alphabet[$0] } }
    } else {
      key = amongForeign(below, above)
    }
    guard let key else { return nil }
    let result = OrderKey(rawValue: String(decoding: key, as: UTF8.self))
    // Keys typed by hand may hold any bytes: what was found is believed only when it really lies between.
    if let lower, result <= lower { return nil }
    if let upper, result >= upper { return nil }
    return result.rawValue.isEmpty ? nil : result
  }

  /// Keys for a new list of `count` things, evenly spaced, all of the same few characters before trimming.
  public static func first(_ count: Int) -> [OrderKey] {
    guard count > 0 else { return [] }
    var width = 1
    var room = 36
    while room < 2 * (count + 1) {
      width += 1
      room *= 36
    }
    return (1...count).map { position in
      // Split so that no product leaves 64 bits, whatever the count.
      var number = room / (count + 1) * position + room % (count + 1) * position / (count + 1)
      var bytes = [UInt8](repeating: alphabet[0], count: width)
      for place in stride(from: width - 1, through: 0, by: -1) {
        bytes[place] = alphabet[number % 36]
        number /= 36
      }
      while bytes.last == alphabet[0] { bytes.removeLast() }
      return OrderKey(rawValue: String(decoding: bytes, as: UTF8.self))
    }
  }

  private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let last = 35

  /// Nil for a key with other characters, which only a person can have typed.
  private static func digits(of key: [UInt8]) -> [Int]? {
    var result: [Int] = []
    result.reserveCapacity(key.count)
    for byte in key {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): result.append(Int(byte - UInt8(ascii: "a")) + 10)
      default: return nil
      }
    }
    return result
  }

  private static func between(_ low: [Int], _ high: [Int]?) -> [Int]? {
    if low.isEmpty, high == nil { return [18] }
    let fits = { (key: [Int]) in
      precedes(low, key) && (high.map { precedes(key, $0) } ?? true)
    }
    let growsUpward = low.count >= (high?.count ?? 0)
    if growsUpward, let key = raised(low), fits(key) { return key }
    if let high, let key = lowered(high), fits(key) { return key }
    if !growsUpward, let key = raised(low), fits(key) { return key }
    if growsUpward || high == nil {
      // More digits after the lower neighbour: in the middle, or low down if the list counts upward here.
      let run = trailing(last, in: low)
      let more = run == 0 ? [18] : [Int](repeating: 0, count: run) + [1]
      if fits(low + more) { return low + more }
    }
    guard let high else { return nil }
    return under(high, above: low, fits)
  }

  /// More digits in place of the last of the upper neighbour.
  private static func under(_ high: [Int], above low: [Int], _ fits: ([Int]) -> Bool) -> [Int]? {
    var stem = high
    while stem.last == 0 { stem.removeLast() }
    guard let digit = stem.last else { return nil }
    stem[stem.count - 1] = digit - 1
    let zeros = trailing(0, in: stem)
    let key = stem + (zeros == 0 ? [18] : [Int](repeating: last, count: zeros + 1))
    if fits(key) { return key }
    // The lower neighbour begins like the key: go on behind it.
    for length in 1...max(1, low.count + 2) {
      let padded = low + [Int](repeating: 0, count: max(0, length - low.count))
      let behind = padded + [18]
      if fits(behind) { return behind }
    }
    var behind = low + [18]
    for _ in 0...high.count {
      if fits(behind) { return behind }
      behind.insert(0, at: low.count)
    }
    return nil
  }

  /// The next fraction with as many digits that does not end in 0; nil if there is none below 1.
  private static func raised(_ key: [Int]) -> [Int]? {
    var result = key
    var place = result.count - 1
    while place >= 0, result[place] == last {
      result[place] = 0
      place -= 1
    }
    guard place >= 0 else { return nil }
    result[place] += 1
    // Trimming the zeros would give up the room that the digits were added for.
    if result[result.count - 1] == 0 { result[result.count - 1] = 1 }
    return result
  }

  /// The fraction before with as many digits that does not end in 0; nil if there is none.
  private static func lowered(_ key: [Int]) -> [Int]? {
    var result = key
    while result.last == 0 { result.removeLast() }
    guard let digit = result.last else { return nil }
    if digit > 1 {
      result[result.count - 1] = digit - 1
      return result
    }
    var place = result.count - 2
    while place >= 0, result[place] == 0 {
      result[place] = last
      place -= 1
    }
    guard place >= 0 else { return nil }
    result[place] -= 1
    result[result.count - 1] = last
    return result
  }

  private static func trailing(_ digit: Int, in key: [Int]) -> Int {
    key.reversed().prefix { $0 == digit }.count
  }

  private static func precedes(_ a: [Int], _ b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }

  /// Between keys that hold other characters: the simplest text that lies there.
  private static func amongForeign(_ low: [UInt8], _ high: [UInt8]?) -> [UInt8]? {
    let middle = alphabet[18]
    guard let high else { return low + [middle] }
    if !high.starts(with: low) { return low + [middle] }
    var key = low
    for byte in high.dropFirst(low.count) {
      if byte > middle { return key + [middle] }
      if byte > alphabet[0] { return key + [alphabet[0], middle] }
      if byte < alphabet[0] { return nil }
      key.append(alphabet[0])
    }
    return nil
  }
}

/// Something with a place in a list: by order key, and by id where two keys are equal.
public protocol Ordered: Identifiable where ID: Comparable {
  var order: OrderKey { get }
}

extension Stage: Ordered {}
extension Step: Ordered {}
extension Lane: Ordered {}
extension Card: Ordered {}
extension Flow: Ordered {}
extension Story: Ordered {}
extension Story.Moment: Ordered {}

extension Sequence where Element: Ordered {
  /// The elements in the order that everyone sees.
  public func inOrder() -> [Element] {
    sorted { a, b in a.order == b.order ? a.id < b.id : a.order < b.order }
  }
}
