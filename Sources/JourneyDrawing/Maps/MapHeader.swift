import Insight
import JourneyModel
import Picture
import Wording

/// What the map is: name, product × audience, state and purpose at the left, persona and evidence at the right.
struct MapHeader: MapSection {
  private let title: TitleBlock
  private let persona: PersonaPanel?
  private let evidence: EvidencePanel
  private let geometry: MapGeometry
  private let isStacked: Bool
  private let personaWidth: Double
  private let evidenceWidth: Double
  private let titleWidth: Double

  private static let gap = 14.0
  private static let widest = 1_640.0

  init(
    _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry, _ options: MapDrawing.Options
  ) {
    self.geometry = geometry
    // On a phone the map is panned, but its header is read without.
    let width = min(geometry.contentWidth, options.isCompact ? 362 : Self.widest)
    let hasPersona = !content.personas.isEmpty
    isStacked = width < 1_060
    if isStacked {
      titleWidth = width
      evidenceWidth = hasPersona && width >= 700 ? 280 : width
      personaWidth = width >= 700 ? width - evidenceWidth - Self.gap : width
    } else {
      evidenceWidth = 286
      personaWidth = hasPersona ? min(380, width * 0.29) : 0
      titleWidth = width - evidenceWidth - personaWidth - Self.gap * (hasPersona ? 2 : 1) - 14
    }
    title = TitleBlock(content, easel, width: titleWidth)
    let panelWidth = personaWidth
    persona = content.personas.first.map {
      PersonaPanel($0, others: Array(content.personas.dropFirst()), easel, width: panelWidth)
    }
    evidence = EvidencePanel(content, easel, width: evidenceWidth)
  }

  private var arePanelsBeside: Bool {
    persona != nil && (!isStacked || personaWidth < titleWidth)
  }

  private var panelHeight: Double {
    guard let persona else { return evidence.height }
    return arePanelsBeside
      ? max(persona.height, evidence.height) : persona.height + Self.gap + evidence.height
  }

  var height: Double {
    isStacked ? title.height + 18 + panelHeight : max(title.height, panelHeight)
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    var nodes = title.nodes(at: Point(geometry.margin, y))
    let top = isStacked ? y + title.height + 18 : y
    var x = isStacked ? geometry.margin : geometry.margin + titleWidth + Self.gap + 14
    var bottom = top
    if let persona {
      nodes.append(
        .group(
          Group(
            id: names.unique("persona"), label: persona.name, roles: "persona",
            facts: ["persona": persona.id], isFocusable: true,
            nodes: persona.nodes(
              at: Point(x, top), height: arePanelsBeside ? panelHeight : persona.height))))
      if arePanelsBeside {
        x += personaWidth + Self.gap
      } else {
        bottom = top + persona.height + Self.gap
      }
    }
    nodes.append(
      .group(
        Group(
          id: names.unique("evidence"), roles: "coverage",
          nodes: evidence.nodes(
            at: Point(x, bottom), height: arePanelsBeside ? panelHeight : evidence.height))))
    return [.group(Group(id: names.unique("header"), roles: "header", nodes: nodes))]
  }
}

/// Name, pair, purpose, source of the numbers.
struct TitleBlock {
  private let kicker: SetText
  private let name: SetText
  private let pair: SetText
  private let purposes: [(kicker: SetText, text: SetText)]
  private let purposeColumns: Int
  private let columnWidth: Double
  private let noPurpose: SetText
  private let source: SetText
  private let notice: SetText
  private let width: Double

  init(_ content: MapContent, _ easel: Easel, width: Double) {
    self.width = width
    let strings = easel.strings
    let map = content.map
    kicker = easel.set(
      (strings(map.kind.phrase) + "  ·  " + strings(map.state.phrase)).uppercased(),
      Typography.kicker, width: width)
    name = easel.set(
      map.name.isEmpty ? strings(.unnamed) : map.name, Typography.title, width: width)
    let sides = [content.productName, content.audienceName].compactMap { $0 }
    pair = easel.set(sides.joined(separator: "  ×  "), Typography.heading, width: width)
    let texts = [
      (strings(.why), map.purpose.why), (strings(.outcome), map.purpose.expectedOutcome),
      (strings(.problem), map.purpose.problem),
    ].filter { !$0.1.isEmpty }
    let columns = width < 480 ? 1 : max(texts.count, 1)
    purposeColumns = columns
    let columnWidth = (width - 18 * Double(columns - 1)) / Double(columns)
    self.columnWidth = columnWidth
    purposes = texts.map { kicker, text in
      (
        easel.set(kicker.uppercased(), Typography.kicker, width: columnWidth - 12),
        easel.set(text, Typography.body, width: columnWidth - 12)
      )
    }
    noPurpose = easel.set(
      texts.isEmpty ? strings(.noPurpose) : "", Typography.quote, width: width)
    source = easel.set(
      content.reality?.logLabel ?? strings(.noLog), Typography.small, width: width - 20)
    notice = easel.set(
      content.reality?.hasSyntheticData == true ? strings(.syntheticNotice) : "",
      Typography.smallStrong, width: width - 52)
  }

  private var purposeHeight: Double {
    if purposes.isEmpty { return noPurpose.height }
    let heights = purposes.map { $0.kicker.height + $0.text.height + 2 }
    return purposeColumns == 1
      ? heights.reduce(0, +) + 8 * Double(heights.count - 1) : heights.max() ?? 0
  }

  var height: Double {
    var height = kicker.height + 3 + name.height
    height += pair.isEmpty ? 0 : 3 + pair.height
    height += 14 + purposeHeight + 12 + source.height
    height += notice.isEmpty ? 0 : 10 + notice.height + 14
    return height
  }

  func nodes(at origin: Point) -> [Node] {
    let x = origin.x
    var y = origin.y
    var nodes: [Node] = []
    func add(_ text: SetText, _ paint: Paint, gap: Double) {
      guard !text.isEmpty else { return }
      nodes.append(text.placed(at: Point(x, y), paint))
      y += text.height + gap
    }
    add(kicker, Palette.blue.accent, gap: 3)
    add(name, Palette.ink, gap: 3)
    add(pair, Palette.inkSoft, gap: 0)
    y += 11
    if purposes.isEmpty {
      nodes.append(noPurpose.placed(at: Point(x, y), Palette.inkFaint))
    }
    var top = y
    for (index, purpose) in purposes.enumerated() {
      let column = purposeColumns == 1 ? 0 : index
      let left = x + Double(column) * (columnWidth + 18)
      let height = purpose.kicker.height + 2 + purpose.text.height
      nodes.append(
        .box(Box(x: left, y: top, width: 3, height: height), radius: 1.5, Palette.line))
      nodes.append(purpose.kicker.placed(at: Point(left + 12, top), Palette.inkFaint))
      nodes.append(
        purpose.text.placed(at: Point(left + 12, top + purpose.kicker.height + 2), Palette.ink))
      if purposeColumns == 1 { top += height + 8 }
    }
    y += purposeHeight + 12
    nodes.append(.icon(Icons.metric, at: Point(x, y + 1), side: 13, Palette.inkFaint))
    nodes.append(source.placed(at: Point(x + 20, y), Palette.inkFaint))
    y += source.height + 10
    if !notice.isEmpty {
      let box = Box(
        x: x, y: y, width: min(notice.width + 44, width), height: notice.height + 14)
      nodes.append(.box(box, radius: 8, Palette.warningTint))
      nodes.append(.icon(Icons.barrier, at: Point(x + 10, y + 7), side: 15, Palette.warning))
      nodes.append(notice.placed(at: Point(x + 32, y + 7), Palette.warning))
    }
    return nodes
  }
}

extension JourneyMap.Kind {
  var phrase: DrawingPhrase {
    switch self {
    case .customerJourney: .kindCustomerJourney
    case .userJourney: .kindUserJourney
    case .lifeExperience: .kindLifeExperience
    case .serviceBlueprint: .kindServiceBlueprint
    }
  }
}

extension JourneyMap.State {
  var phrase: DrawingPhrase {
    switch self {
    case .hypothesis: .stateHypothesis
    case .current: .stateCurrent
    case .future: .stateFuture
    }
  }
}
