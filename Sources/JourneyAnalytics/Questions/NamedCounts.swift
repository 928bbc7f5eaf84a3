/// Counts by name, largest first, then by UTF-8 bytes of the name; a plain object in JSON.
public struct NamedCounts: Sendable, Hashable, Encodable {
  public struct Item: Sendable, Hashable {
    public var name: String
    public var count: Int
  }

  public let items: [Item]

  /// Keeps what is not zero.
  init(_ counts: [Int], names: [String]) {
    items = counts.indices.filter { counts[$0] != 0 }
      .map { Item(name: names[$0], count: counts[$0]) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name.precedesInBytes($1.name) }
  }

  /// The count of a name, 0 if it is not listed.
  public subscript(name: String) -> Int {
    items.first { $0.name.equalsInBytes(name) }?.count ?? 0
  }

  public var total: Int { items.reduce(0) { $0 + $1.count } }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NameKey.self)
    for item in items { try container.encode(item.count, forKey: NameKey(stringValue: item.name)) }
  }
}

/// A name as a key in JSON.
struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension String {
  /// Order by UTF-8 bytes, which is not Swift's own order of text.
  func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Equality by UTF-8 bytes: two spellings of one character stay two names.
  func equalsInBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension [String] {
  /// The place of a name, compared by UTF-8 bytes.
  func code(of name: String) -> Int? { firstIndex { $0.equalsInBytes(name) } }

  /// For each code its place in byte order of the names.
  var byteRanks: [UInt32] {
    var ranks = [UInt32](repeating: 0, count: count)
    let order = indices.sorted { self[$0].precedesInBytes(self[$1]) }
    for (rank, code) in order.enumerated() { ranks[code] = UInt32(rank) }
    return ranks
  }
}
