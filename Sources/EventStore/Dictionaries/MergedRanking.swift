/// One byte order over the texts of several interners: the rank of each of their codes, and a text of each rank.
struct MergedRanking: Sendable {
  /// Where the text of a rank can be read.
  struct Witness: BitwiseCopyable, Sendable {
    var interner: UInt32
    var code: UInt32
  }

  /// By interner, then code; undefined for codes that are not used.
  let ranks: [UnsafeColumn<UInt32>]
  let witnesses: UnsafeColumn<Witness>
  let count: Int

  /// - Parameter isUsed: Whether the code of that interner counts at all.
  init(
    _ interners: [Interner], threads: Int = 1,
    isUsed: @Sendable (_ interner: Int, _ code: Int) -> Bool = { _, _ in true }
  ) {
    let prefix = ByteOrder.commonPrefix(interners)
    let empty = (entries: UnsafeColumn<ByteOrder.Entry>(count: 1), count: 0)
    let found = Monitor(Array(repeating: empty, count: interners.count))
    Workers.each(interners.count, threads: threads) { index in
      let sorted = ByteOrder.sorted(interners[index], after: prefix) { isUsed(index, $0) }
      found.with { $0[index] = sorted }
    }
    let orders = found.with { $0 }
    ranks = interners.map { UnsafeColumn(count: max($0.count, 1)) }
    witnesses = UnsafeColumn(count: max(orders.reduce(0) { $0 + $1.count }, 1))
    enum Order { case before, same, after }
    /// Order of two texts with equal keys; only those that reach beyond their keys are looked at.
    @inline(__always) func compare(
      _ a: ByteOrder.Entry, _ aHome: Int, _ b: ByteOrder.Entry, _ bHome: Int
    ) -> Order {
      if Int(max(a.length, b.length)) <= prefix + 8 {
        return a.length == b.length ? .same : a.length < b.length ? .before : .after
      }
      let (a, b) = (interners[aHome].bytes(Int(a.code)), interners[bHome].bytes(Int(b.code)))
      return a.equals(b) ? .same : a.precedes(b) ? .before : .after
    }
    var heads = Array(repeating: 0, count: orders.count)
    var rank = 0
    while true {
      var least = -1
      for index in orders.indices where heads[index] < orders[index].count {
        if least < 0 {
          least = index
          continue
        }
        let entry = orders[index].entries[heads[index]]
        let other = orders[least].entries[heads[least]]
        if entry.key < other.key
          || entry.key == other.key && compare(entry, index, other, least) == .before
        {
          least = index
        }
      }
      if least < 0 { break }
      let entry = orders[least].entries[heads[least]]
      heads[least] += 1
      ranks[least][Int(entry.code)] = UInt32(rank)
      witnesses[rank] = Witness(interner: UInt32(least), code: entry.code)
      for index in least + 1..<max(orders.count, least + 1) where heads[index] < orders[index].count
      {
        let twin = orders[index].entries[heads[index]]
        if twin.key == entry.key && compare(twin, index, entry, least) == .same {
          ranks[index][Int(twin.code)] = UInt32(rank)
          heads[index] += 1
        }
      }
      rank += 1
    }
    count = rank
  }

  func text(_ rank: Int, _ interners: [Interner]) -> UnsafeBytes {
    let witness = witnesses[rank]
    return interners[Int(witness.interner)].bytes(Int(witness.code))
  }
}
