import Diagnostics

/// What the parts of a file are called in messages.
extension Saying {
  static let aBinding = Saying.word("a-binding")
  static let aCard = Saying.word("a-card")
  static let aCardOutsideALane = Saying.word("a-card-outside-a-lane")
  static let aChannel = Saying.word("a-channel")
  static let aDepartment = Saying.word("a-department")
  static let aFile = Saying.word("a-file")
  static let aFlow = Saying.word("a-flow")
  static let aKey = Saying.word("a-key")
  static let aLane = Saying.word("a-lane")
  static let aList = Saying.word("a-list")
  static let aMap = Saying.word("a-map")
  static let aMapping = Saying.word("a-mapping")
  static let aMoment = Saying.word("a-moment")
  static let aPersona = Saying.word("a-persona")
  static let aProduct = Saying.word("a-product")
  static let aQuestion = Saying.word("a-question")
  static let aStage = Saying.word("a-stage")
  static let aStep = Saying.word("a-step")
  static let aStory = Saying.word("a-story")
  static let aSurvey = Saying.word("a-survey")
  static let aText = Saying.word("a-text")
  static let aTouchpoint = Saying.word("a-touchpoint")
  static let anAudience = Saying.word("an-audience")
  static let anEvidenceItem = Saying.word("an-evidence-item")
  static let theBindingsFile = Saying.word("the-bindings-file")
  static let theIdOfAStageOrStep = Saying.word("the-id-of-a-stage-or-step")
  static let theTouchpointFile = Saying.word("the-touchpoint-file")
  static let theWorkspaceFile = Saying.word("the-workspace-file")
  static let anId = Saying.word("an-id")

  static func item(of key: String) -> Saying { .word("an-item-of", ["key": key]) }
  static func id(of key: String) -> Saying { .word("the-id-of", ["what": "'\(key)'"]) }
  static func id(in key: String) -> Saying { .word("an-id-in", ["key": key]) }
}

extension Advice {
  /// What belongs under a key that is missing, by the name of that part of the code's texts.
  static func missing(_ part: String) -> Advice {
    .said(Saying(NotationCode.missingKey + "/" + part))
  }

  static func oneOf(_ values: [String]) -> Advice {
    let values = values.joined(separator: ", ")
    return .said(Saying(NotationCode.missingKey + "/one-of", ["values": values]))
  }
}
