import Diagnostics
import JourneyModel

extension NotationWriter {
  mutating func flow(_ flow: Flow) {
    word("id", flow.id)
    word("kind", flow.kind.rawValue)
    word("from", flow.from)
    word("to", flow.to)
    value("note", flow.note)
  }

  mutating func story(_ story: Story) {
    word("id", story.id)
    requiredValue("name", story.name)
    value("who", story.who)
    items("moments", story.moments.inOrder()) { writer, moment in
      writer.word("id", moment.id)
      writer.requiredValue("whatHappened", moment.whatHappened)
      writer.word("step", moment.step?.rawValue)
      writer.word("touchpoint", moment.touchpoint?.rawValue)
      if let emotion = moment.emotion { writer.emotion(emotion) }
      writer.value("nearlyFailed", moment.nearlyFailed)
    }
  }
}

extension Reading {
  mutating func flows(_ fields: Fields, _ context: inout MapContext) -> [Flow] {
    guard let node = fields["flows"] else { return [] }
    let items = items(node, .text("'flows'"))
    var supply = IdentifierSupply(taken: writtenIdentifiers(items))
    var seen: [String: NodeID] = [:]
    var result: [Flow] = []
    for (item, order) in zip(items, OrderKey.first(items.count)) {
      let fields = self.fields(item, .aFlow, keys: ["id", "kind", "from", "to", "note"])
      for key in ["kind", "from", "to"] where fields[key] == nil {
        _ = requiredText(
          fields, key, hint: .missing(key == "kind" ? "flow-kind" : "stage"))
      }
      guard let kind: Flow.Kind = choice(fields, "kind"),
        let from: Stage.ID = identifier(fields, "from"),
        let to: Stage.ID = identifier(fields, "to")
      else { continue }
      let id: Flow.ID = identifier(fields, "id") ?? supply.next("\(kind.rawValue)-\(from)-\(to)")
      checkUnique(id.rawValue, .aFlow, at: fields["id"] ?? item, among: &seen)
      record(context.reference(.flow, id.rawValue), fields)
      result.append(
        Flow(id: id, order: order, kind: kind, from: from, to: to, note: text(fields, "note")))
    }
    return result
  }

  mutating func stories(_ fields: Fields, _ context: inout MapContext) -> [Story] {
    guard let node = fields["stories"] else { return [] }
    let items = items(node, .text("'stories'"))
    var supply = IdentifierSupply(taken: writtenIdentifiers(items))
    var seen: [String: NodeID] = [:]
    var stories: [(story: Story, fields: Fields)] = []
    for (item, order) in zip(items, OrderKey.first(items.count)) {
      let fields = self.fields(item, .aStory, keys: ["id", "name", "who", "moments"])
      let name = requiredText(fields, "name")
      let id: Story.ID = identifier(fields, "id") ?? supply.next(IdentifierSupply.base(name))
      checkUnique(id.rawValue, .aStory, at: fields["id"] ?? item, among: &seen)
      record(context.reference(.story, id.rawValue), fields)
      stories.append((Story(id: id, order: order, name: name, who: text(fields, "who")), fields))
    }
    addMoments(to: &stories, context)
    return stories.map(\.story)
  }

  private mutating func addMoments(
    to stories: inout [(story: Story, fields: Fields)], _ context: MapContext
  ) {
    var lists: [[NodeID]] = []
    var written: Set<String> = []
    for entry in stories {
      let moments = entry.fields["moments"].map { items($0, .text("'moments'")) } ?? []
      lists.append(moments)
      written.formUnion(writtenIdentifiers(moments))
    }
    var supply = IdentifierSupply(taken: written)
    var seen: [String: NodeID] = [:]
    for index in stories.indices {
      let base = "\(stories[index].story.id.rawValue.prefix(60))-moment"
      for (item, order) in zip(lists[index], OrderKey.first(lists[index].count)) {
        guard let moment = moment(item, order: order, base: base, &supply, &seen, context) else {
          continue
        }
        stories[index].story.moments.append(moment)
      }
    }
  }

  /// A plain text, or a mapping.
  private mutating func moment(
    _ item: NodeID, order: OrderKey, base: String, _ supply: inout IdentifierSupply,
    _ seen: inout [String: NodeID], _ context: MapContext
  ) -> Story.Moment? {
    guard kind(item) == .mapping else {
      guard let text = text(item, .aMoment), !text.isEmpty else { return nil }
      let moment = Story.Moment(id: supply.next(base), order: order, whatHappened: text)
      record(context.reference(.moment, moment.id.rawValue), at: item)
      return moment
    }
    let fields = self.fields(
      item, .aMoment,
      keys: ["id", "whatHappened", "step", "touchpoint", "emotion", "nearlyFailed"])
    let id: Story.Moment.ID = identifier(fields, "id") ?? supply.next(base)
    checkUnique(id.rawValue, .aMoment, at: fields["id"] ?? item, among: &seen)
    record(context.reference(.moment, id.rawValue), fields)
    return Story.Moment(
      id: id, order: order, step: identifier(fields, "step"),
      touchpoint: identifier(fields, "touchpoint"),
      whatHappened: requiredText(fields, "whatHappened"), emotion: emotion(fields),
      nearlyFailed: optionalText(fields, "nearlyFailed"))
  }
}
