import Testing

@testable import JourneyFormats

struct FileDigestTests {
  private func digest(_ pieces: [[UInt8]]) -> FileDigest {
    var state = DigestState()
    for piece in pieces { unsafe state.update(piece.span.bytes) }
    return state.finish()
  }

  @Test
  func `a digest does not depend on how the bytes are cut`() throws {
    var dice = Dice(seed: 5)
    let bytes = (0..<1000).map { _ in UInt8(truncatingIfNeeded: dice.roll()) }
    for length in [0, 1, 63, 64, 65, 128, 500, 1000] {
      let whole = digest([Array(bytes[..<length])])
      for _ in 0..<20 {
        var pieces: [[UInt8]] = []
        var at = 0
        while at < length {
          let next = min(length, at + 1 + dice.below(100))
          pieces.append(Array(bytes[at..<next]))
          at = next
        }
        #expect(digest(pieces) == whole)
      }
    }
  }

  @Test
  func `any changed, added or moved byte changes the digest`() throws {
    var dice = Dice(seed: 6)
    var seen: Set<FileDigest> = []
    let bytes = (0..<200).map { _ in UInt8(truncatingIfNeeded: dice.roll()) }
    func add(_ bytes: [UInt8]) {
      #expect(seen.insert(digest([bytes])).inserted)
    }
    add(bytes)
    for at in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[at] ^= 1 << UInt8(bit)
        add(changed)
      }
    }
    for zeros in 1..<100 { add(bytes + [UInt8](repeating: 0, count: zeros)) }
    for blocks in 0..<100 { add([UInt8](repeating: 0, count: blocks * 16)) }
  }

  @Test
  func `a digest is read back from its text`() throws {
    let digest = FileDigest(high: 0x1, low: 0xFEDC_BA98_7654_3210)
    #expect(digest.description == "0000000000000001fedcba9876543210")
    #expect(FileDigest(digest.description) == digest)
    #expect(FileDigest("+000000000000001fedcba9876543210") == nil)
    #expect(FileDigest("1") == nil)
  }

  @Test
  func `the digest of a file is known beforehand`() throws {
    let folder = try TestFolder()
    let path = try folder.file("user,time,event\na,2024-01-01,x\n")
    let digest = try FileDigest.ofFile(path)
    let summary = try EventFileReader(path: path).read(deliver: { _ in })
    #expect(summary.digest == digest)
  }
}
