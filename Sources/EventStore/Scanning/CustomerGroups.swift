/// Which customers are one: their events are read as one journey, the stored rows stay as they are.
///
/// A customer without an entry is a group of its own under its own id, and joins those who name that id as their group.
public struct CustomerGroups: Sendable, Hashable {
  let groupOf: [String: String]

  /// - Parameter groupOf: The group's id for customer ids, such as a known id for anonymous ones.
  public init(_ groupOf: [String: String]) { self.groupOf = groupOf }
}

/// The members of each group, in byte order of group ids.
struct GroupIndex: Sendable {
  struct Member: Sendable {
    var run: Int32
    var segment: Int32
    var block: Int32
    /// Within the block.
    var customer: Int32
  }

  private(set) var members: [Member] = []
  /// First member of each group, and the number of members at the end.
  private(set) var starts: [Int] = []
  private(set) var names: [String] = []

  /// - Complexity: O(customers) memory: about 50 bytes each.
  init(_ runs: [LogRun], _ groups: CustomerGroups) throws(EventStoreError) {
    let groupIDs = Set(groups.groupOf.values)
    var joined: [String: [Member]] = [:]
    var single: [(name: String, members: Range<Int>)] = []
    var singleMembers: [Member] = []
    var positions = runs.map { _ in RunPosition() }
    var merge = try CustomerMerge(runs)
    while try merge.advance() {
      let id = String(decoding: merge.id, as: UTF8.self)
      var own: [Member] = []
      for run in runs.indices where merge.presence >> UInt8(run) & 1 == 1 {
        positions[run].advance(by: 0, in: runs[run])
        let position = positions[run]
        own.append(
          Member(
            run: Int32(run), segment: Int32(position.segment), block: Int32(position.block),
            customer: Int32(position.customer)))
        positions[run].advance(by: 1, in: runs[run])
      }
      let name = groups.groupOf[id] ?? id
      if name != id || groupIDs.contains(name) {
        joined[name, default: []] += own
      } else {
        single.append((id, singleMembers.count..<singleMembers.count + own.count))
        singleMembers += own
      }
    }
    var order = joined.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...]
    func append(_ name: String, _ own: some Collection<Member>) {
      names.append(name)
      starts.append(members.count)
      members += own
    }
    for entry in single {
      while let name = order.first, name.utf8.lexicographicallyPrecedes(entry.name.utf8) {
        append(name, joined[name] ?? [])
        order.removeFirst()
      }
      append(entry.name, singleMembers[entry.members])
    }
    for name in order { append(name, joined[name] ?? []) }
    starts.append(members.count)
  }

  var count: Int { names.count }
}
