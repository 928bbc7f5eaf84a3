import Glibc

/// Writes events as rows of CSV: customer, time, activity, channel.
struct RowWriter: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private let activities: [[UInt8]]
  private let channels: [[UInt8]]
  private var day = -1
  /// The date and "T", of `day`.
  private var date: [UInt8] = []
  private(set) var bytesWritten = 0

  private static let blockBytes = 1 << 20
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BenchError.system("create \(path)", errno) }
    buffer.reserveCapacity(Self.blockBytes + 256)
    activities = ShopGrammar.activities.map { Array(",\($0.name),".utf8) }
    channels = ShopGrammar.channels.map { Array("\($0.name)\n".utf8) }
    buffer.append(contentsOf: "customer,time,activity,channel\n".utf8)
  }

  deinit { close(descriptor) }

  mutating func write(_ event: PendingEvent) {
    appendID(event.customer)
    appendTime(event.second)
    buffer.append(contentsOf: activities[Int(event.activity)])
    buffer.append(contentsOf: channels[Int(event.channel)])
  }

  /// Whether enough rows have gathered to be written out.
  var isFull: Bool { buffer.count >= Self.blockBytes }

  mutating func flush() throws {
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw BenchError.system("write \(path)", errno) }
      start += count
    }
    bytesWritten += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// "c-" and ten digits that look random and differ for different numbers.
  private mutating func appendID(_ number: Int) {
    let mask: UInt64 = 0xFF_FFFF_FFFF
    // Every step is a bijection of 40 bits.
    var mixed = UInt64(number &+ 1) &* 0x9E_3779_B97F & mask
    mixed ^= mixed >> 19
    mixed = mixed &* 0xBF_58D1_CE4D & mask
    mixed ^= mixed >> 23
    buffer.append(UInt8(ascii: "c"))
    buffer.append(UInt8(ascii: "-"))
    var shift: UInt64 = 36
    for _ in 0..<10 {
      buffer.append(Self.hexadecimal[Int(mixed >> shift & 15)])
      shift &-= 4
    }
    buffer.append(UInt8(ascii: ","))
  }

  private mutating func appendTime(_ second: Int) {
    let (today, rest) = (second / 86_400, second % 86_400)
    if today != day {
      day = today
      date = Self.date(today)
    }
    buffer.append(contentsOf: date)
    appendTwoDigits(rest / 3_600)
    buffer.append(UInt8(ascii: ":"))
    appendTwoDigits(rest / 60 % 60)
    buffer.append(UInt8(ascii: ":"))
    appendTwoDigits(rest % 60)
    buffer.append(UInt8(ascii: "Z"))
  }

  private mutating func appendTwoDigits(_ number: Int) {
    buffer.append(UInt8(ascii: "0") + UInt8(number / 10))
    buffer.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// The date so many days after 1 January 2025, and "T".
  private static func date(_ days: Int) -> [UInt8] {
    var (year, day) = (2025, days)
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    while day >= (isLeap(year) ? 366 : 365) {
      day -= isLeap(year) ? 366 : 365
      year += 1
    }
    var month = 1
    for length in [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if day < length { break }
      day -= length
      month += 1
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Array("\(year)-\(two(month))-\(two(day + 1))T".utf8)
  }
}
