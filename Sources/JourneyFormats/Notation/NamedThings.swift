import Diagnostics
import JourneyModel

/// Things that are little more than an id and a name: products, departments, channels, audiences.
///
/// Written as lines `id: name`; a list of names, or of mappings with `id` and `name`, is understood too.
struct NamedThing {
  var id: String
  var name: String
  var node: YAMLTree.NodeID
  /// The mapping behind it, where there is one.
  var fields: Fields?
}

extension Reading {
  mutating func namedThings(
    _ fields: Fields, _ key: String, _ what: Saying, kind: ObjectReference.Kind,
    moreKeys: [String] = []
  ) -> [NamedThing] {
    guard let node = fields[key], !isEmpty(node) else { return [] }
    var things: [NamedThing] = []
    if self.kind(node) == .mapping {
      for pair in pairs(node, .text("'\(key)'")) {
        guard
          let id: Identifier<NamedThing> = identifier(
            pair.keyNode, .word("the-id-of", ["what": what]))
        else {
          continue
        }
        if let thing = namedThing(pair.value, what, id: id.rawValue, moreKeys: moreKeys) {
          things.append(thing)
        }
      }
    } else {
      for item in items(node, .text("'\(key)'")) {
        if let thing = namedThing(item, what, id: nil, moreKeys: moreKeys) { things.append(thing) }
      }
    }
    var seen: [String: NodeID] = [:]
    for thing in things {
      checkUnique(thing.id, what, at: thing.node, among: &seen)
      let reference = ObjectReference(kind, thing.id)
      if let fields = thing.fields {
        record(reference, fields)
      } else {
        record(reference, at: thing.node)
      }
    }
    return things
  }

  private mutating func namedThing(
    _ node: NodeID, _ what: Saying, id: String?, moreKeys: [String]
  ) -> NamedThing? {
    guard kind(node) == .mapping else {
      guard let name = text(node, what) else { return nil }
      if name.isEmpty {
        find(NotationCode.missingKey, at: node, variant: "name", ["what": what])
      }
      return NamedThing(id: id ?? IdentifierSupply.base(name), name: name, node: node, fields: nil)
    }
    let fields = fields(node, what, keys: (id == nil ? ["id"] : []) + ["name"] + moreKeys)
    let name = requiredText(fields, "name")
    let written: Identifier<NamedThing>? = id == nil ? identifier(fields, "id") : nil
    return NamedThing(
      id: id ?? written?.rawValue ?? IdentifierSupply.base(name), name: name, node: node,
      fields: fields)
  }

  /// Reports an id that was already used, and where.
  mutating func checkUnique(
    _ id: String, _ what: @autoclosure () -> Saying, at node: NodeID,
    among seen: inout [String: NodeID]
  ) {
    guard let first = seen[id] else {
      seen[id] = node
      return
    }
    find(
      NotationCode.duplicateIdentifier, at: node,
      ["what": what(), "id": id, "line": tree.location(of: first).line], subject: id)
  }
}

extension NotationWriter {
  mutating func named(_ key: String, _ things: [(id: String, name: String)]) {
    if things.isEmpty { return }
    if Set(things.map(\.id)).count == things.count {
      section(key) { writer in
        for thing in things { writer.requiredValue(thing.id, thing.name) }
      }
    } else {
      items(key, things) { writer, thing in
        writer.word("id", thing.id)
        writer.requiredValue("name", thing.name)
      }
    }
  }
}
