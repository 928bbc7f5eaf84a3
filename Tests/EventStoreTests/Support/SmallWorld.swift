import EventStore
import Glibc

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A row with an event id, which the store keeps as a digest only.
struct Arrival {
  var row: EventRow
  var id = ""
}

/// Few names, few customers, many ties, values and fields that are often missing.
struct SmallWorld {
  var customers = [
    "NA", "null", "0", "", "c1", "c10", "c2", "Жанна", "a customer with a long id", "b",
  ]
  var activities = ["view", "cart", "pay", "ask support about the delivery", "x"]
  var unit: Int64 = 1_000_000
  var span = 40
  var isOrdered = false
  var hasIDs = false

  func rows(_ count: Int, _ random: inout SplitMix64) -> [Arrival] {
    var time: Int64 = -20
    return (0..<count).map { index in
      time =
        isOrdered
        ? time + Int64.random(in: 0...1, using: &random)
        : Int64.random(in: -20..<Int64(span), using: &random)
      var row = EventRow(
        customers.randomElement(using: &random) ?? "", time * unit,
        activities.randomElement(using: &random) ?? "")
      row.channel = ["", "web", "app"].randomElement(using: &random) ?? ""
      if Bool.random(using: &random) {
        row.value = Int64.random(in: -50_000..<1_000_000, using: &random)
      }
      row.session =
        ["", "s1", "s2", "a session with a long name"].randomElement(using: &random) ?? ""
      row.attributes["country"] = ["", "DE", "UA", "0"].randomElement(using: &random) ?? ""
      row.attributes["price"] = ["", "12", "-0.5", "3.25"].randomElement(using: &random) ?? ""
      let id = hasIDs ? ["", "e\(index / 2)"].randomElement(using: &random) ?? "" : ""
      return Arrival(row: row, id: id)
    }
  }

  static let attributes = ["country", "price"]
}

extension EventBatch {
  init(number: Int, _ arrivals: ArraySlice<Arrival>, attributes: [String], isPlain: Bool = false) {
    var bytes: [UInt8] = []
    func column(_ text: (Arrival) -> String) -> TextColumn {
      var column = TextColumn()
      for arrival in arrivals {
        column.starts.append(UInt32(bytes.count))
        bytes += text(arrival).utf8
        column.ends.append(UInt32(bytes.count))
      }
      return column
    }
    let customers = column { $0.row.customer }
    let activities = column { $0.row.activity }
    let channels = column { $0.row.channel }
    let sessions = column { $0.row.session }
    let ids = column { $0.id }
    let kept = attributes.map { name in column { $0.row.attributes[name] ?? "" } }
    self.init(
      number: number, rowCount: arrivals.count, bytes: bytes, customers: customers,
      activities: activities, times: arrivals.map { $0.row.time })
    if isPlain { return }
    self.channels = channels
    self.sessions = sessions
    self.values = arrivals.map { $0.row.value ?? Int64.min }
    self.attributes = kept
    if arrivals.contains(where: { !$0.id.isEmpty }) { eventIDs = ids }
  }
}

/// A folder of its own for one test, removed with everything in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    // In memory where there is such a place: these tests are about bytes, not about the disk's speed.
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/eventstore-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FolderError() }
    path = String(cString: made)
  }

  struct FolderError: Error {}

  deinit { Self.remove(path) }

  static func remove(_ path: String) {
    if let names = try? names(path) {
      for name in names { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  static func names(_ path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw FolderError() }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  var events: String { path + "/events" }
  var eventFiles: [String] { get throws { try Self.names(events).map { events + "/" + $0 } } }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FolderError() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "wb") else { throw FolderError() }
    defer { fclose(file) }
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { throw FolderError() }
  }

  func copyEvents(to other: TemporaryFolder) throws {
    mkdir(other.events, 0o755)
    for name in try Self.names(events) {
      try Self.write(Self.read(events + "/" + name), other.events + "/" + name)
    }
  }
}

extension EventStoreWriter {
  /// Imports rows in batches of a few, in random order of numbers.
  @discardableResult
  func add(
    _ arrivals: [Arrival], source: String = "file.csv", digest: String,
    attributes: [String] = SmallWorld.attributes, batch: Int = 7, isPlain: Bool = false,
    again: Bool = false, shuffle seed: UInt64 = 1
  ) throws -> ImportSummary {
    let session = try beginImport(
      source: source, digest: digest, date: "2026-01-02", attributes: isPlain ? [] : attributes,
      again: again)
    var random = SplitMix64(seed: seed)
    var batches = stride(from: 0, to: arrivals.count, by: batch).enumerated().map { number, start in
      EventBatch(
        number: number, arrivals[start..<min(start + batch, arrivals.count)],
        attributes: attributes, isPlain: isPlain)
    }
    // Only neighbours change places, as between a few threads.
    for index in batches.indices.dropFirst() where Bool.random(using: &random) {
      batches.swapAt(index - 1, index)
    }
    for batch in batches { try session.append(batch) }
    return try session.finish(rejected: 3)
  }
}

func writer(
  _ folder: TemporaryFolder, runRows: Int = 16_000_000, threads: Int = 2
) throws -> EventStoreWriter {
  try EventStoreWriter(
    lock: WriterLock(directory: folder.path),
    configuration: WriterConfiguration(threads: threads, runRows: runRows))
}
