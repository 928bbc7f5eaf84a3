import Testing

@testable import EventStore

struct DictionaryTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `codes stand for texts, and their order is that of bytes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let prefix =
      ["", "customer-", "a long prefix that all share "].randomElement(using: &random) ?? ""
    let texts = (0..<700).map { _ in
      prefix + String(Int.random(in: 0..<500, using: &random), radix: 3)
        + ["", "\0", "ü"].randomElement(using: &random)!
    }
    var interners = [Interner(seed: 1), Interner(seed: 2)]
    var codes: [[String: UInt32]] = [[:], [:]]
    for text in texts {
      let which = Int.random(in: 0...1, using: &random)
      let code = Array(text.utf8).withBytes { interners[which].intern($0) }
      #expect(codes[which][text, default: code] == code)
      codes[which][text] = code
      #expect(interners[which].bytes(Int(code)).string == text)
    }
    let ranking = MergedRanking(interners, threads: 2)
    let expected = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(ranking.count == expected.count)
    #expect((0..<ranking.count).map { ranking.text($0).string } == expected)
    for which in 0...1 {
      for (text, code) in codes[which] {
        #expect(expected[Int(ranking.ranks[which][Int(code)])] == text)
      }
    }
    // In two parts, as two threads would make them.
    let middle = expected.count / 2 / StringTable.stretch * StringTable.stretch
    let parts = [0..<middle, middle..<expected.count].map { range in
      var builder = StringTableBuilder()
      ranking.forEachText(range) { builder.append($0) }
      return builder
    }
    let sealed = StringTableBuilder.joined(parts)
    try withExtendedLifetime(sealed) {
      let table = try #require(StringTable(sealed.bytes))
      #expect(table.strings() == expected)
      for (number, text) in expected.enumerated() {
        #expect(table.number(of: Array(text.utf8)) == number)
        #expect(table.text(number) == Array(text.utf8))
      }
      #expect(table.number(of: Array("not there".utf8)) == nil)
    }
  }

  @Test func `only plain decimals are numbers`() {
    for text in ["0", "12", "-3", "1.5", "-0.25", "007"] {
      #expect(Array(text.utf8).withBytes { DecimalText.isPlain($0) }, "\(text)")
    }
    for text in ["", "-", ".5", "1.", "1e3", "+1", "1,5", "NA", " 1", "0x1"] {
      #expect(!Array(text.utf8).withBytes { DecimalText.isPlain($0) }, "\(text)")
    }
  }
}
