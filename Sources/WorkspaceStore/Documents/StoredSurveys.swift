import Feedback
import GRDB
import JourneyFormats

/// Surveys as texts of the notation, and answers one a row.
enum StoredSurveys {
  static func text(_ id: String, _ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT document FROM survey WHERE id = ?", arguments: [id])
  }

  static func identifiers(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT id FROM survey ORDER BY id")
  }

  static func write(_ text: String, _ id: String, _ database: Database) throws {
    try RowChecksum.insert(into: "survey", [id, text], database, orReplace: true)
  }

  static func remove(_ id: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM survey WHERE id = ?", arguments: [id])
  }

  static func answers(to survey: String, _ database: Database) throws -> [Answer] {
    let texts = try String.fetchAll(
      database, sql: "SELECT answer FROM answer WHERE survey = ? ORDER BY position",
      arguments: [survey])
    return try texts.map { try StoredJSON.value(Answer.self, $0) }
  }

  /// Replaces all answers of a survey.
  static func replace(_ answers: [Answer], to survey: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM answer WHERE survey = ?", arguments: [survey])
    for (position, answer) in answers.enumerated() {
      try insert(answer, survey, position, database)
    }
  }

  /// Adds answers; one with the id of a stored answer takes its place.
  static func add(
    _ answers: [Answer], to survey: String, _ database: Database
  ) throws -> AnswerAddition {
    var result = AnswerAddition(added: 0, replaced: 0)
    let last = try Int.fetchOne(
      database, sql: "SELECT max(position) FROM answer WHERE survey = ?", arguments: [survey])
    var next = (last ?? -1) + 1
    for answer in answers {
      if let id = answer.id,
        let position = try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT max(position) FROM answer WHERE survey = ? AND id = ?"),
          arguments: [survey, id])
      {
        try insert(answer, survey, position, database)
        result.replaced += 1
      } else {
        try insert(answer, survey, next, database)
        next += 1
        result.added += 1
      }
    }
    return result
  }

  private static func insert(
    _ answer: Answer, _ survey: String, _ position: Int, _ database: Database
  ) throws {
    try RowChecksum.insert(
      into: "answer", [survey, position, answer.id, try StoredJSON.text(answer)], database,
      orReplace: true)
  }
}
