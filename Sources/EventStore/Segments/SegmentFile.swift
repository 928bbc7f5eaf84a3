import Synchronization

/// A sealed segment, mapped for reading; every piece is checked when it is first touched in this process.
final class SegmentFile: Sendable {
  let name: String
  let file: MappedFile
  let directory: SegmentDirectory
  private let checkedBlocks: OnceFlags
  private let checkedTables: OnceFlags

  init(folder: String, name: String, length: Int) throws(EventStoreError) {
    self.name = name
    file = try MappedFile(folder + "/" + name)
    guard file.bytes.count == length else {
      throw file.damaged(
        "the file has \(file.bytes.count) bytes, the manifest says \(length)",
        at: min(file.bytes.count, length))
    }
    let index = try FileHead.index(of: file, kind: .segment)
    guard let directory = SegmentDirectory(try index.bytes(in: file, "the index")) else {
      throw file.damaged("the index contradicts itself", at: index.offset)
    }
    self.directory = directory
    checkedBlocks = OnceFlags(count: directory.blocks.count)
    checkedTables = OnceFlags(count: directory.tables.count)
  }

  var shape: SegmentShape { directory.shape }

  func load(_ number: Int, into loaded: inout LoadedBlock) throws(EventStoreError) {
    let block = directory.blocks[number]
    let bytes =
      checkedBlocks[number]
      ? try block.piece.bytes(in: file, "block \(number)")
      : try block.piece.checked(in: file, "block \(number)")
    guard
      loaded.load(
        bytes, rows: block.rows, customers: block.customers,
        attributeCount: directory.attributes.count)
    else {
      throw file.damaged("block \(number) contradicts itself", at: block.piece.offset)
    }
    checkedBlocks.set(number)
  }

  func table(_ number: Int) throws(EventStoreError) -> StringTable {
    let piece = directory.tables[number]
    let bytes =
      checkedTables[number]
      ? try piece.bytes(in: file, "dictionary \(number)")
      : try piece.checked(in: file, "dictionary \(number)")
    guard let table = StringTable(bytes) else {
      throw file.damaged("dictionary \(number) contradicts itself", at: piece.offset)
    }
    checkedTables.set(number)
    return table
  }

  /// A text that must be there.
  func text(_ number: Int, inTable table: Int) throws(EventStoreError) -> [UInt8] {
    guard let text = try self.table(table).text(number) else {
      throw file.damaged("dictionary \(table) is cut short", at: directory.tables[table].offset)
    }
    return text
  }

  /// The number of an attribute's column in this segment.
  func attribute(_ name: String) -> Int? {
    directory.attributes.firstIndex { $0.name == name }
  }
}

/// Flags that are set once and never cleared, shared by threads.
@safe final class OnceFlags: @unchecked Sendable {
  // Sendable: the words are atomic and their address never changes.
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  private let wordCount: Int

  init(count: Int) {
    wordCount = count / 64 + 1
    unsafe words = .allocate(capacity: wordCount)
    for index in 0..<wordCount { unsafe (words + index).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe words.deinitialize(count: wordCount)
    unsafe words.deallocate()
  }

  subscript(index: Int) -> Bool {
    unsafe words[index / 64].load(ordering: .acquiring) >> UInt64(index % 64) & 1 == 1
  }

  func set(_ index: Int) {
    unsafe _ = words[index / 64].bitwiseOr(1 << UInt64(index % 64), ordering: .releasing)
  }
}
