import JourneyModel

/// What a batch does to a state, before anything is stored.
struct BatchEffect {
  var outcomes: [OutcomeReport] = []
  /// What was really changed, in order, in the form in which the history keeps it.
  var edits: [Edit] = []
  /// One for each of `edits`.
  var inverses: [Inverse] = []

  /// Applies the change to the state; `willChange` hears of every object just before it is changed.
  static func apply(
    _ change: EditBatch.Change, to state: inout WorkspaceState,
    willChange: (ObjectReference, WorkspaceState) -> Void
  ) -> BatchEffect {
    var effect = BatchEffect()
    switch change {
    case .edits(let edits):
      for edit in edits {
        willChange(edit.object, state)
        let outcome = state.apply(edit)
        if case .applied(let inverse) = outcome {
          effect.edits.append(state.recorded(edit))
          effect.inverses.append(inverse)
        }
        effect.outcomes.append(OutcomeReport(outcome, of: edit.object))
      }
    case .undo(let inverses):
      for inverse in inverses.reversed() {
        willChange(inverse.edit.object, state)
        let report = state.undo([inverse])
        effect.edits += report.undone.map { state.recorded($0) }
        effect.inverses += report.redo
        effect.outcomes.append(
          report.leftAlone.first.map { OutcomeReport($0) }
            ?? OutcomeReport(.applied, object: inverse.edit.object))
      }
      effect.outcomes.reverse()
    }
    return effect
  }

  /// Applies edits of the program itself, which come from whole texts: a reference to what was never there stays as
  /// it is, since the checks of the workspace report it.
  static func applyFaithfully(
    _ edits: [Edit], to state: inout WorkspaceState,
    willChange: (ObjectReference, WorkspaceState) -> Void
  ) -> BatchEffect {
    var effect = BatchEffect()
    for edit in edits {
      willChange(edit.object, state)
      let former = state.object(edit.object)
      let outcome = state.apply(edit)
      switch outcome {
      case .applied(let inverse):
        effect.edits.append(state.recorded(edit))
        effect.inverses.append(inverse)
      case .unknownObject, .toTombstone, .refused:
        guard state.replay(edit), let object = state.object(edit.object) else { continue }
        effect.edits.append(state.recorded(edit))
        effect.inverses.append(inverse(of: edit, former, object))
      case .noChange, .alreadyDeleted, .alreadyExists: break
      }
      effect.outcomes.append(OutcomeReport(outcome, of: edit.object))
    }
    return effect
  }

  private static func inverse(
    of edit: Edit, _ former: StoredObject?, _ object: StoredObject
  ) -> Inverse {
    guard case .set(_, let name, _) = edit, let former else {
      return Inverse(
        edit: .tombstone(object.reference),
        expects: .untouched(object.values, contents: []))
    }
    return Inverse(
      edit: .set(object.reference, name, former.values[name] ?? .none),
      expects: .standing([name: object.values[name] ?? .none]), mayHide: true)
  }
}
