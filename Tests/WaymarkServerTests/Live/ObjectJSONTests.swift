import Foundation
import JourneyModel
import Testing

@testable import WaymarkServer

@Suite struct ObjectJSONTests {
  private struct Written: Decodable, Equatable {
    var kind: String
    var id: String
    var map: String?
    var deleted: Bool?
    var properties: [String: PropertyValue]
  }

  private func value(_ seed: inout SeededNumbers, depth: Int) -> PropertyValue {
    switch seed.next(below: depth > 2 ? 4 : 6) {
    case 0: .none
    case 1: .flag(seed.next(below: 2) == 0)
    case 2: .number(Double(seed.next(below: 2_000_000) - 1_000_000) / 8)
    case 3: .text(seed.text())
    case 4: .list((0..<seed.next(below: 4)).map { _ in value(&seed, depth: depth + 1) })
    default:
      .record(
        Dictionary(
          (0..<seed.next(below: 4)).map { _ in (seed.text(), value(&seed, depth: depth + 1)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  @Test func `what is written is what a decoder reads`() throws {
    var seed = SeededNumbers(state: 20_261_122)
    for round in 0..<300 {
      var values: [PropertyName: PropertyValue] = [:]
      for _ in 0..<seed.next(below: 8) {
        values[PropertyName(rawValue: seed.text())] = value(&seed, depth: 0)
      }
      let map = round.isMultiple(of: 3) ? nil : "shop"
      var json = ObjectJSON()
      json.object(
        ObjectReference(.card, "c\(round)", in: map), values, isDeleted: round.isMultiple(of: 5))
      let read = try JSONDecoder().decode(Written.self, from: Data(json.bytes))
      #expect(read.kind == "card")
      #expect(read.id == "c\(round)")
      #expect(read.map == map)
      #expect(read.deleted == (round.isMultiple(of: 5) ? true : nil))
      #expect(
        read.properties
          == Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
    }
  }
}

/// A small generator of equal sequences for equal seeds.
struct SeededNumbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func text() -> String {
    let pieces = [
      "a", "Щ", "\"", "\\", "\n", "\t", "\u{1}", "😀", "</script>", " ", "ż", "\u{2028}",
    ]
    return (0..<next(below: 12)).map { _ in pieces[next(below: pieces.count)] }.joined()
  }
}
