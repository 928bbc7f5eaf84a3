import Synchronization

/// The events of a workspace as they were when it was opened; later imports do not change it.
///
/// Opening maps the segments and reads the dictionaries of activities and channels; events are read and checked when
/// a scan
/// touches them. Safe to use from any number of threads.
public final class EventLog: JourneySource {
  /// Everything whose rows are in the log, oldest first.
  public let imports: [ImportRecord]
  public let eventCount: Int
  public let customerCount: Int
  public let activityNames: [String]
  public let channelNames: [String]
  public let hasSessions: Bool
  public let timeUnit: Int64
  public let attributes: [AttributeDescription]
  /// The earliest and latest event, in microseconds since 1970; nil if there are none.
  public let period: ClosedRange<Int64>?

  let runs: [LogRun]
  let threads: Int
  let activities: MergedDictionary
  let channels: MergedDictionary
  let order: Order
  private let cache = Mutex<[CacheKey: MergedDictionary]>([:])

  enum CacheKey: Hashable {
    case sessions
    case attribute(String)
  }

  /// How the log's customers are found.
  enum Order: Sendable {
    case singleRun
    case severalRuns(CustomerIndex)
    case groups(GroupIndex)
  }

  static func folder(of directory: String) -> String { directory + "/events" }

  /// Opens the log of a workspace folder.
  ///
  /// - Parameters:
  ///   - groups: Customers to be read as one; nil reads each alone.
  ///   - threads: Threads of a scan; by default one per core.
  /// - Throws: `.notFound`, `.damaged`, `.newerFormat`, `.system`.
  public convenience init(
    directory: String, groups: CustomerGroups? = nil, threads: Int? = nil
  ) throws(EventStoreError) {
    let folder = Self.folder(of: directory)
    let (manifest, runs) = try Self.open(folder)
    try self.init(manifest, runs, groups: groups, threads: threads ?? Workers.coreCount)
  }

  /// The manifest with all its segments; once more if a writer has replaced them in between.
  static func open(_ folder: String) throws(EventStoreError) -> (Manifest, [LogRun]) {
    var manifest = try Manifest.read(folder: folder)
    while true {
      do {
        return (manifest, try open(manifest.runs, folder))
      } catch .notFound(let path) {
        let newer = try Manifest.read(folder: folder)
        guard newer != manifest else { throw .damaged(path: path, detail: "the file is missing") }
        manifest = newer
      }
    }
  }

  static func open(
    _ runs: [[StoredSegment]], _ folder: String
  ) throws(EventStoreError) -> [LogRun] {
    var open: [LogRun] = []
    for run in runs {
      var segments: [SegmentFile] = []
      for stored in run {
        let segment = try SegmentFile(folder: folder, name: stored.name, length: stored.length)
        guard segment.directory.rows == stored.rows else {
          throw segment.file.damaged("the number of rows is not the manifest's", at: 0)
        }
        segments.append(segment)
      }
      open.append(LogRun(segments))
    }
    return open
  }

  init(
    _ manifest: Manifest, _ runs: [LogRun], groups: CustomerGroups?, threads: Int
  ) throws(EventStoreError) {
    self.threads = max(1, threads)
    self.runs = runs
    imports = manifest.imports
    eventCount = runs.reduce(0) { $0 + $1.rows }
    let segments = runs.flatMap { $0.segments }
    activities = try Self.dictionary(runs, optional: false, .names) { _ in
      SegmentDirectory.Table.activities
    }
    channels = try Self.dictionary(runs, optional: true, .names) { _ in
      SegmentDirectory.Table.channels
    }
    activityNames = activities.names
    channelNames = channels.names.isEmpty ? [""] : channels.names
    hasSessions = segments.contains { $0.shape.hasSessions }
    // Each unit is a multiple of all finer ones.
    timeUnit = (segments.map { $0.shape.unit }.min() ?? .microsecond).microseconds
    attributes = Self.attributes(segments)
    // After this the names of customers can be read without an error.
    for segment in segments { _ = try segment.table(SegmentDirectory.Table.customers) }
    if let first = segments.map({ $0.directory.firstTime }).min(),
      let last = segments.map({ $0.directory.lastTime }).max()
    {
      period = first...last
    } else {
      period = nil
    }
    if let groups {
      let index = try GroupIndex(runs, groups)
      order = .groups(index)
      customerCount = index.count
    } else if runs.count > 1 {
      let share = eventCount / (self.threads * 8)
      let index = try CustomerIndex(runs, taskRows: min(max(share, 16_384), 1 << 18))
      order = .severalRuns(index)
      customerCount = index.customerCount
    } else {
      order = .singleRun
      customerCount = runs.first?.customers ?? 0
    }
  }

  /// Names in order of appearance; numbers only if every segment that has values says so.
  private static func attributes(_ segments: [SegmentFile]) -> [AttributeDescription] {
    var names: [String] = []
    var kinds: [String: AttributeKind] = [:]
    for segment in segments {
      for (index, attribute) in segment.directory.attributes.enumerated() {
        if !names.contains(attribute.name) { names.append(attribute.name) }
        let table = segment.directory.tables[SegmentDirectory.Table.firstAttribute + index]
        // Eight bytes are a table without texts.
        if table.length <= 8 { continue }
        if kinds[attribute.name] != .text { kinds[attribute.name] = attribute.kind }
      }
    }
    return names.map { AttributeDescription(name: $0, kind: kinds[$0] ?? .text) }
  }

  static func dictionary(
    _ runs: [LogRun], optional: Bool, _ content: MergedDictionary.Content,
    _ table: (SegmentFile) -> Int?
  ) throws(EventStoreError) -> MergedDictionary {
    var tables: [[StringTable?]] = []
    for run in runs {
      var own: [StringTable?] = []
      for segment in run.segments {
        if let number = table(segment) {
          own.append(try segment.table(number))
        } else {
          own.append(nil)
        }
      }
      tables.append(own)
    }
    return MergedDictionary(tables, optional: optional, content)
  }

  /// The dictionary of sessions or of an attribute, read when first asked for.
  func dictionary(_ key: CacheKey) throws(EventStoreError) -> MergedDictionary {
    if let known = cache.withLock({ $0[key] }) { return known }
    let found: MergedDictionary
    switch key {
    case .sessions:
      found = try Self.dictionary(runs, optional: true, .codes) { _ in
        SegmentDirectory.Table.sessions
      }
    case .attribute(let name):
      found = try Self.dictionary(runs, optional: true, .names) { segment in
        segment.attribute(name).map { SegmentDirectory.Table.firstAttribute + $0 }
      }
    }
    cache.withLock { $0[key] = found }
    return found
  }

  /// - Returns: Nil if the log has no such attribute, or its dictionary is damaged (a scan of it says where).
  public func attributeValues(_ name: String) -> [String]? {
    guard attributes.contains(where: { $0.name == name }) else { return nil }
    do {
      return try dictionary(.attribute(name)).names
    } catch {
      return nil
    }
  }

  public func customerID(_ number: Int) -> String {
    precondition(number >= 0 && number < customerCount, "there is no customer with this number")
    do {
      switch order {
      case .singleRun: return String(decoding: try runs[0].id(number), as: UTF8.self)
      case .severalRuns(let index):
        let place = index.place(of: number)
        return String(decoding: try runs[place.run].id(place.number), as: UTF8.self)
      case .groups(let index): return index.names[number]
      }
    } catch {
      // The tables were checked on opening: only a file changed under the mapping comes here.
      return ""
    }
  }
}
