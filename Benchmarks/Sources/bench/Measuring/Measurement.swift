import Glibc

/// What a piece of work cost.
struct Measurement: Encodable {
  /// Seconds by the monotonic clock.
  var seconds: Double
  /// Processor seconds of all threads, in the program and in the system on its behalf.
  var cpuSeconds: Double

  static func of<Result>(_ body: () throws -> Result) rethrows -> (Result, Measurement) {
    let clock = ContinuousClock()
    let (start, cpu) = (clock.now, cpuSecondsSoFar)
    let result = try body()
    let wall = clock.now - start
    let parts = wall.components
    return (
      result,
      Measurement(
        seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18,
        cpuSeconds: cpuSecondsSoFar - cpu)
    )
  }

  private static var usage: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static var cpuSecondsSoFar: Double {
    let usage = usage
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  /// The most memory the process has held at any time, in bytes; pages of mapped files count while they are held.
  static var peakMemoryBytes: Int { usage.ru_maxrss * 1024 }
}
