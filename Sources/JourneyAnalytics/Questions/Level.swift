/// What a journey's events are counted as: raw activities, touchpoints, or stages of a map.
public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
  case activity, touchpoint, stage
}
