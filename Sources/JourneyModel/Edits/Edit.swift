/// One change of a workspace, used by the editor, undo, history, imports and the command line.
public enum Edit: Hashable, Sendable {
  /// A new object; properties that are not named get their defaults.
  case insert(ObjectReference, [PropertyName: PropertyValue])
  case set(ObjectReference, PropertyName, PropertyValue)
  /// Deletes an object. It keeps its properties, and what lies in it is hidden with it.
  case tombstone(ObjectReference)
  case restore(ObjectReference)
  /// A new place: another order key, and another container unless it is nil.
  case move(ObjectReference, order: OrderKey, into: Container?)

  /// What an object lies in.
  public enum Container: Hashable, Sendable {
    case cell(lane: Lane.ID, step: Step.ID)
    case stage(Stage.ID)
    case card(Card.ID)
    case story(Story.ID)

    /// The kind of object that lies in such a container.
    public var content: ObjectReference.Kind {
      switch self {
      case .cell: .card
      case .stage: .step
      case .card: .evidence
      case .story: .moment
      }
    }

    var values: [PropertyName: PropertyValue] {
      switch self {
      case .cell(let lane, let step): ["lane": lane.propertyValue, "step": step.propertyValue]
      case .stage(let stage): ["stage": stage.propertyValue]
      case .card(let card): ["card": card.propertyValue]
      case .story(let story): ["story": story.propertyValue]
      }
    }

    init?(of kind: ObjectReference.Kind, _ values: [PropertyName: PropertyValue]) {
      func id<Subject: ModelObject>(_ name: PropertyName, _: Subject.Type) -> Identifier<Subject>? {
        values[name].flatMap { Identifier<Subject>($0) }
      }
      switch kind {
      case .card:
        guard let lane = id("lane", Lane.self), let step = id("step", Step.self) else { return nil }
        self = .cell(lane: lane, step: step)
      case .step:
        guard let stage = id("stage", Stage.self) else { return nil }
        self = .stage(stage)
      case .evidence:
        guard let card = id("card", Card.self) else { return nil }
        self = .card(card)
      case .moment:
        guard let story = id("story", Story.self) else { return nil }
        self = .story(story)
      default: return nil
      }
    }
  }

  /// The object that is changed.
  public var object: ObjectReference {
    switch self {
    case .insert(let object, _), .set(let object, _, _), .tombstone(let object),
      .restore(let object), .move(let object, _, _):
      object
    }
  }
}

/// An edit that takes another one back, and what it expects to find.
///
/// Taking back an insertion deletes the object, and taking that back restores it; all other inverses of
/// inverses are the edit itself.
public struct Inverse: Hashable, Sendable, Codable {
  public enum Expectation: Hashable, Sendable, Codable {
    /// The object is there and these properties still have these values.
    case standing([PropertyName: PropertyValue])
    /// The object is as it was left, and nothing has been put into it but this.
    case untouched([PropertyName: PropertyValue], contents: Set<ObjectReference>)
    /// The object is still deleted.
    case deleted
  }
  public var edit: Edit
  public var expects: Expectation
  /// Whether the object lay in something deleted before, so that taking the edit back may hide it again.
  public var mayHide: Bool

  public init(edit: Edit, expects: Expectation, mayHide: Bool = false) {
    self.edit = edit
    self.expects = expects
    self.mayHide = mayHide
  }
}

/// What became of an edit.
public enum EditOutcome: Hashable, Sendable {
  case applied(inverse: Inverse)
  /// Everything was so already.
  case noChange
  /// Somebody has deleted it before: the same wish.
  case alreadyDeleted
  /// The object, or what it should lie in, is deleted; the edit is dropped.
  case toTombstone(ObjectReference)
  /// Another object has this id.
  case alreadyExists
  /// There never was such an object.
  case unknownObject(ObjectReference)
  case refused(EditRefusal)
}

/// Why an edit makes no sense, whatever the state.
public struct EditRefusal: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable {
    case unknownProperty = "unknown-property"
    case wrongValue = "wrong-value"
    case missingProperty = "missing-property"
    case malformedReference = "malformed-reference"
    case impossible
  }
  public var reason: Reason
  public var message: String
  public var hint: String?
  public init(_ reason: Reason, _ message: String, hint: String? = nil) {
    self.reason = reason
    self.message = message
    self.hint = hint
  }
}
