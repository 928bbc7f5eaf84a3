import EventStore

/// Some whole journeys after all filters, seen at one level: what every tally reads.
///
/// At touchpoint and stage level unbound events are left out, but every journey keeps its place, so journey *i* is the
/// same one at each level; it may own no event there.
struct CaseChunk: Sendable {
  /// Journey *i* owns events `offsets[i] ..< offsets[i + 1]`.
  var offsets: [Int32]
  /// Whole microseconds since 1970, UTC; never falling within a journey.
  var times: [Int64]
  /// Codes of activities, touchpoints or stages.
  var items: [UInt32]
  /// Channel codes at activity level, if a grouping needs them.
  var channels: [UInt32] = []
  /// Session codes at activity level, if a question cuts journeys by the session column.
  var sessions: [UInt32] = []
  /// Whether `codes` and `ticks` stand in place of `items` and `times`, which are then empty.
  var isNarrow = false
  /// Codes of activities.
  var codes: [UInt8] = []
  /// Only differences within a journey mean something: times in the source's unit, wrapping around.
  var ticks: [UInt32] = []
  /// The customer of journey 0, where journey and customer are one.
  var firstCustomer: Int
  /// The customer of each journey, never falling; empty where journey *i* is customer `firstCustomer + i`.
  var customers: [Int] = []

  var journeyCount: Int { offsets.count - 1 }
  var eventCount: Int { Int(offsets[offsets.count - 1]) }

  func customer(ofJourney journey: Int) -> Int {
    customers.isEmpty ? firstCustomer + journey : customers[journey]
  }

  func events(ofJourney journey: Int) -> Range<Int> {
    Int(offsets[journey])..<Int(offsets[journey + 1])
  }
}

extension CaseChunk {
  /// The same journeys with every event unbound.
  var withoutEvents: CaseChunk {
    CaseChunk(
      offsets: [Int32](repeating: 0, count: offsets.count), times: [], items: [],
      firstCustomer: firstCustomer, customers: customers)
  }

  /// Takes the columns of a chunk as they are: no filter, customers as journeys.
  init(whole chunk: JourneyChunk) {
    offsets = chunk.offsets
    times = chunk.times
    items = chunk.activities
    channels = chunk.channels
    sessions = chunk.sessions
    isNarrow = chunk.isNarrow
    codes = chunk.codes
    ticks = chunk.ticks
    firstCustomer = chunk.firstCustomer
  }
}
