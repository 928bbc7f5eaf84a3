public import Diagnostics
public import JourneyModel

extension Notation {
  /// Reads `waymark.yaml`: the workspace without what has files of its own.
  public static func readSettings(
    _ bytes: [UInt8], file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<Workspace>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.settings(root) }
  }

  /// Prints `waymark.yaml`.
  public static func printSettings(_ workspace: Workspace) -> String {
    var writer = NotationWriter()
    writer.requiredValue("name", workspace.name)
    writer.value("currency", workspace.currency)
    writer.value("timeZone", workspace.timeZone)
    writer.word("weekStart", workspace.weekStart.rawValue)
    writer.word("reviewRhythm", SpanText.writeDays(workspace.reviewRhythmInDays))
    writer.list("languages", workspace.languages)
    writer.section("thresholds") { writer in
      writer.word("voices", workspace.thresholds.voices)
      writer.word("sample", workspace.thresholds.sample)
    }
    writer.named("products", workspace.products.map { ($0.id.rawValue, $0.name) })
    writer.audiences(workspace.audiences)
    writer.named("departments", workspace.departments.map { ($0.id.rawValue, $0.name) })
    writer.named("channels", workspace.channels.map { ($0.id.rawValue, $0.name) })
    writer.list("goals", workspace.goals)
    return writer.text
  }
}

extension NotationWriter {
  fileprivate mutating func audiences(_ audiences: [Audience]) {
    if audiences.isEmpty { return }
    if audiences.allSatisfy(\.rules.isEmpty) {
      return named("audiences", audiences.map { ($0.id.rawValue, $0.name) })
    }
    items("audiences", audiences) { writer, audience in
      writer.word("id", audience.id)
      writer.requiredValue("name", audience.name)
      writer.pairs(
        "rules", audience.rules.map { ($0.attribute, $0.value) }, nameKey: "attribute",
        valueKey: "value")
    }
  }
}

extension Reading {
  fileprivate mutating func settings(_ root: NodeID) -> Workspace {
    let fields = fields(
      root, .theWorkspaceFile,
      keys: [
        "format", "name", "currency", "timeZone", "weekStart", "reviewRhythm", "languages",
        "thresholds", "products", "audiences", "departments", "channels", "goals",
      ])
    record(ObjectReference(.workspace, "workspace"), fields)
    var workspace = Workspace(name: requiredText(fields, "name"))
    if fields["languages"] != nil { workspace.languages = texts(fields, "languages") }
    if fields["currency"] != nil { workspace.currency = text(fields, "currency") }
    if let zone = optionalText(fields, "timeZone") { workspace.timeZone = zone }
    workspace.weekStart = choice(fields, "weekStart") ?? workspace.weekStart
    if let node = fields["reviewRhythm"], !isEmpty(node),
      let span = text(node, .text("'reviewRhythm'"))
    {
      if let days = SpanText.readDays(span) {
        workspace.reviewRhythmInDays = days
      } else {
        find(
          NotationCode.badTimeFrame, at: node,
          variant: "days", ["text": Self.shortened(span)])
      }
    }
    if let node = fields["thresholds"] {
      let limits = self.fields(node, .text("'thresholds'"), keys: ["voices", "sample"])
      let numbers = 1...1_000_000
      let usual = EvidenceThresholds()
      workspace.thresholds = EvidenceThresholds(
        voices: wholeNumber(limits, "voices", in: numbers) ?? usual.voices,
        sample: wholeNumber(limits, "sample", in: numbers) ?? usual.sample)
    }
    workspace.products = namedThings(fields, "products", .aProduct, kind: .product).compactMap {
      thing in Product.ID(rawValue: thing.id).map { Product(id: $0, name: thing.name) }
    }
    workspace.departments = namedThings(
      fields, "departments", .aDepartment, kind: .department
    ).compactMap { thing in
      Department.ID(rawValue: thing.id).map { Department(id: $0, name: thing.name) }
    }
    workspace.channels = namedThings(fields, "channels", .aChannel, kind: .channel).compactMap {
      thing in Channel.ID(rawValue: thing.id).map { Channel(id: $0, name: thing.name) }
    }
    for thing in namedThings(
      fields, "audiences", .anAudience, kind: .audience, moreKeys: ["rules"])
    {
      guard let id = Audience.ID(rawValue: thing.id) else { continue }
      let rules = thing.fields.map {
        textPairs($0, "rules", nameKey: "attribute", valueKey: "value")
      }
      workspace.audiences.append(
        Audience(
          id: id, name: thing.name,
          rules: (rules ?? []).map { Audience.Rule(attribute: $0.name, value: $0.value) }))
    }
    workspace.goals = texts(fields, "goals")
    return workspace
  }

  /// Lines `name: value`, or a list of mappings that say the same.
  mutating func textPairs(
    _ fields: Fields, _ key: String, nameKey: String, valueKey: String
  ) -> [(name: String, value: String)] {
    guard let node = fields[key], !isEmpty(node) else { return [] }
    if kind(node) == .mapping {
      return pairs(node, .text("'\(key)'")).map { pair in
        (pair.key, text(pair.value, .text("'\(Self.shortened(pair.key))'")) ?? "")
      }
    }
    return items(node, .text("'\(key)'")).map { item in
      let pair = self.fields(item, .item(of: key), keys: [nameKey, valueKey])
      return (text(pair, nameKey), text(pair, valueKey))
    }
  }
}
