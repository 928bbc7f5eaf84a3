/// Where each activity of a log stands on a map: its touchpoint, and that touchpoint's stages.
///
/// Built outside from binding rules; the kernels see only codes. An activity may be bound to another touchpoint in
/// another channel. Names must differ within touchpoints and within stages.
///
/// - Invariant: every touchpoint in the table is an index into `touchpoints`, every stage an index into `stages`.
public struct Grouping: Sendable, Hashable {
  public let touchpoints: [String]
  /// In the order of the map.
  public let stages: [String]
  /// The stages each touchpoint stands in, ascending; none for a touchpoint in no stage.
  public let stagesOfTouchpoint: [[Int]]
  /// By activity, then by channel code if `dependsOnChannel`; -1 is "unbound".
  let table: [Int32]
  let channelCount: Int
  /// By touchpoint, then by the stage before it (0 is "none", else stage + 1): the stage of an event; -1 is "no stage".
  let stageTable: [Int32]
  /// Whether an activity's touchpoint differs between channels.
  public let dependsOnChannel: Bool

  /// A grouping in which the channel plays no part.
  ///
  /// - Parameter touchpointOfActivity: one entry per activity code; nil is "unbound".
  public init(
    touchpoints: [String], stages: [String], stagesOfTouchpoint: [[Int]],
    touchpointOfActivity: [Int?]
  ) {
    self.init(
      touchpoints: touchpoints, stages: stages, stagesOfTouchpoint: stagesOfTouchpoint,
      activityCount: touchpointOfActivity.count, channelCount: 1
    ) { activity, _ in touchpointOfActivity[activity] }
  }

  /// A grouping by activity and channel.
  ///
  /// - Parameter touchpoint: asked once for every activity code and channel code; nil is "unbound".
  public init(
    touchpoints: [String], stages: [String], stagesOfTouchpoint: [[Int]], activityCount: Int,
    channelCount: Int, touchpoint: (_ activity: Int, _ channel: Int) -> Int?
  ) {
    precondition(stagesOfTouchpoint.count == touchpoints.count, "one list of stages per touchpoint")
    var rows: [Int32] = []
    rows.reserveCapacity(activityCount * channelCount)
    var differs = false
    for activity in 0..<activityCount {
      let base = rows.count
      for channel in 0..<channelCount {
        let found = touchpoint(activity, channel)
        precondition(found.map(touchpoints.indices.contains) ?? true, "a touchpoint of the list")
        rows.append(found.map(Int32.init) ?? -1)
        if rows[base] != rows[base + channel] { differs = true }
      }
    }
    self.touchpoints = touchpoints
    self.stages = stages
    self.stagesOfTouchpoint = stagesOfTouchpoint.map { $0.sorted() }
    precondition(
      stagesOfTouchpoint.allSatisfy { $0.allSatisfy(stages.indices.contains) },
      "a stage of the list")
    dependsOnChannel = differs
    self.channelCount = differs ? channelCount : 1
    stageTable = self.stagesOfTouchpoint.flatMap { candidates in
      (0...stages.count).map { before in
        let previous = before == 0 ? nil : before - 1
        return Int32(Self.stage(among: candidates, after: previous) ?? -1)
      }
    }
    table =
      differs || channelCount <= 1
      ? rows : stride(from: 0, to: rows.count, by: channelCount).map { rows[$0] }
  }

  /// The touchpoint that an activity is bound to in a channel, nil if unbound or not in the table.
  public func touchpoint(ofActivity activity: Int, channel: Int = 0) -> Int? {
    let index = dependsOnChannel ? activity * channelCount + channel : activity
    guard table.indices.contains(index), !dependsOnChannel || channel < channelCount else {
      return nil
    }
    return table[index] < 0 ? nil : Int(table[index])
  }

  /// The stage of an event at a touchpoint after an event in `previous`.
  ///
  /// The first of the touchpoint's stages at or after the previous one, else the last before it.
  private static func stage(among stages: [Int], after previous: Int?) -> Int? {
    guard let previous else { return stages.first }
    return stages.first { $0 >= previous } ?? stages.last
  }
}
