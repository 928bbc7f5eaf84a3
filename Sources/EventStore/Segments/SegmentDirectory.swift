/// What a segment holds and where: the index at the end of its file.
struct SegmentDirectory {
  struct Block {
    var piece: StoredPiece
    var rows: Int
    var customers: Int
    /// Microseconds.
    var firstTime: Int64
    var lastTime: Int64
  }

  /// Numbers of the tables before those of the attributes.
  enum Table {
    static let customers = 0
    static let activities = 1
    static let channels = 2
    static let sessions = 3
    static let firstAttribute = 4
  }

  var shape = SegmentShape()
  var rows = 0
  var customers = 0
  var firstTime: Int64 = 0
  var lastTime: Int64 = 0
  /// Arrival numbers are below this. They order events of equal time across customers, which groups of them need.
  var arrivals: UInt64 = 0
  /// Ids of the imports to which the rows belong.
  var imports: [Int] = []
  var attributes: [AttributeDescription] = []
  var tables: [StoredPiece] = []
  var blocks: [Block] = []

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(shape.unit.rawValue)
    writer.write(UInt8(shape.activityBits))
    writer.write(UInt8(shape.channelBits))
    writer.write(shape.hasValues)
    writer.write(shape.hasSessions)
    writer.write(shape.hasDigests)
    writer.write(UInt64(rows))
    writer.write(UInt64(customers))
    writer.write(firstTime)
    writer.write(lastTime)
    writer.write(arrivals)
    writer.write(UInt32(imports.count))
    for id in imports { writer.write(UInt64(id)) }
    writer.write(UInt32(attributes.count))
    for attribute in attributes {
      writer.write(attribute.name)
      writer.write(UInt8(attribute.kind == .number ? 1 : 0))
    }
    writer.write(UInt32(tables.count))
    for table in tables { table.write(to: &writer) }
    writer.write(UInt32(blocks.count))
    for block in blocks {
      block.piece.write(to: &writer)
      writer.write(UInt64(block.rows))
      writer.write(UInt64(block.customers))
      writer.write(block.firstTime)
      writer.write(block.lastTime)
    }
    return writer.bytes
  }

  /// - Returns: Nil if the bytes contradict themselves.
  init?(_ bytes: UnsafeBytes) {
    var reader = ByteReader(bytes)
    guard let unit = TimeUnit(rawValue: reader.read()) else { return nil }
    shape.unit = unit
    shape.activityBits = Int(reader.read(UInt8.self))
    shape.channelBits = Int(reader.read(UInt8.self))
    shape.hasValues = reader.readBool()
    shape.hasSessions = reader.readBool()
    shape.hasDigests = reader.readBool()
    rows = reader.readCount()
    customers = reader.readCount()
    firstTime = reader.read()
    lastTime = reader.read()
    arrivals = reader.read()
    for _ in 0..<reader.readListCount() { imports.append(reader.readCount()) }
    for _ in 0..<reader.readListCount() {
      let name = reader.readString()
      attributes.append(
        AttributeDescription(name: name, kind: reader.read(UInt8.self) == 1 ? .number : .text))
    }
    shape.importCount = imports.count
    shape.attributeCount = attributes.count
    for _ in 0..<reader.readListCount() { tables.append(StoredPiece(from: &reader)) }
    for _ in 0..<reader.readListCount() {
      let piece = StoredPiece(from: &reader)
      blocks.append(
        Block(
          piece: piece, rows: reader.readCount(), customers: reader.readCount(),
          firstTime: reader.read(), lastTime: reader.read()))
    }
    guard reader.isAtEnd, tables.count == Table.firstAttribute + attributes.count,
      blocks.reduce(0, { $0 + $1.rows }) == rows,
      blocks.reduce(0, { $0 + $1.customers }) == customers
    else { return nil }
  }

  init() {}
}
