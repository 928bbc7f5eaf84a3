/// What a lane is for: decides how it looks and what is checked.
public enum LaneRole: String, Codable, Sendable, CaseIterable {
  case goal, action, motivation, question, thought, expectation, touchpoint, channel, emotion
  case barrier, surprise, disappointment, opportunity, solution
  case businessAction = "business-action"
  case communication, department, competitor
  case frontStage = "front-stage"
  case backStage = "back-stage"
  case support, metric, story, text, picture, custom
}

/// A row of the map.
public struct Lane: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Lane>
  public var id: ID
  public var order: OrderKey
  public var role: LaneRole
  public var name: String
  public var isHidden: Bool
  public init(id: ID, order: OrderKey, role: LaneRole, name: String, isHidden: Bool = false) {
    self.id = id
    self.order = order
    self.role = role
    self.name = name
    self.isHidden = isHidden
  }
}
