public import EventStore
import Glibc

/// Reads a file of delimited text as events: what the columns mean is settled when it is opened, the rows follow in batches.
///
/// ```swift
/// let reader = try EventFileReader(path: "log.csv.gz", options: EventFileOptions(zone: "Europe/Kyiv"))
/// print(reader.layout.roles.summary)
/// let summary = try reader.read(deliver: { try importer.add($0) })
/// ```
public struct EventFileReader: Sendable {
  public let path: String
  public let options: EventFileOptions
  public let layout: EventFileLayout
  private let parser: RowParser
  private let headerBytes: Int
  private let headerLines: Int

  /// Looks at the file: its form, its columns, their roles, and how its times are written.
  ///
  /// - Throws: if the file cannot be read as a table of events; no row has been delivered then.
  public init(path: String, options: EventFileOptions = EventFileOptions()) throws(EventFileError) {
    self.path = path
    self.options = options
    guard let zone = ZoneOffsets(options.zone) else {
      throw .unknownZone(
        name: options.zone, suggestion: ZoneOffsets.suggestion(for: options.zone))
    }
    let sample: TableSample
    do throws(TextFileError) {
      sample = try TableSample(
        path: path, separator: options.separator, maximumRecordBytes: options.maximumRecordBytes)
    } catch {
      throw .file(error)
    }
    let roles = try RoleDetection.assign(sample, options)
    var filters: [(column: Int, value: [UInt8])] = []
    for filter in options.filters {
      let column = try RoleDetection.column(
        named: filter.column, option: "--where", columns: sample.columns, path: path)
      filters.append((column, Array(filter.value.utf8)))
    }
    if sample.isWholeFile, sample.recordsSeen == 0 { throw .noRows(path: path) }
    guard let customer = roles.column(.customer), let time = roles.column(.time),
      let activity = roles.column(.activity)
    else { preconditionFailure("an assignment has the roles that every event needs") }
    let times = try TimeColumnDecision(sample: sample, column: time, options: options, zone: zone)
      .reader()
    headerBytes = sample.headerBytes
    headerLines = sample.headerLines
    parser = RowParser(
      dialect: sample.dialect, columnCount: sample.columns.count, customer: customer, time: time,
      activity: activity, channel: roles.column(.channel), value: roles.column(.value),
      session: roles.column(.session), eventID: roles.column(.eventID),
      attributes: roles.attributes.map(\.column), filters: filters, times: times,
      decimal: DecimalValue(allowsComma: sample.dialect.separator == UInt8(ascii: ";")))
    layout = EventFileLayout(
      separatorName: sample.dialect.separatorName, encoding: sample.encoding,
      isCompressed: sample.isCompressed, columns: sample.columns, roles: roles, times: times,
      firstRows: sample.rows.prefix(20).map { row in
        row.cells.map { String(decoding: $0, as: UTF8.self) }
      })
  }

  /// Names of the attributes, in the order in which `EventBatch.attributes` holds them.
  public var attributeNames: [String] { layout.roles.attributes.map(\.name) }

  /// Reads the whole file on all cores.
  ///
  /// - Parameters:
  ///   - deliver: takes a batch; called from several threads at once. Batch numbers are in the order of the file, the calls
  ///     nearly so. If it throws, reading stops and the error is thrown on.
  ///   - reject: takes a row that became no event, in the order of the file, one call at a time.
  ///   - progress: called now and then, one call at a time.
  /// - Throws: `EventFileError`, or what `deliver` or `reject` threw.
  /// - Complexity: O(*n*) in the bytes; memory is bounded by a few chunks per thread.
  public func read(
    deliver: @Sendable (EventBatch) throws -> Void,
    reject: @Sendable (RejectedRow) throws -> Void = { _ in },
    progress: @Sendable (EventFileProgress) -> Void = { _ in }
  ) throws -> EventFileSummary {
    let reading = try opened()
    let threads = options.threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return try reading.run(
      threads: threads, deliver: deliver, reject: reject, progress: progress)
  }

  /// The present size of the file on disk.
  public func fileBytes() throws(TextFileError) -> Int { try RawFile(path: path).size }

  private func opened() throws(EventFileError) -> ParallelReading {
    do throws(TextFileError) {
      let source = try TextSource(path: path)
      let size = source.raw.size
      let reader = try ChunkReader(
        source, dialect: parser.dialect, chunkBytes: options.chunkBytes,
        maximumRecordBytes: options.maximumRecordBytes, skippedBytes: headerBytes)
      return ParallelReading(reader, parser, firstLine: headerLines + 1, totalBytes: size)
    } catch {
      throw .file(error)
    }
  }
}
