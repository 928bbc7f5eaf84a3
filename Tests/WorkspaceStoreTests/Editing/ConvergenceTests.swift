import JourneyModel
import Testing

@testable import WorkspaceStore

/// Whatever several people do at once, everyone who reads the history ends with the same objects.
@Suite struct ConvergenceTests {
  @Test(arguments: 0..<20)
  func `ten thousand random sequences lead every reader to the state of the server`(part: Int) throws {
    let start = try WorkspaceState(EditorWorld.workspace)
    let plainStart = PlainHistory(start)
    for seed in (part * 500)..<(part * 500 + 500) {
      var clients = SeveralClients(seed: UInt64(seed))
      var server = start
      var reader = start
      var plain = plainStart
      for _ in 0..<12 {
        let batch = clients.next()
        let effect = BatchEffect.apply(batch.change, to: &server) { _, _ in }
        #expect(effect.outcomes.count == batch.count)
        #expect(effect.edits.count == effect.inverses.count)
        for edit in effect.edits {
          let isReplayed = reader.replay(edit)
          #expect(isReplayed)
          plain.take(edit)
        }
        clients.hear(
          BatchAnswer(
            sequence: batch.sequence, revision: 1, outcomes: effect.outcomes,
            inverses: effect.inverses), to: batch)
      }
      #expect(reader == server, "seed \(seed)")
      #expect(plain == PlainHistory(server), "seed \(seed)")
      #expect(WorkspaceState(stored: server.storedObjects) == server)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `groups of batches are stored as they were answered, each once`(seed: UInt64) throws {
    let world = try EditorWorld()
    var clients = SeveralClients(seed: seed)
    var plain = PlainHistory(world.editor.state().state)
    var answers: [String: BatchAnswer] = [:]
    for _ in 0..<30 {
      let batches = (0..<3).map { _ in clients.next() }
      let results = try world.editor.commit(batches.map { ($0, .olena) })
      for (batch, result) in zip(batches, results) {
        let name = "\(batch.client) \(batch.sequence)"
        if let former = answers[name] {
          #expect(result.answer == former)
          #expect(result.revision == nil)
          continue
        }
        answers[name] = result.answer
        clients.hear(result.answer, to: batch)
        for edit in result.revision?.edits ?? [] { plain.take(edit) }
      }
    }
    #expect(plain == PlainHistory(world.editor.state().state))
    let reopened = try world.reopened()
    #expect(reopened.state().state == world.editor.state().state)
    #expect(try world.count("receipt") == answers.count)
    #expect(try world.database.verify() == [])
  }

  @Test func `the edits to another workspace lead there, from any state`() throws {
    let target = EditorWorld.workspace.inOrder()
    for seed in 0..<200 as Range<UInt64> {
      var clients = SeveralClients(seed: seed)
      var state = try WorkspaceState(EditorWorld.workspace)
      for _ in 0..<10 {
        _ = BatchEffect.apply(clients.next().change, to: &state) { _, _ in }
      }
      let edits = try state.edits(toShow: target)
      let effect = BatchEffect.applyFaithfully(edits, to: &state) { _, _ in }
      #expect(effect.edits == edits)
      var shown = state.workspace
      let stages = shown.maps[0].stages.map(\.id)
      #expect(stages == target.maps[0].stages.map(\.id), "seed \(seed)")
      // Keys may differ where others have moved things: the order is what people see.
      shown.maps = shown.maps.map { $0.withoutKeys() }
      #expect(shown == withoutKeys(target), "seed \(seed)")
      #expect(try state.edits(toShow: state.workspace).isEmpty)
    }
  }

  private func withoutKeys(_ workspace: Workspace) -> Workspace {
    var workspace = workspace
    workspace.maps = workspace.maps.map { $0.withoutKeys() }
    return workspace
  }
}

extension EditBatch {
  fileprivate var count: Int {
    switch change {
    case .edits(let edits): edits.count
    case .undo(let inverses): inverses.count
    }
  }
}

extension JourneyMap {
  fileprivate func withoutKeys() -> JourneyMap {
    var map = self
    let none = OrderKey(rawValue: "")
    for stage in map.stages.indices {
      map.stages[stage].order = none
      for step in map.stages[stage].steps.indices { map.stages[stage].steps[step].order = none }
    }
    for lane in map.lanes.indices { map.lanes[lane].order = none }
    for card in map.cards.indices { map.cards[card].order = none }
    return map
  }
}
