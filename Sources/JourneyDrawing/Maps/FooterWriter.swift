import Insight
import JourneyModel
import Picture
import Wording

/// Chooses the entries of the legend, the margin note and the rules for one map.
struct FooterWriter {
  private let content: MapContent
  private let easel: Easel
  private let width: Double
  private let options: MapDrawing.Options

  private static let longestList = 8

  init(
    _ content: MapContent, _ easel: Easel, width: Double, _ options: MapDrawing.Options
  ) {
    self.content = content
    self.easel = easel
    self.width = width
    self.options = options
  }

  private func entry(
    _ sign: LegendEntry.Sign, _ text: String, indent: Double = LegendEntry.signRoom,
    style: TextStyle = Typography.small, paint: Paint = Palette.inkSoft
  ) -> LegendEntry {
    LegendEntry(sign: sign, text: easel.set(text, style, width: width - indent), paint: paint)
  }

  var legend: [LegendEntry] {
    let strings = easel.strings
    var entries: [LegendEntry] = []
    if options.overlays.contains(.evidence) {
      entries += [
        entry(.evidence(.assumption), strings(.assumptionMeans)),
        entry(.evidence(.anecdotal), strings(.anecdotalMeans)),
        entry(.evidence(.supported), strings(.supportedMeans)),
        entry(.evidence(.contradicted), strings(.contradictedMeans)),
        entry(.icon(Icons.clock, Palette.warning), strings(.staleMeans)),
      ]
    }
    entries.append(entry(.star, strings(.momentOfTruthMeans)))
    if options.overlays.contains(.flows), content.reality?.moves.isEmpty == false {
      entries += [
        entry(.line(Stroke(Palette.advance, width: 4)), strings(.advanceMeans)),
        entry(.line(Stroke(Palette.skip, width: 3)), strings(.skipMeans)),
        entry(.line(Stroke(Palette.back, width: 3)), strings(.backMeans)),
        entry(.line(Stroke(Palette.loop, width: 1.8)), strings(.loopMeans)),
        entry(.line(Stroke(Palette.inkSoft, width: 1.5, dash: [5, 4])), strings(.plannedMeans)),
      ]
    }
    return entries
  }

  var marginNotes: [LegendEntry] {
    let strings = easel.strings
    var entries: [LegendEntry] = []
    func heading(_ text: String) {
      entries.append(
        entry(.none, text, indent: 0, style: Typography.smallStrong, paint: Palette.ink))
    }
    func rest(_ count: Int) {
      guard count > 0 else { return }
      entries.append(
        entry(
          .none, strings.plural(.andMore, count, ["count": easel.figures.count(count)]), indent: 0))
    }
    if let unbound = content.reality?.unbound, !unbound.isEmpty {
      heading(strings(.seenNotOnMap))
      for activity in unbound.prefix(Self.longestList) {
        let count = strings.plural(
          .eventCount, activity.events, ["count": easel.figures.count(activity.events)])
        entries.append(
          entry(.dot(Palette.warning), activity.activity + " · " + count, indent: 14))
      }
      rest(unbound.count - Self.longestList)
    }
    if let unseen = content.reality?.neverSeen, !unseen.isEmpty {
      heading(strings(.onMapNeverSeen))
      for item in unseen.prefix(Self.longestList) {
        let name = content.touchpoints[item.touchpoint]?.name ?? item.touchpoint.rawValue
        let reason = strings(item.reason == .notBound ? .notBound : .boundNeverSeen)
        entries.append(entry(.dot(Palette.inkFaint), name + " · " + reason, indent: 14))
      }
      rest(unseen.count - Self.longestList)
    }
    if content.strayCards > 0 {
      heading(
        strings.plural(
          .strayCards, content.strayCards, ["count": easel.figures.count(content.strayCards)]))
    }
    return entries
  }

  var rules: [LegendEntry] {
    let strings = easel.strings
    var lines: [String] = []
    if content.hasEvents, let reality = content.reality {
      lines.append(
        strings(
          .reachMeans,
          [
            "customers": easel.figures.count(reality.boundCustomers),
            "all": easel.figures.count(reality.customers),
            "bound": easel.figures.count(reality.boundEvents),
            "events": easel.figures.count(reality.events),
          ]))
      lines += [strings(.lossMeans), strings(.timeMeans), strings(.movesMeans)]
    }
    let hasScores =
      content.stageReality.values.contains { !$0.scores.isEmpty }
      || content.touchpointReality.values.contains { !$0.scores.isEmpty }
    if hasScores { lines += [strings(.scoreMeans), strings(.lowBaseMeans)] }
    lines.append(strings(.emotionMeans))
    return lines.map { entry(.dot(Palette.inkFaint), $0, indent: 14) }
  }
}
