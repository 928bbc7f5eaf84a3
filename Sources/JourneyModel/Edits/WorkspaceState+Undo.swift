/// What an undo did, and what it left as others have made it.
public struct UndoReport: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Somebody has changed these properties since.
    case changedSince([PropertyName])
    /// Somebody has put these into the object since.
    case filledSince([ObjectReference])
    /// The object was deleted since (or restored, where it should come back).
    case deletedSince, restoredSince
    /// It could not be applied, for example because its lane is deleted now.
    case notPossible(EditOutcome)
  }
  public struct LeftAlone: Hashable, Sendable {
    public var inverse: Inverse
    public var reason: Reason
  }
  /// What was taken back, in the order it happened.
  public var undone: [Edit]
  public var leftAlone: [LeftAlone]
  /// Hand this to `undo` again to redo.
  public var redo: [Inverse]
}

extension WorkspaceState {
  /// Takes one intention back: its inverses, from the last to the first, each only where what it expects still stands.
  ///
  /// - Parameter inverses: in the order in which their edits were applied.
  public mutating func undo(_ inverses: [Inverse]) -> UndoReport {
    var report = UndoReport(undone: [], leftAlone: [], redo: [])
    for inverse in inverses.reversed() {
      if let reason = objection(to: inverse) {
        report.leftAlone.append(.init(inverse: inverse, reason: reason))
        continue
      }
      switch apply(inverse.edit, mayHide: inverse.mayHide) {
      case .applied(let redo):
        report.undone.append(inverse.edit)
        report.redo.append(redo)
      case let outcome:
        report.leftAlone.append(.init(inverse: inverse, reason: .notPossible(outcome)))
      }
    }
    return report
  }

  private func objection(to inverse: Inverse) -> UndoReport.Reason? {
    let object = inverse.edit.object
    guard let record = records[object] else { return .notPossible(.unknownObject(object)) }
    func changed(_ expected: [PropertyName: PropertyValue]) -> UndoReport.Reason? {
      if record.isDeleted { return .deletedSince }
      let names = expected.filter { record.values[$0.key] != $0.value }.keys.sorted()
      return names.isEmpty ? nil : .changedSince(names)
    }
    switch inverse.expects {
    case .deleted: return record.isDeleted ? nil : .restoredSince
    case .standing(let values): return changed(values)
    case .untouched(let values, let contents):
      if let reason = changed(values) { return reason }
      let added = self.contents(of: object).subtracting(contents)
        .filter { !isDeleted($0) }.sorted(by: Self.precedes)
      return added.isEmpty ? nil : .filledSince(added)
    }
  }
}
