import Testing

@testable import EventStore

struct ChecksumTests {
  @Test func `CRC-32C gives the published check values`() {
    let digits = Array("123456789".utf8)
    #expect(digits.withBytes { CRC32C.checksum($0) } == 0xE306_9283)
    // RFC 3720, B.4: 32 bytes of zero, of ones, and ascending.
    #expect([UInt8](repeating: 0, count: 32).withBytes { CRC32C.checksum($0) } == 0x8A91_36AA)
    #expect([UInt8](repeating: 255, count: 32).withBytes { CRC32C.checksum($0) } == 0x62A8_AB43)
    #expect((0..<32).map { UInt8($0) }.withBytes { CRC32C.checksum($0) } == 0x46DD_794E)
  }

  @Test func `the four checksums of a piece are those of its quarters`() {
    for length in [0, 1, 31, 32, 33, 100, 1_000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let quarter = (length / 4) & ~7
      func plain(_ range: Range<Int>) -> UInt32 { Array(bytes[range]).withBytes(CRC32C.checksum) }
      let expected = SIMD4(
        plain(0..<quarter), plain(quarter..<2 * quarter), plain(2 * quarter..<3 * quarter),
        plain(3 * quarter..<length))
      #expect(bytes.withBytes { CRC32C.quarters($0) } == expected)
    }
  }

  @Test func `SipHash-2-4-128 gives the reference vectors`() {
    let key = EventDigest(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
    // The authors' vectors for the messages "", 00, 00 01.
    let expected: [(UInt64, UInt64)] = [
      (0xE6A8_25BA_047F_81A3, 0x9302_55C7_1472_F66D),
      (0x44AF_996B_D8C1_87DA, 0x45FC_229B_1159_7634),
      (0xC75D_A4A4_8D22_7781, 0xE4FF_0AF6_DE8B_A3FC),
    ]
    for (length, vector) in expected.enumerated() {
      let digest = (0..<length).map { UInt8($0) }.withBytes { SipHash128.digest($0, key: key) }
      #expect(digest == EventDigest(low: vector.0, high: vector.1))
    }
  }
}
