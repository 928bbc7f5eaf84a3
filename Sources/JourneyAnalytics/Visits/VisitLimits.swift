/// How many customers stayed in a stage longer than planned, and how much time lies beyond the plan.
public struct VisitExcess: Sendable, Hashable, Encodable {
  /// Customers with at least one finished visit: the denominator.
  public var customers: Int
  /// Those of them with a finished visit longer than the limit.
  public var customersBeyond: Int
  /// `customersBeyond` ÷ `customers`; nil without customers.
  public var customerShare: Double?
  /// What all finished visits have beyond the limit, added up ("wasted time").
  public var totalSecondsBeyond: Double
}

/// Holds finished visits against a limit per item, such as the planned time of a stage.
struct VisitLimitTally: Sendable {
  /// Microseconds; nil = no limit.
  private let limits: [Int64?]
  private var customers: [Int]
  private var beyond: [Int]
  private var excess: [Int128]

  init(limits: [Int64?]) {
    self.limits = limits
    customers = [Int](repeating: 0, count: limits.count)
    beyond = customers
    excess = [Int128](repeating: 0, count: limits.count)
  }

  mutating func take(_ chunk: CaseChunk) {
    // Whether this customer has a finished visit, and one beyond the limit, per item.
    var met = [Bool](repeating: false, count: limits.count)
    var exceeded = met
    var customer = -1
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      if chunk.customer(ofJourney: journey) != customer {
        count(&met, &exceeded)
        customer = chunk.customer(ofJourney: journey)
      }
      var item = Int(chunk.items[events.lowerBound])
      var entered = chunk.times[events.lowerBound]
      for event in events.dropFirst() where Int(chunk.items[event]) != item {
        let time = chunk.times[event]
        met[item] = true
        if let limit = limits[item], time - entered > limit {
          exceeded[item] = true
          excess[item] += Int128(time - entered - limit)
        }
        item = Int(chunk.items[event])
        entered = time
      }
    }
    count(&met, &exceeded)
  }

  private mutating func count(_ met: inout [Bool], _ exceeded: inout [Bool]) {
    for item in limits.indices where met[item] {
      customers[item] += 1
      if exceeded[item] { beyond[item] += 1 }
      met[item] = false
      exceeded[item] = false
    }
  }

  /// One entry per limit, nil where there is none.
  static func merged(_ tallies: [VisitLimitTally], limits: [Int64?]) -> [VisitExcess?] {
    limits.indices.map { item in
      guard limits[item] != nil else { return nil }
      let customers = tallies.reduce(0) { $0 + $1.customers[item] }
      let beyond = tallies.reduce(0) { $0 + $1.beyond[item] }
      let excess = tallies.reduce(Int128(0)) { $0 + $1.excess[item] }
      return VisitExcess(
        customers: customers, customersBeyond: beyond,
        customerShare: customers == 0 ? nil : Double(beyond) / Double(customers),
        totalSecondsBeyond: Double(excess) / 1e6)
    }
  }
}
