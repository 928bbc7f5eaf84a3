public import Diagnostics
public import JourneyModel

extension Notation {
  /// Reads `touchpoints.yaml`: the library that all maps share.
  public static func readTouchpoints(
    _ bytes: [UInt8], file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<[Touchpoint]>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.touchpoints(root) }
  }

  /// Prints `touchpoints.yaml`.
  public static func printTouchpoints(_ touchpoints: [Touchpoint]) -> String {
    var writer = NotationWriter()
    writer.items("touchpoints", touchpoints) { writer, touchpoint in
      writer.word("id", touchpoint.id)
      writer.requiredValue("name", touchpoint.name)
      writer.word("channel", touchpoint.channel?.rawValue)
      writer.word("setting", touchpoint.setting.rawValue)
      writer.word("ownership", touchpoint.ownership.rawValue)
      writer.word("influence", touchpoint.influence.rawValue)
      writer.list("departments", touchpoint.departments.map(\.rawValue))
      writer.value("note", touchpoint.note)
    }
    return writer.text
  }

  /// Reads `bindings.yaml`: which raw events happen at which touchpoint, first match first.
  public static func readBindings(
    _ bytes: [UInt8], file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<[BindingRule]>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.bindings(root) }
  }

  /// Prints `bindings.yaml`.
  public static func printBindings(_ bindings: [BindingRule]) -> String {
    var writer = NotationWriter()
    writer.items("bindings", bindings) { writer, rule in
      writer.word("id", rule.id)
      writer.requiredValue("activity", rule.activity)
      writer.value("channel", rule.channel)
      writer.word("touchpoint", rule.touchpoint)
    }
    return writer.text
  }
}

extension Reading {
  /// The ids written in a list of mappings, which derived ids may not repeat.
  func writtenIdentifiers(_ items: [NodeID]) -> Set<String> {
    var result: Set<String> = []
    for item in items where kind(item) == .mapping {
      let children = tree.children(of: item)
      for index in stride(from: 0, to: children.count - 1, by: 2)
      where tree[children[index]].text == "id" && tree[children[index]].kind == .scalar {
        result.insert(tree[children[index + 1]].text)
      }
    }
    return result
  }

  fileprivate mutating func touchpoints(_ root: NodeID) -> [Touchpoint] {
    let fields = fields(root, .theTouchpointFile, keys: ["format", "touchpoints"])
    guard let node = fields["touchpoints"] else { return [] }
    let items = items(node, .text("'touchpoints'"))
    var supply = IdentifierSupply(taken: writtenIdentifiers(items))
    var seen: [String: NodeID] = [:]
    return items.compactMap { item in
      guard kind(item) == .mapping else {
        guard let name = text(item, .aTouchpoint), !name.isEmpty else { return nil }
        let touchpoint = Touchpoint(id: supply.next(IdentifierSupply.base(name)), name: name)
        record(ObjectReference(.touchpoint, touchpoint.id.rawValue), at: item)
        return touchpoint
      }
      let fields = self.fields(
        item, .aTouchpoint,
        keys: [
          "id", "name", "channel", "setting", "ownership", "influence", "departments", "note",
        ])
      let name = requiredText(fields, "name")
      let id: Touchpoint.ID = identifier(fields, "id") ?? supply.next(IdentifierSupply.base(name))
      checkUnique(id.rawValue, .aTouchpoint, at: fields["id"] ?? item, among: &seen)
      var touchpoint = Touchpoint(id: id, name: name, channel: identifier(fields, "channel"))
      touchpoint.setting = choice(fields, "setting") ?? .online
      touchpoint.ownership = choice(fields, "ownership") ?? .own
      touchpoint.influence = choice(fields, "influence") ?? .yes
      touchpoint.departments = identifiers(fields, "departments")
      touchpoint.note = text(fields, "note")
      record(ObjectReference(.touchpoint, id.rawValue), fields)
      return touchpoint
    }
  }

  fileprivate mutating func bindings(_ root: NodeID) -> [BindingRule] {
    let fields = fields(root, .theBindingsFile, keys: ["format", "bindings"])
    guard let node = fields["bindings"] else { return [] }
    let items = items(node, .text("'bindings'"))
    var supply = IdentifierSupply(taken: writtenIdentifiers(items))
    var seen: [String: NodeID] = [:]
    return items.compactMap { item in
      let fields = self.fields(
        item, .aBinding, keys: ["id", "activity", "channel", "touchpoint"])
      let activity = requiredText(fields, "activity")
      let channel = optionalText(fields, "channel")
      let id: BindingRule.ID =
        identifier(fields, "id")
        ?? supply.next(IdentifierSupply.base(channel.map { "\(activity) \($0)" } ?? activity))
      checkUnique(id.rawValue, .aBinding, at: fields["id"] ?? item, among: &seen)
      record(ObjectReference(.binding, id.rawValue), fields)
      guard fields["touchpoint"] != nil else {
        _ = requiredText(fields, "touchpoint", hint: .missing("touchpoint"))
        return nil
      }
      guard let touchpoint: Touchpoint.ID = identifier(fields, "touchpoint") else { return nil }
      return BindingRule(id: id, activity: activity, channel: channel, touchpoint: touchpoint)
    }
  }
}
