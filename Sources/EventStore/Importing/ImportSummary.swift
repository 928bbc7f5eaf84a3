/// What came of an import.
public struct ImportSummary: Hashable, Sendable {
  public let id: Int
  /// Events stored by this import.
  public let rows: Int
  /// Events left out because one with the same id was there.
  public let duplicates: Int
  /// Rows that could not be read, as the reader counted them.
  public let rejected: Int
  /// Distinct customers among the stored events, summed over the sorted runs of the import (exact up to 16 million
  /// rows).
  public let customers: Int
}

/// Settings of a writer; the defaults suit a machine with a few GB of memory.
public struct WriterConfiguration: Hashable, Sendable {
  /// Threads that sort and pack; by default one per core.
  public var threads: Int
  /// Rows that are sorted in memory and sealed together.
  public var runRows: Int
  /// Bytes of staged rows and dictionaries after which a run is sealed early.
  public var runBytes: Int

  public init(threads: Int? = nil, runRows: Int = 16_000_000, runBytes: Int = 640 << 20) {
    self.threads = max(1, threads ?? Workers.coreCount)
    self.runRows = max(1, runRows)
    // Dictionaries address their text with 32 bits.
    self.runBytes = min(max(1, runBytes), 2 << 30)
  }
}
