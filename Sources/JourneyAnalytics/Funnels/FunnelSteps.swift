/// The steps of a funnel as codes.
///
/// A *kind* is a distinct item among the steps; where an item stands at several steps an event of it serves only one.
struct FunnelSteps: Sendable {
  let count: Int
  /// By item: its kind, -1 if it is no step.
  let kindOfItem: [Int32]
  /// By kind: its item, nil if the log does not have it.
  let itemOfKind: [UInt32?]
  /// By step.
  let kindOfStep: [Int]
  /// By kind: its steps, ascending.
  let stepsOfKind: [[Int]]

  /// Whether each item stands at one step only; a kind is then its step.
  var areDistinct: Bool { stepsOfKind.count == count }

  init(_ steps: [String], names: [String]) {
    var kinds: [String] = []
    var kindOfStep: [Int] = []
    var kindOfItem = [Int32](repeating: -1, count: names.count)
    var stepsOfKind: [[Int]] = []
    var itemOfKind: [UInt32?] = []
    for (step, name) in steps.enumerated() {
      let kind = kinds.code(of: name) ?? kinds.count
      if kind == kinds.count {
        kinds.append(name)
        stepsOfKind.append([])
        let item = names.code(of: name)
        if let item { kindOfItem[item] = Int32(kind) }
        itemOfKind.append(item.map { UInt32($0) })
      }
      kindOfStep.append(kind)
      stepsOfKind[kind].append(step)
    }
    count = steps.count
    self.kindOfItem = kindOfItem
    self.itemOfKind = itemOfKind
    self.kindOfStep = kindOfStep
    self.stepsOfKind = stepsOfKind
  }
}
