import JourneyModel
import Picture
import Wording

/// The primary persona beside the map: portrait, motives, a quote.
struct PersonaPanel {
  let id: String
  let name: String
  private let role: SetText
  private let title: SetText
  private let traits: SetText
  private let summary: SetText
  private let motivesHead: SetText
  private let motives: [SetText]
  private let quote: SetText
  private let others: SetText
  private let width: Double

  private static let padding = 16.0
  private static let radius = 30.0

  init(_ persona: Persona, others: [Persona], _ easel: Easel, width: Double) {
    id = persona.id.rawValue
    name = persona.name
    self.width = width
    let strings = easel.strings
    let inner = width - 2 * Self.padding
    let beside = inner - 2 * Self.radius - 14
    role = easel.set(
      strings(.primaryPersona).uppercased(), Typography.kicker, width: beside)
    title = easel.set(persona.name, Typography.heading, width: beside)
    traits = easel.set(
      persona.portrait.prefix(4).map(\.value).filter { !$0.isEmpty }.joined(separator: " · "),
      Typography.small, width: beside)
    summary = easel.set(persona.summary, Typography.small, width: inner)
    motives = persona.motives.prefix(3).map {
      easel.set($0, Typography.small, width: inner - 14)
    }
    motivesHead = easel.set(
      motives.isEmpty ? "" : strings(.motives).uppercased(), Typography.kicker, width: inner)
    quote = easel.set(
      persona.quotes.first.map { strings(.quoted, ["text": $0]) } ?? "", Typography.smallItalic,
      width: inner)
    let names = others.map(\.name).joined(separator: ", ")
    self.others = easel.set(
      others.isEmpty ? "" : strings(.otherPersonas, ["names": names]), Typography.small,
      width: inner)
  }

  private var headHeight: Double {
    max(2 * Self.radius, role.height + title.height + (traits.isEmpty ? 0 : traits.height + 2))
  }

  var height: Double {
    var height = headHeight
    for text in [summary, quote, others] where !text.isEmpty { height += text.height + 8 }
    if !motives.isEmpty {
      height += 8 + motivesHead.height + motives.reduce(0) { $0 + $1.height + 2 }
    }
    return height + 2 * Self.padding
  }

  func nodes(at origin: Point, height: Double) -> [Node] {
    let box = Box(x: origin.x, y: origin.y, width: width, height: height)
    var nodes: [Node] = [
      .box(box, radius: 14, Palette.surface, stroke: Stroke(Palette.lineSoft))
    ]
    let x = box.x + Self.padding
    var y = box.y + Self.padding
    nodes += Avatar.nodes(
      for: id, centre: Point(x + Self.radius, y + Self.radius), radius: Self.radius)
    let textX = x + 2 * Self.radius + 14
    let textHeight = role.height + title.height + (traits.isEmpty ? 0 : traits.height + 2)
    var textY = y + (headHeight - textHeight) / 2
    nodes.append(role.placed(at: Point(textX, textY), Palette.violet.accent))
    textY += role.height
    nodes.append(title.placed(at: Point(textX, textY), Palette.ink))
    textY += title.height + 2
    if !traits.isEmpty { nodes.append(traits.placed(at: Point(textX, textY), Palette.inkSoft)) }
    y += headHeight
    func add(_ text: SetText, _ paint: Paint) {
      guard !text.isEmpty else { return }
      y += 8
      nodes.append(text.placed(at: Point(x, y), paint))
      y += text.height
    }
    add(summary, Palette.inkSoft)
    if !motives.isEmpty {
      add(motivesHead, Palette.inkFaint)
      for motive in motives {
        y += 2
        nodes.append(.circle(Point(x + 4, y + 7.5), 2.2, Palette.violet.accent))
        nodes.append(motive.placed(at: Point(x + 14, y), Palette.ink))
        y += motive.height
      }
    }
    add(quote, Palette.ink)
    add(others, Palette.inkFaint)
    return nodes
  }
}
