import Diagnostics
import Insight
import JourneyModel
import Picture
import Wording

/// Puts a card's facts into words for its place.
struct CardWriter {
  private let card: Card
  private let lane: Lane
  private let content: MapContent
  private let easel: Easel
  private let width: Double
  static let iconRoom = 17.0

  init(_ card: Card, _ lane: Lane, _ content: MapContent, _ easel: Easel, width: Double) {
    self.card = card
    self.lane = lane
    self.content = content
    self.easel = easel
    self.width = width
  }

  private var touchpoint: Touchpoint? { card.touchpoint.flatMap { content.touchpoints[$0] } }

  /// A bold first line where the card has a name of its own, then its text. The first leaves room for the mark.
  func texts(markRoom: Double) -> [(text: SetText, paint: Paint)] {
    var result: [(text: SetText, paint: Paint)] = []
    func add(_ text: String, _ style: TextStyle, _ paint: Paint) {
      guard !text.isEmpty else { return }
      let room = result.isEmpty ? width - markRoom : width
      result.append((easel.set(text, style, width: room), paint))
    }
    if let id = card.touchpoint {
      let name = touchpoint?.name ?? easel.strings(.unknownTouchpoint, ["id": id.rawValue])
      add(name, Typography.bodyStrong, touchpoint == nil ? Palette.bad : Palette.ink)
      if card.text != name { add(card.text, Typography.body, Palette.ink) }
    } else if let emotion = card.emotion {
      let name = [emotion.emoji, emotion.name].filter { !$0.isEmpty }.joined(separator: " ")
      add(name, Typography.bodyStrong, Palette.ink)
      if card.text != emotion.name { add(card.text, Typography.body, Palette.ink) }
    } else {
      add(card.text, Typography.body, Palette.ink)
    }
    if result.isEmpty { add(easel.strings(.unnamed), Typography.quote, Palette.inkSoft) }
    return result
  }

  func channelLine() -> SetText? {
    guard let touchpoint else { return nil }
    let strings = easel.strings
    let setting = strings(touchpoint.setting == .online ? .online : .offline)
    let owner: DrawingPhrase =
      switch touchpoint.ownership {
      case .own: .innerOwn
      case .paid: .outerPaid
      case .thirdParty: .outerThirdParty
      }
    let channel = touchpoint.channel.flatMap { content.channels[$0] }
    let text = [channel, setting, strings(owner)].compactMap { $0 }.joined(separator: " · ")
    return easel.set(text, Typography.small, width: width - Self.iconRoom)
  }

  func momentOfTruth() -> SetText? {
    guard let reason = card.momentOfTruth else { return nil }
    let strings = easel.strings
    let text =
      reason.isEmpty ? strings(.momentOfTruth) : strings(.momentOfTruthBecause, ["reason": reason])
    return easel.set(text, Typography.smallStrong, width: width - Self.iconRoom)
  }

  func pills() -> [Pill] {
    let strings = easel.strings
    var pills: [Pill] = []
    func add(
      _ text: String, _ ink: Paint, _ ground: Paint?, stroke: Stroke? = nil, icon: IconShape? = nil
    ) {
      let room = width - 14 - (icon == nil ? 0 : 14)
      pills.append(
        Pill(
          text: easel.set(text, Typography.small, width: room, lines: 1), ink: ink, ground: ground,
          stroke: stroke, icon: icon))
    }
    if lane.role == .barrier || lane.role == .disappointment, let severity = card.severity {
      switch severity {
      case .low: add(strings(.severityLow), Palette.inkSoft, Palette.surface, icon: Icons.flame)
      case .medium:
        add(strings(.severityMedium), Palette.warning, Palette.surface, icon: Icons.flame)
      case .high:
        add(strings(.severityHigh), Palette.onStrong, Palette.badStrong, icon: Icons.flame)
      }
    }
    if lane.role == .barrier {
      if let count = content.solutionCount[card.id] {
        add(
          strings.plural(.solutions, count, ["count": easel.figures.count(count)]), Palette.good,
          Palette.surface, icon: Icons.link)
      } else {
        add(
          strings(.noSolution), Palette.bad, Palette.surface,
          stroke: Stroke(Palette.badStrong, width: 1.2), icon: Icons.barrier)
      }
    } else if let count = content.solutionCount[card.id] {
      add(
        strings.plural(.solutions, count, ["count": easel.figures.count(count)]), Palette.good,
        Palette.surface, icon: Icons.link)
    }
    if let count = content.causeCount[card.id] {
      add(
        strings.plural(.answers, count, ["count": easel.figures.count(count)]), Palette.good,
        Palette.surface, icon: Icons.check)
    }
    if let status = card.status { add(strings(status.phrase), Palette.inkSoft, Palette.surface) }
    if let owner = card.owner, !owner.isEmpty { add(owner, Palette.inkSoft, Palette.surface) }
    if let effort = card.effort {
      add(
        strings.plural(
          .personDays, effort == effort.rounded() ? Int(min(max(effort, 0), 1e9)) : nil,
          ["count": easel.figures.number(effort, digits: 1, trimmed: true)]), Palette.inkSoft,
        Palette.surface)
    }
    return pills
  }

  func tooltip(_ standing: CardStanding) -> String {
    var lines: [String] = []
    if lane.role.carriesEvidence {
      let status = easel.strings.plural(standing.status.phrase, 1)
      lines.append(standing.isStale ? status + " · " + easel.strings(.stale) : status)
      if let explanation = standing.explanation {
        lines.append(explanation.text(in: easel.figures.catalogue))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Card.Status {
  var phrase: DrawingPhrase {
    switch self {
    case .idea: .statusIdea
    case .decided: .statusDecided
    case .inProgress: .statusInProgress
    case .launched: .statusLaunched
    case .measured: .statusMeasured
    case .dropped: .statusDropped
    }
  }
}
