import Testing

@testable import EventStore

struct OrderedKeysTests {
  /// Texts of the kinds that ids have, and of kinds that they should not have.
  private func texts(_ count: Int, _ random: inout SplitMix64) -> [[UInt8]] {
    let alphabets: [[UInt8]] = [
      Array("0123456789".utf8), Array("0123456789abcdef".utf8), [0, 1], Array(0...255), [65],
    ]
    let alphabet = alphabets.randomElement(using: &random) ?? [65]
    let prefix = ["", "c-", "a prefix of twenty-one"].randomElement(using: &random) ?? ""
    let lengths =
      [0...3, 4...4, 10...10, 0...20, 36...36, 30...60].randomElement(using: &random) ?? 0...1
    return (0..<count).map { _ in
      let length = Int.random(in: lengths, using: &random)
      return Array(prefix.utf8)
        + (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `keys have the order of the bytes, and tell texts apart if they are whole`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = texts(120, &random)
    var interners = [Interner(seed: 3), Interner(seed: 4)]
    for (index, text) in texts.enumerated() {
      _ = text.withBytes { interners[index % 2].intern($0) }
    }
    let keys = OrderedKeys(interners.map { $0.texts }, threads: 2)
    for a in texts {
      for b in texts {
        let (keyA, keyB) = (a.withBytes { keys.key($0) }, b.withBytes { keys.key($0) })
        #expect(keyA >> UInt64(keys.bits) == 0 || keys.bits == 64)
        if keyA < keyB { #expect(a.lexicographicallyPrecedes(b)) }
        if keys.isWhole && keyA == keyB { #expect(a == b) }
        if a == b { #expect(keyA == keyB) }
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `many texts of several interners have one order, on any number of threads`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = texts(16_000, &random)
    var interners = [Interner(seed: 1), Interner(seed: 2), Interner(seed: 3)]
    var codes: [[[UInt8]: UInt32]] = [[:], [:], [:]]
    for text in texts {
      let which = [0, 0, 0, 1, 2].randomElement(using: &random) ?? 0
      codes[which][text] = text.withBytes { interners[which].intern($0) }
    }
    let expected = Set(texts).sorted { $0.lexicographicallyPrecedes($1) }
    for threads in [1, 2, 5] {
      let ranking = MergedRanking(interners, threads: threads)
      #expect((0..<ranking.count).map { ranking.text($0).array } == expected)
      var found: [[UInt8]] = []
      ranking.forEachText(3..<max(ranking.count, 3)) { found.append($0.array) }
      #expect(found == Array(expected.dropFirst(3)))
      for which in codes.indices {
        for (text, code) in codes[which] {
          #expect(expected[Int(ranking.ranks[which][Int(code)])] == text)
        }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `an interner gives equal texts one code, and others another`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var interner = Interner(seed: seed)
    var codes: [[UInt8]: UInt32] = [:]
    // Lengths around those that are told apart by other means, and zeros at the end.
    for _ in 0..<5_000 {
      let length = [0, 1, 7, 8, 9, 11, 12, 13, 15, 16, 17, 31, 32, 33, 40].randomElement(
        using: &random)
      let text = (0..<(length ?? 0)).map { _ in UInt8.random(in: 0...1, using: &random) }
      // In the middle and at the end of other bytes.
      let around = Bool.random(using: &random) ? text + Array(repeating: 7, count: 20) : text
      let code = around.withBytes { interner.intern($0.slice(0, text.count)) }
      #expect(code == codes[text, default: UInt32(codes.count)])
      codes[text] = code
    }
    #expect(interner.count == codes.count)
    for (text, code) in codes { #expect(interner.bytes(Int(code)).array == text) }
  }
}
