import EventStore
import Glibc
import Testing

struct DamageTests {
  private func store(_ random: inout SplitMix64) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<2 {
      var world = SmallWorld()
      world.hasIDs = true
      try writer(folder).add(world.rows(60, &random), digest: "\(number)")
    }
    return folder
  }

  @Test func `a flipped bit in any file is found`() throws {
    var random = SplitMix64(seed: 7)
    let folder = try store(&random)
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
    for path in try folder.eventFiles {
      let bytes = try TemporaryFolder.read(path)
      let file = open(path, O_WRONLY)
      defer { close(file) }
      for _ in 0..<500 {
        let offset = Int.random(in: 0..<bytes.count, using: &random)
        var flipped = bytes[offset] ^ (1 << UInt8.random(in: 0..<8, using: &random))
        pwrite(file, &flipped, 1, offset)
        let found = try EventLog.verify(directory: folder.path)
        #expect(!found.isEmpty, "byte \(offset) of \(path)")
        var original = bytes[offset]
        pwrite(file, &original, 1, offset)
      }
    }
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
  }

  @Test func `a file cut short is found`() throws {
    var random = SplitMix64(seed: 8)
    let folder = try store(&random)
    for path in try folder.eventFiles {
      let bytes = try TemporaryFolder.read(path)
      for length in [0, 1, 63, 64, bytes.count / 2, bytes.count - 1] {
        try TemporaryFolder.write(Array(bytes.prefix(length)), path)
        #expect(try !EventLog.verify(directory: folder.path).isEmpty, "\(length) of \(path)")
      }
      unlink(path)
      if path.hasSuffix("manifest") {
        #expect(throws: EventStoreError.self) { try writer(folder) }
      } else {
        #expect(try !EventLog.verify(directory: folder.path).isEmpty)
      }
      try TemporaryFolder.write(bytes, path)
    }
  }

  @Test func `a scan of damaged events fails with the file and the place`() throws {
    var random = SplitMix64(seed: 9)
    let folder = try TemporaryFolder()
    try writer(folder).add(SmallWorld().rows(60, &random), digest: "1")
    let path = try #require(try folder.eventFiles.first { $0.contains("segment") })
    var bytes = try TemporaryFolder.read(path)
    bytes[100] ^= 1
    try TemporaryFolder.write(bytes, path)
    let log = try EventLog(directory: folder.path)
    #expect(
      throws: EventStoreError.damaged(
        path: path, detail: "block 0 does not match its checksum (at byte 64)")
    ) {
      try log.scan(ScanColumns(), into: { 0 }) { _, _ in }
    }
  }

  @Test func `a newer format is refused`() throws {
    var random = SplitMix64(seed: 10)
    let folder = try store(&random)
    for path in try folder.eventFiles {
      let bytes = try TemporaryFolder.read(path)
      var newer = bytes
      let supported = Int(bytes[8])
      newer[8] += 1
      let sum = Self.checksum(newer[..<60])
      for index in 0..<4 { newer[60 + index] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * index)) }
      try TemporaryFolder.write(newer, path)
      let refusal = EventStoreError.newerFormat(
        path: path, found: supported + 1, supported: supported)
      #expect(throws: refusal) {
        _ = try EventLog.verify(directory: folder.path)
      }
      try TemporaryFolder.write(bytes, path)
    }
  }

  /// CRC-32C bit by bit.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = (crc >> 1) ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
    }
    return ~crc
  }
}
