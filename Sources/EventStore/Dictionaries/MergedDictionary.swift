/// One list of texts over the dictionaries of several segments, in byte order.
struct MergedDictionary: Sendable {
  /// By run, then segment: the log's code of each of the segment's codes; nil where they are the same.
  let maps: [[[UInt32]?]]
  /// The number of codes.
  let count: Int
  /// Text of each code, where names were wanted; invalid UTF-8 is repaired.
  let names: [String]
  /// Bytes of each code's text, where bytes were wanted.
  let texts: [[UInt8]]

  enum Content { case codes, names, bytes }

  /// - Parameters:
  ///   - tables: By run and segment; nil where a segment has no such column.
  ///   - optional: Whether code 0 means "absent".
  init(_ tables: [[StringTable?]], optional: Bool, _ content: Content) {
    let shift = optional ? 1 : 0
    let flat = tables.joined().compactMap { $0 }
    var names = optional && content == .names ? [""] : []
    var texts: [[UInt8]] = optional && content == .bytes ? [[]] : []
    if flat.count == 1, let only = flat.first {
      maps = tables.map { $0.map { _ in nil } }
      count = only.count + shift
      if content == .names { names += only.strings() }
      if content == .bytes { texts += only.texts() }
      self.names = names
      self.texts = texts
      return
    }
    var codes = flat.map { table in
      var map: [UInt32] = []
      map.reserveCapacity(table.count + shift)
      if optional { map.append(0) }
      return map
    }
    var cursors = flat.map { table -> StringTable.Cursor? in
      guard table.count > 0 else { return nil }
      var cursor = table.cursor()
      return cursor.advance() ? cursor : nil
    }
    var next = UInt32(shift)
    while true {
      var least: [UInt8]?
      for cursor in cursors {
        guard let current = cursor?.current else { continue }
        if let found = least, !current.lexicographicallyPrecedes(found) { continue }
        least = current
      }
      guard let least else { break }
      for index in cursors.indices where cursors[index]?.current == least {
        codes[index].append(next)
        if cursors[index]?.advance() != true { cursors[index] = nil }
      }
      if content == .names { names.append(String(decoding: least, as: UTF8.self)) }
      if content == .bytes { texts.append(least) }
      next += 1
    }
    count = Int(next)
    self.names = names
    self.texts = texts
    var place = 0
    var maps: [[[UInt32]?]] = []
    for run in tables {
      var own: [[UInt32]?] = []
      for table in run {
        guard table != nil else {
          own.append(nil)
          continue
        }
        let map = codes[place]
        place += 1
        let isSame = map.enumerated().allSatisfy { $0.offset == Int($0.element) }
        own.append(isSame ? nil : map)
      }
      maps.append(own)
    }
    self.maps = maps
  }
}
