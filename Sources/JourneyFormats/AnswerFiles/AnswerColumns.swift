import Diagnostics

/// Which columns of an answer table are read: given by name, else told by names and cells.
struct AnswerColumns {
  let score: Int
  let time: Int?
  let customer: Int?
  let id: Int?

  init(_ table: AnswerTable, _ options: AnswerFileOptions) throws(AnswerFileError) {
    var taken: [Int: String] = [:]
    func given(_ name: String?, _ option: String) throws(AnswerFileError) -> Int? {
      guard let name else { return nil }
      let column = try Self.column(named: name, option: option, table)
      if let other = taken[column] {
        throw .columnTwice(
          path: table.path, name: table.columns[column], options: [other, option])
      }
      taken[column] = option
      return column
    }
    var score = try given(options.score, "--score")
    var time = try given(options.time, "--time")
    var customer = try given(options.customer, "--customer")
    var id = try given(options.id, "--id")
    func named(_ names: [String], where suits: (Int) -> Bool) -> Int? {
      names.compactMap { name in
        table.columns.indices.first {
          taken[$0] == nil && RoleNames.normalized(table.columns[$0]) == name && suits($0)
        }
      }.first
    }
    func take(_ column: Int?, _ option: String) -> Int? {
      if let column { taken[column] = option }
      return column
    }
    time =
      time
      ?? take(
        named(RoleNames.names(.time) + Self.timeNames) { Self.areTimes($0, table) }, "--time")
    customer = customer ?? take(named(RoleNames.names(.customer)) { _ in true }, "--customer")
    id = id ?? take(named(Self.idNames) { Self.isUnique($0, table) }, "--id")
    score =
      score
      ?? named(Self.scoreNames) { options.kind == .text || Self.areScores($0, table) }
    self.time = time
    self.customer = customer
    self.id = id
    if let score {
      self.score = score
      return
    }
    let candidates = table.columns.indices.filter {
      taken[$0] == nil && options.kind != .text && Self.areScores($0, table)
    }
    guard candidates.count == 1 else {
      throw .scoreNotFound(
        path: table.path, candidates: candidates.map { table.columns[$0] },
        columns: table.columns)
    }
    self.score = candidates[0]
  }

  private static let timeNames = [
    "submittedat", "submitdate", "submitted", "enddate", "completedat", "responsedate",
    "answeredat",
  ]
  private static let idNames = [
    "answerid", "responseid", "submissionid", "respondentid", "responsetoken", "token", "id",
  ]
  private static let scoreNames = [
    "score", "nps", "npsscore", "csat", "csatscore", "ces", "cesscore", "rating", "grade", "stars",
    "satisfaction", "answer", "оценка", "балл", "оцінка", "бал", "ocena",
  ]

  /// What a column holds, as far as its name tells.
  static func kind(ofColumn name: String) -> AnswerKind {
    let words = RoleNames.parts(name)
    func has(_ word: String) -> Bool { words.contains { $0.hasPrefix(word) } }
    if has("nps") || has("recommend") || has("promoter") { return .nps }
    if has("csat") || has("satisf") { return .csat }
    if words.contains("ces") || has("effort") { return .ces }
    return .rating
  }

  private static func column(
    named name: String, option: String, _ table: AnswerTable
  ) throws(AnswerFileError) -> Int {
    if let exact = table.columns.firstIndex(of: name) { return exact }
    let folded = name.lowercased()
    let alike = table.columns.indices.filter { table.columns[$0].lowercased() == folded }
    guard alike.count == 1 else {
      throw .unknownColumn(path: table.path, option: option, name: name, columns: table.columns)
    }
    return alike[0]
  }

  private static func areTimes(_ column: Int, _ table: AnswerTable) -> Bool {
    var evidence = TimeColumnEvidence()
    for row in table.rows.prefix(300) { evidence.add(Array(row.cells[column].utf8)) }
    return evidence.readableShare >= 0.5
  }

  private static func areScores(_ column: Int, _ table: AnswerTable) -> Bool {
    let cells = table.rows.lazy.map { $0.cells[column].trimmed }.filter { !$0.isEmpty }
    guard !cells.isEmpty else { return false }
    let scores = cells.count { cell in
      AnswerFileReader.wholeNumber(cell).map { (0...100).contains($0) } ?? false
    }
    return scores * 10 >= cells.count * 9
  }

  private static func isUnique(_ column: Int, _ table: AnswerTable) -> Bool {
    let cells = table.rows.map { $0.cells[column] }
    return !cells.contains("") && Set(cells).count == cells.count
  }

  /// The assignment for people, one line per role.
  func summary(_ names: [String]) -> [Saying] {
    let columns = [("score", score), ("time", time), ("customer", customer), ("id", id)]
    return columns.compactMap { role, column in
      column.map {
        .word("column-is", ["role": Saying.word("role-" + role), "column": names[$0]])
      }
    }
  }
}
