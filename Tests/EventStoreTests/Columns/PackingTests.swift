import Testing

@testable import EventStore

struct PackingTests {
  @Test(arguments: Array(0...57) + [64])
  func `numbers of any width come back, from any range`(width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    for count in [1, 7, 8, 9, 64, 100] {
      let mask: UInt64 = width == 64 ? ~0 : (1 << UInt64(width)) - 1
      let numbers = (0..<count).map { _ in random.next() & mask }
      let length = BitPacking.byteCount(count, width: width)
      let target = UnsafeColumn<UInt8>(count: length + 8)
      for index in 0..<target.count { target[index] = 0xAA }
      BitPacking.pack(count, width: width, into: target, at: 0) { numbers[$0] }
      for start in [0, 1, 5, count / 2] where start < count {
        var back: [UInt64] = []
        BitPacking.unpack(target.bytes(length), at: 0, width: width, start..<count) {
          place, number in
          #expect(place == back.count)
          back.append(number)
        }
        #expect(back == Array(numbers[start...]))
      }
      #expect(target[length] == 0xAA, "nothing is written past the end")
    }
  }

  @Test func `the coarsest unit is exact`() {
    let day: Int64 = 86_400_000_000
    #expect(TimeUnit.coarsest(of: [0, day, -day], limit: .day) == .day)
    #expect(TimeUnit.coarsest(of: [day, 3_600_000_000], limit: .day) == .hour)
    #expect(TimeUnit.coarsest(of: [day, 60_000_000], limit: .hour) == .minute)
    #expect(TimeUnit.coarsest(of: [day, 1_000_000, 2_000], limit: .day) == .millisecond)
    #expect(TimeUnit.coarsest(of: [day, -1], limit: .day) == .microsecond)
    #expect(TimeUnit.coarsest(of: [day], limit: .second) == .second)
    for unit in TimeUnit.allCases {
      let division = ExactDivision(by: unit)
      for quotient: UInt64 in [0, 1, 7, 1_000_003, 100_000_000] {
        #expect(division.quotient(quotient * UInt64(unit.microseconds)) == quotient)
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a block gives back its rows`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var rows = BlockRows(attributeCount: 1)
    let customers = Int.random(in: 1...60, using: &random)
    let spread = Int64.random(in: 0...40, using: &random)
    for _ in 0..<customers {
      let count = Int.random(in: 1...40, using: &random)
      rows.counts.append(UInt32(count))
      var time = Int64.random(in: -1_000...(1 << (spread + 1)), using: &random)
      for _ in 0..<count {
        rows.times.append(time * 1_000)
        time += Int64.random(in: 0...spread, using: &random)
        rows.activities.append(UInt32.random(in: 0..<200, using: &random))
        rows.channels.append(UInt32.random(in: 0..<70_000, using: &random))
        rows.arrivals.append(UInt32.random(in: 0..<1_000_000, using: &random))
        rows.values.append(
          [Int64.min, 0, Int64.max, Int64.min + 1, 5].randomElement(using: &random) ?? 0)
        rows.attributes[0].append(UInt32.random(in: 3..<9, using: &random))
      }
    }
    var shape = SegmentShape(unit: .millisecond, channelBits: 32, hasValues: true)
    shape.attributeCount = 1
    var encoder = BlockEncoder(shape: shape)
    let bytes = encoder.encode(rows)
    var loaded = LoadedBlock()
    let count = rows.times.count
    for (claimed, isRight) in [(count, true), (count + 1, false), (count, true)] {
      let isLoaded = loaded.load(bytes, rows: claimed, customers: customers, attributeCount: 1)
      #expect(isLoaded == isRight)
    }
    for range in [0..<customers, customers / 3..<customers / 2 + 1, customers - 1..<customers] {
      let own = loaded.rows(range)
      var times = [Int64](repeating: 0, count: own.count)
      times.withTarget { loaded.decodeTimes(range, unit: .millisecond, into: $0) }
      #expect(times == Array(rows.times[own]))
      var values = times
      values.withTarget { loaded.decodeValues(own, into: $0) }
      #expect(values == Array(rows.values[own]))
      for (column, expected) in [
        (BlockColumn.activities, rows.activities), (BlockColumn.channels, rows.channels),
        (BlockColumn.arrivals, rows.arrivals), (BlockColumn.firstAttribute, rows.attributes[0]),
      ] {
        var codes = [UInt32](repeating: 0, count: own.count)
        codes.withTarget { loaded.decodeCodes(column, own, map: nil, into: $0) }
        #expect(codes == Array(expected[own]))
      }
    }
  }
}
