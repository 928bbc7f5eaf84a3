import Diagnostics
import Insight
import JourneyDrawing
import JourneyModel
import Wording

/// The first page of a workspace: its maps as pictures, and what is known in numbers.
struct HomePage {
  struct MapCard {
    var map: JourneyMap
    var reality: MapReality
    var preview: [UInt8]
  }

  var workspace: Workspace
  var maps: [MapCard]
  var diagnostics: [Diagnostic]
  var words: Catalogue
  var figures: Shown

  var content: Markup {
    .several([
      element("div", class: "page-head") {
        element("div") {
          element("h1") { workspace.name }
          element("p") { words(.homeLead) }
        }
      },
      element("div", ["id": "home-actions"]) {
        link("/new", class: "button primary") { words(.navNew) }
      },
      numbers,
      maps.contains { $0.reality.hasSyntheticData }
        ? element("p", class: "notice") { words(.syntheticNotice) } : .several([]),
      element("section") {
        element("h2") { words(.homeMaps) }
        if maps.isEmpty {
          element("div", class: "empty") {
            element("h2") { words(.homeNoMapsTitle) }
            element("p") { words(.homeNoMaps) }
            element("p") { link("/new", class: "button primary") { words(.navNew) } }
          }
        }
        element("div", class: "map-cards") { for each in maps { card(each) } }
      },
      personas,
    ])
  }

  private var numbers: Markup {
    let first = maps.first?.reality
    return element("section") {
      element("h2", class: "visually-hidden") { words(.homeInNumbers) }
      element("div", class: "tiles") {
        if let first, first.events > 0 {
          tile(figures.count(first.customers), words(.customers), first.logLabel)
          tile(figures.count(first.events), words(.events), nil)
        } else {
          tile("0", words(.events), words(.noLog))
        }
        for score in first?.relationshipScores.prefix(1) ?? [] {
          tile(
            figures.score(score), words(.relationship),
            "n = \(figures.count(score.n)) · \(figures.scoreInterval(score))")
        }
        if let share = first?.evidencedShare {
          tile(figures.share(share), words(.evidenced), words(.evidencedOf))
        }
        link("/findings", class: "tile") {
          element("div", class: "figure") { String(diagnostics.count) }
          element("div", class: "label") {
            words(.findings) + ": "
              + words(.openFindings, FindingsPage.counts(diagnostics))
          }
        }
      }
    }
  }

  private func tile(_ figure: String, _ label: String, _ note: String?) -> Markup {
    element("div", class: "tile") {
      element("div", class: "figure") { figure }
      element("div", class: "label") { label }
      if let note { element("div", class: "label") { note } }
    }
  }

  private func card(_ each: MapCard) -> Markup {
    let map = each.map
    return element("article", class: "tile map-card") {
      link("/maps/\(map.id)", class: "preview", ["aria-hidden": "true", "tabindex": "-1"]) {
        // A picture to look at: its parts are reached on the map's own page.
        element("div", ["inert": ""]) { Markup.drawing(each.preview) }
      }
      element("div", class: "words") {
        element("h3") { link("/maps/\(map.id)") { map.name } }
        element("ul", class: "chips") {
          for chip in chips(of: map) { element("li", class: "chip") { chip } }
        }
        if !map.purpose.why.isEmpty { element("p", class: "soft") { map.purpose.why } }
        element("dl", class: "facts") {
          if let last = each.reality.stages.last, let reach = last.reach,
            let stage = map.stages.last
          {
            fact("\(words(.reach)): \(stage.name)", figures.share(reach))
          }
          if let worst = each.reality.stages.filter({ $0.loss != nil }).max(by: {
            ($0.loss ?? 0) < ($1.loss ?? 0)
          }), let name = map.stages.first(where: { $0.id == worst.stage })?.name {
            fact("\(words(.loss)): \(name)", figures.share(worst.loss))
          }
        }
        element("p", class: "actions") {
          link("/maps/\(map.id)/edit", class: "button primary") { words(.drawMap) }
          " "
          link("/maps/\(map.id)", class: "button") { words(.openMap) }
        }
      }
    }
  }

  private func chips(of map: JourneyMap) -> [String] {
    var chips: [String] = []
    if let product = workspace.products.first(where: { $0.id == map.product })?.name,
      let audience = workspace.audiences.first(where: { $0.id == map.audience })?.name
    {
      chips.append(words(.mapOf, ["product": product, "audience": audience]))
    }
    switch map.kind {
    case .customerJourney: chips.append(words(.kindCustomerJourney))
    case .userJourney: chips.append(words(.kindUserJourney))
    case .lifeExperience: chips.append(words(.kindLifeExperience))
    case .serviceBlueprint: chips.append(words(.kindServiceBlueprint))
    }
    switch map.state {
    case .hypothesis: chips.append(words(.stateHypothesis))
    case .current: chips.append(words(.stateCurrent))
    case .future: chips.append(words(.stateFuture))
    }
    return chips
  }

  private func fact(_ name: String, _ value: String) -> Markup {
    element("div") {
      element("dt") { name }
      element("dd") { value }
    }
  }

  private var personas: Markup {
    guard !workspace.personas.isEmpty else { return .several([]) }
    return element("section") {
      element("h2") { words(.homePersonas) }
      element("div", class: "tiles") {
        for persona in workspace.personas {
          element("article", class: "tile") {
            element("h3") { persona.name }
            if !persona.summary.isEmpty { element("p", class: "soft small") { persona.summary } }
            if let quote = persona.quotes.first { element("blockquote") { quote } }
          }
        }
      }
    }
  }
}
