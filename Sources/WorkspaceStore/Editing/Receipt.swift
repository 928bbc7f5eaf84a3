import Foundation
import GRDB
import JourneyModel

/// The stored answer to a batch.
struct Receipt {
  var digest: Data
  var answer: BatchAnswer

  /// What is stored of an answer: the inverses stand in the history.
  private struct Stored: Codable {
    var revision: Int?
    var outcomes: [OutcomeReport]
  }

  static func find(_ batch: EditBatch, _ database: Database) throws -> Receipt? {
    let statement = try database.cachedStatement(
      sql: "SELECT digest, answer FROM receipt WHERE client = ? AND sequence = ?")
    guard let row = try Row.fetchOne(statement, arguments: [batch.client, batch.sequence]) else {
      return nil
    }
    let stored = try StoredJSON.value(Stored.self, row["answer"])
    let inverses = try stored.revision.map { try StoredHistory.inverses(of: $0, database) } ?? []
    return Receipt(
      digest: row["digest"],
      answer: BatchAnswer(
        sequence: batch.sequence, revision: stored.revision, outcomes: stored.outcomes,
        inverses: inverses))
  }

  static func store(
    _ answer: BatchAnswer, of batch: EditBatch, digest: Data, at: Int64, _ database: Database
  ) throws {
    let stored = Stored(revision: answer.revision, outcomes: answer.outcomes)
    try RowChecksum.insert(
      into: "receipt",
      [batch.client, batch.sequence, at, digest, try StoredJSON.text(stored)], database)
  }
}
