/// Decides which column has which role: what a person gave, then names, then what the cells show.
struct RoleDetection {
  private let sample: TableSample
  private let options: EventFileOptions
  private let facts: [ColumnFacts]
  private var choices: [EventRole: RoleAssignment.Choice] = [:]

  /// What the sampled cells of one column are.
  private struct ColumnFacts {
    var times = TimeColumnEvidence()
    var filled = 0
    var numbers = 0
    var distinct: Set<[UInt8]> = []
    var isSampled = false

    /// Whether every sampled row has a cell of its own.
    func isUnique(rows: Int) -> Bool { filled == rows && distinct.count == rows }
  }

  static func assign(
    _ sample: TableSample, _ options: EventFileOptions
  ) throws(EventFileError) -> RoleAssignment {
    var detection = RoleDetection(sample, options)
    return try detection.assign()
  }

  private init(_ sample: TableSample, _ options: EventFileOptions) {
    self.sample = sample
    self.options = options
    var facts = [ColumnFacts](repeating: ColumnFacts(), count: sample.columns.count)
    let decimal = DecimalValue(allowsComma: sample.dialect.separator == UInt8(ascii: ";"))
    for row in sample.rows {
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        facts[column].filled += 1
        facts[column].distinct.insert(cell)
        if facts[column].times.cells < 300 { facts[column].times.add(cell) }
        if case .success = unsafe decimal.units(cell.span.bytes, from: 0, to: cell.count) {
          facts[column].numbers += 1
        }
      }
    }
    self.facts = facts
  }

  private mutating func assign() throws(EventFileError) -> RoleAssignment {
    try takeGiven()
    // An event id is never guessed: without --id nothing is taken for a repetition, and the column is an attribute.
    for role in [EventRole.time, .customer, .session, .activity, .channel, .value]
    where choices[role] == nil {
      choices[role] = byName(role) ?? byPartOfName(role) ?? byContent(role)
    }
    let missing = EventRole.required.filter { choices[$0] == nil }
    guard missing.isEmpty else {
      throw .rolesNotFound(
        path: sample.path, roles: missing, columns: sample.columns,
        separator: sample.dialect.separatorName)
    }
    return try withAttributes()
  }

  private mutating func takeGiven() throws(EventFileError) {
    for role in EventRole.allCases {
      guard let name = options.columns[role] else { continue }
      let column = try Self.column(
        named: name, option: role.option, columns: sample.columns, path: sample.path)
      if let other = choices.values.first(where: { $0.column == column }) {
        throw .columnTwice(
          path: sample.path, name: sample.columns[column], roles: [other.role, role])
      }
      choices[role] = choice(role, column, .option)
    }
  }

  /// The column of a name: exactly, else regardless of case if only one is.
  static func column(
    named name: String, option: String, columns: [String], path: String
  ) throws(EventFileError) -> Int {
    if let exact = columns.firstIndex(of: name) { return exact }
    let folded = name.lowercased()
    let alike = columns.indices.filter { columns[$0].lowercased() == folded }
    guard alike.count == 1 else {
      throw .unknownColumn(path: path, option: option, name: name, columns: columns)
    }
    return alike[0]
  }

  private func choice(
    _ role: EventRole, _ column: Int, _ reason: RoleAssignment.Reason
  ) -> RoleAssignment.Choice {
    RoleAssignment.Choice(
      role: role, column: column, name: sample.columns[column], reason: reason)
  }

  private var freeColumns: [Int] {
    let taken = Set(choices.values.map(\.column))
    return sample.columns.indices.filter { !taken.contains($0) }
  }

  private func byName(_ role: EventRole) -> RoleAssignment.Choice? {
    let names = RoleNames.names(role)
    let ranked = freeColumns.compactMap { column -> (rank: Int, column: Int)? in
      guard let rank = names.firstIndex(of: RoleNames.normalized(sample.columns[column])),
        suits(column, role)
      else { return nil }
      return (rank, column)
    }
    return ranked.min(by: <).map { choice(role, $0.column, .name) }
  }

  private func byPartOfName(_ role: EventRole) -> RoleAssignment.Choice? {
    let words = RoleNames.words(role)
    let foreign = RoleNames.foreignWords(role)
    let candidates = freeColumns.filter { column in
      let parts = RoleNames.parts(sample.columns[column])
      return parts.count <= 4 && !words.isDisjoint(with: parts)
        && foreign.isDisjoint(with: parts) && suits(column, role)
    }
    // A name that says it is an id is the better customer.
    let best =
      role == .customer
      ? candidates.first { RoleNames.parts(sample.columns[$0]).last == "id" } : nil
    return (best ?? candidates.first).map { choice(role, $0, .partOfName) }
  }

  private func byContent(_ role: EventRole) -> RoleAssignment.Choice? {
    switch role {
    case .time:
      return freeColumns.first { column in
        let times = facts[column].times
        return times.cells > 0 && times.readableShare >= 0.95 && times.numbers == 0
      }.map { choice(.time, $0, .content) }
    case .customer:
      // A plain "id" that repeats can only be the case's.
      return freeColumns.first { column in
        RoleNames.normalized(sample.columns[column]) == "id" && facts[column].filled > 0
          && facts[column].distinct.count < facts[column].filled
      }.map { choice(.customer, $0, .content) }
    default:
      return nil
    }
  }

  /// Whether the sampled cells allow the role.
  private func suits(_ column: Int, _ role: EventRole) -> Bool {
    let fact = facts[column]
    switch role {
    case .time: return fact.filled == 0 ? sample.rows.isEmpty : fact.times.readableShare >= 0.5
    case .value: return fact.filled > 0 && fact.numbers * 20 >= fact.filled * 19
    case .eventID: return !sample.rows.isEmpty && fact.isUnique(rows: sample.rows.count)
    case .customer, .activity: return fact.filled > 0 || sample.rows.isEmpty
    case .channel, .session: return true
    }
  }

  private func withAttributes() throws(EventFileError) -> RoleAssignment {
    var kept = Set(freeColumns)
    if let keep = options.keep {
      var named: Set<Int> = []
      for name in keep {
        named.insert(
          try Self.column(
            named: name, option: "--keep", columns: sample.columns, path: sample.path))
      }
      kept.formIntersection(named)
    }
    return RoleAssignment(
      choices: EventRole.allCases.compactMap { choices[$0] },
      attributes: kept.sorted().map { .init(name: sample.columns[$0], column: $0) },
      dropped: freeColumns.filter { !kept.contains($0) }.map { sample.columns[$0] })
  }
}
