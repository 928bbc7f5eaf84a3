extension WorkspaceState {
  /// Edits after which the state shows another workspace; none if it does so already.
  ///
  /// Objects are the same where their ids are: what only moved keeps its order key as far as possible, what was
  /// deleted and is wanted again is restored, and what is not wanted is deleted from the outside inwards.
  /// - Throws: `duplicate` if two objects of one kind have the same id (in one map).
  /// - Complexity: O(*n* log *n*) in the number of objects.
  public func edits(toShow workspace: Workspace) throws(WorkspaceStateError) -> [Edit] {
    var target: [DescribedObject] = workspace.describedObjects()
    var wanted: Set<ObjectReference> = []
    for object in target where !wanted.insert(object.reference).inserted {
      throw .duplicate(object.reference)
    }
    var shown: [ObjectReference: [PropertyName: PropertyValue]] = [:]
    for object in self.workspace.describedObjects() where knows(object.reference) {
      var values = object.values
      // What has no key of its own in the typed view keeps the one it has here.
      if let order = value(of: "order", in: object.reference) { values["order"] = order }
      shown[object.reference] = values
    }
    Self.keepOrder(of: shown, in: &target)
    var edits: [Edit] = []
    for object in target {
      let reference = object.reference
      guard let known = records[reference] else {
        edits.append(.insert(reference, object.values))
        continue
      }
      if known.isDeleted { edits.append(.restore(reference)) }
      let former = shown[reference] ?? known.values
      for (name, value) in object.values.sorted(by: { $0.key < $1.key })
      where former[name] != value {
        edits.append(.set(reference, name, value))
      }
    }
    // Restoring a map or a stage brings back what lay in it.
    var after = self
    for edit in edits { after.replay(edit) }
    for reference in after.objects
    where reference.kind != .workspace && !wanted.contains(reference) && after.isShown(reference) {
      edits.append(.tombstone(reference))
      after.replay(.tombstone(reference))
    }
    return edits
  }

  /// One list of ordered things: the stages of a map, the cards of a cell.
  private struct List: Hashable {
    var kind: ObjectReference.Kind
    var map: String?
    var container: [PropertyValue]

    init(_ reference: ObjectReference, _ values: [PropertyName: PropertyValue]) {
      kind = reference.kind
      map = reference.map
      let names: [PropertyName] =
        switch reference.kind {
        case .card: ["lane", "step"]
        case .step: ["stage"]
        case .evidence: ["card"]
        case .moment: ["story"]
        default: []
        }
      container = names.compactMap { values[$0] }
    }
  }

  /// Gives the target the keys that stand, wherever they lead to the wanted order.
  private static func keepOrder(
    of shown: [ObjectReference: [PropertyName: PropertyValue]], in target: inout [DescribedObject]
  ) {
    var lists: [List: [Int]] = [:]
    for (index, object) in target.enumerated() where object.values["order"] != nil {
      lists[List(object.reference, object.values), default: []].append(index)
    }
    for (list, members) in lists {
      let sorted = members.sorted { a, b in
        let (left, right) = (key(target[a].values), key(target[b].values))
        return left == right
          ? target[a].reference.id.utf8.lexicographicallyPrecedes(target[b].reference.id.utf8)
          : left < right
      }
      let standing: [OrderKey?] = sorted.map { index in
        let object = target[index]
        guard let values = shown[object.reference], List(object.reference, values) == list else {
          return nil
        }
        return key(values)
      }
      for (index, key) in zip(sorted, OrderKey.keeping(standing)) {
        target[index].values["order"] = key.propertyValue
      }
    }
  }

  private static func key(_ values: [PropertyName: PropertyValue]) -> OrderKey {
    values["order"].flatMap { OrderKey($0) } ?? OrderKey(rawValue: "")
  }
}

extension OrderKey {
  /// Strictly ascending keys that keep as many of the given ones as possible.
  static func keeping(_ keys: [OrderKey?]) -> [OrderKey] {
    let kept = longestAscent(keys)
    var result: [OrderKey] = []
    result.reserveCapacity(keys.count)
    var next = 0
    for index in keys.indices {
      if next < kept.count, kept[next] == index, let key = keys[index] {
        result.append(key)
        next += 1
        continue
      }
      let upper = next < kept.count ? keys[kept[next]] : nil
      guard let key = between(result.last, upper) else { return first(keys.count) }
      result.append(key)
    }
    return result
  }

  /// The places of a longest strictly ascending subsequence (patience sorting).
  private static func longestAscent(_ keys: [OrderKey?]) -> [Int] {
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: keys.count)
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if let end = keys[ends[middle]], end < key { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      result.append(place)
      place = previous[place]
    }
    return result.reversed()
  }
}
