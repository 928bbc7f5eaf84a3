import Foundation
import GRDB
import Secrets

/// The checksum of a row: the first eight bytes of SHA-256 over its other columns, in the order of the table.
///
/// Every table with a column named `checksum` takes part. SQL computes it with the function `row_checksum`, which
/// takes all other columns: `UPDATE person SET role = ?2, checksum = row_checksum(id, …)`; or `seal` after a change.
enum RowChecksum {
  static let function = DatabaseFunction("row_checksum", pure: true) { values in of(values) }

  static func of(_ values: [DatabaseValue]) -> Data {
    var bytes = Data()
    bytes.reserveCapacity(256)
    for value in values {
      switch value.storage {
      case .null: bytes.append(0)
      case .int64(let number): append(1, withUnsafeBytes(of: number.littleEndian) { Data($0) }, to: &bytes)
      case .double(let number):
        append(2, withUnsafeBytes(of: number.bitPattern.littleEndian) { Data($0) }, to: &bytes)
      case .string(let text): append(3, Data(text.utf8), to: &bytes)
      case .blob(let blob): append(4, blob, to: &bytes)
      }
    }
    return ContentDigest.of(bytes).prefix(8)
  }

  /// The length goes before the bytes, so that no two rows are written alike.
  private static func append(_ type: UInt8, _ value: Data, to bytes: inout Data) {
    bytes.append(type)
    withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(value)
  }

  /// The tables whose rows carry a checksum, by name.
  static func tables(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND c.name = 'checksum' ORDER BY m.name
        """)
  }

  /// All columns of a table but the checksum, quoted.
  static func columns(_ table: String, _ database: Database) throws -> [String] {
    try database.columns(in: table).map(\.name).filter { $0 != "checksum" }.map { "\"\($0)\"" }
  }

  /// Sets the checksum of rows that were just changed.
  ///
  /// - Parameter condition: SQL that chooses the rows, such as `id = ?`.
  static func seal(
    _ table: String, where condition: String, _ arguments: StatementArguments,
    _ database: Database
  ) throws {
    let columns = try columns(table, database).joined(separator: ", ")
    try database.cachedStatement(
      sql: "UPDATE \(table) SET checksum = row_checksum(\(columns)) WHERE \(condition)"
    ).execute(arguments: arguments)
  }

  /// Inserts a row with its checksum; `values` are all other columns in the order of the table.
  static func insert(
    into table: String, _ values: [(any DatabaseValueConvertible)?], _ database: Database,
    orReplace: Bool = false
  ) throws {
    let places = (1...values.count).map { "?\($0)" }.joined(separator: ", ")
    try database.cachedStatement(
      sql: """
        INSERT \(orReplace ? "OR REPLACE " : "")INTO \(table) VALUES (\(places), row_checksum(\(places)))
        """
    ).execute(arguments: StatementArguments(values))
  }
}
