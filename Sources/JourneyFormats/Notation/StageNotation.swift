import Diagnostics
import JourneyModel

extension NotationWriter {
  mutating func stage(_ stage: Stage) {
    word("id", stage.id)
    requiredValue("name", stage.name)
    value("mindset", stage.mindset)
    value("goal", stage.goal)
    word("timeFrame", stage.timeFrame.map(SpanText.writeFrame))
    value("entryRule", stage.entryRule)
    value("exitRule", stage.exitRule)
    value("businessAim", stage.businessAim)
    word("phase", stage.phase?.rawValue)
    items("steps", stage.steps.inOrder()) { writer, step in
      writer.word("id", step.id)
      writer.requiredValue("name", step.name)
    }
  }
}

extension Reading {
  mutating func stages(_ fields: Fields, _ context: inout MapContext) -> [Stage] {
    guard let node = fields["stages"] else { return [] }
    let items = items(node, .text("'stages'"))
    let orders = OrderKey.first(items.count)
    var stageSupply = IdentifierSupply(taken: writtenIdentifiers(items))
    var seenStages: [String: NodeID] = [:]
    var stages: [(stage: Stage, fields: Fields?, node: NodeID)] = []
    for (item, order) in zip(items, orders) {
      guard kind(item) == .mapping else {
        guard let name = text(item, .aStage), !name.isEmpty else { continue }
        let id: Stage.ID = stageSupply.next(IdentifierSupply.base(name))
        stages.append((Stage(id: id, order: order, name: name), nil, item))
        record(context.reference(.stage, id.rawValue), at: item)
        continue
      }
      let fields = self.fields(
        item, .aStage,
        keys: [
          "id", "name", "mindset", "goal", "timeFrame", "entryRule", "exitRule", "businessAim",
          "phase", "steps",
        ], synonyms: ["time": "timeFrame"])
      let name = requiredText(fields, "name")
      let id: Stage.ID = identifier(fields, "id") ?? stageSupply.next(IdentifierSupply.base(name))
      checkUnique(id.rawValue, .aStage, at: fields["id"] ?? item, among: &seenStages)
      record(context.reference(.stage, id.rawValue), fields)
      stages.append((stage(fields, id: id, order: order, name: name), fields, item))
    }
    addSteps(to: &stages, &context)
    return stages.map(\.stage)
  }

  private mutating func stage(
    _ fields: Fields, id: Stage.ID, order: OrderKey, name: String
  ) -> Stage {
    Stage(
      id: id, order: order, name: name, mindset: text(fields, "mindset"),
      goal: text(fields, "goal"), timeFrame: timeFrame(fields),
      entryRule: text(fields, "entryRule"), exitRule: text(fields, "exitRule"),
      businessAim: text(fields, "businessAim"), phase: choice(fields, "phase"))
  }

  private mutating func timeFrame(_ fields: Fields) -> TimeFrame? {
    guard let node = fields["timeFrame"], !isEmpty(node),
      let text = text(node, .text("'timeFrame'"))
    else { return nil }
    if let frame = SpanText.readFrame(text) { return frame }
    find(
      NotationCode.badTimeFrame, at: node,
      ["text": Self.shortened(text), "units": SpanText.unitNames.joined(separator: ", ")])
    return nil
  }

  /// Steps share their ids with stages that are their own single step.
  private mutating func addSteps(
    to stages: inout [(stage: Stage, fields: Fields?, node: NodeID)], _ context: inout MapContext
  ) {
    var lists: [[NodeID]] = []
    var written: Set<String> = []
    var columns: [String: NodeID] = [:]
    for entry in stages {
      let steps = entry.fields?["steps"].map { items($0, .text("'steps'")) } ?? []
      lists.append(steps)
      written.formUnion(writtenIdentifiers(steps))
      if steps.isEmpty {
        written.insert(entry.stage.id.rawValue)
        if columns[entry.stage.id.rawValue] == nil { columns[entry.stage.id.rawValue] = entry.node }
      }
    }
    var supply = IdentifierSupply(taken: written)
    for index in stages.indices {
      for (item, order) in zip(lists[index], OrderKey.first(lists[index].count)) {
        var name = ""
        var id: Step.ID?
        var fields: Fields?
        if kind(item) == .mapping {
          let step = self.fields(item, .aStep, keys: ["id", "name"])
          name = requiredText(step, "name")
          id = identifier(step, "id")
          fields = step
        } else {
          guard let text = text(item, .aStep), !text.isEmpty else { continue }
          name = text
        }
        let step = Step(
          id: id ?? supply.next(IdentifierSupply.base(name)), order: order, name: name)
        checkUnique(step.id.rawValue, .aStep, at: fields?["id"] ?? item, among: &columns)
        let reference = context.reference(.step, step.id.rawValue)
        if let fields {
          record(reference, fields)
        } else {
          record(reference, at: item)
        }
        stages[index].stage.steps.append(step)
      }
    }
  }
}
