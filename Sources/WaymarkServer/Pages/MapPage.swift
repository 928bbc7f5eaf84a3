import Insight
import JourneyDrawing
import JourneyModel
import Wording

/// The map: as a drawn picture with switches and zoom, and as a table that reads well on a phone.
struct MapPage {
  enum View: String, CaseIterable { case graphic, table }

  var workspace: Workspace
  var map: JourneyMap
  var reality: MapReality
  var words: Catalogue
  var figures: Shown
  /// Nil = the picture on a wide window, the table on a narrow one.
  var view: View?

  private var address: String { "/maps/\(map.id)" }

  func content(picture: [UInt8]) -> Markup {
    .several([
      toolbar,
      view == .table
        ? table
        : element("div", class: view == nil ? "wide-only" : nil) {
          element(
            "div", class: "map-frame",
            ["data-map": address, "tabindex": "0", "role": "region", "aria-label": map.name]
          ) { Markup.drawing(picture) }
        },
      view == nil ? element("div", class: "narrow-only") { byStage } : .several([]),
      element(
        "aside", class: "panel", ["hidden": "", "aria-label": words(.details), "role": "dialog"]
      ) {
        element(
          "button", class: "icon panel-close", ["type": "button", "aria-label": words(.close)]
        ) { "×" }
        element("div", class: "panel-body")
      },
    ])
  }

  private var toolbar: Markup {
    element("div", class: "toolbar") {
      element("h1") { map.name }
      link("\(address)/edit", class: "button primary") { words(.drawMap) }
      element("div", class: "segmented", ["role": "group", "aria-label": words(.view)]) {
        for each in View.allCases {
          let isCurrent = view == each || (view == nil && each == .graphic)
          link(
            "\(address)?view=\(each.rawValue)",
            class: view == nil && each == .graphic ? "wide-current" : nil,
            ["aria-current": isCurrent ? "true" : nil]
          ) { words(each == .graphic ? .viewGraphic : .viewTable) }
        }
      }
      if view != .table {
        element("div", class: view == nil ? "set wide-only" : "set") {
          zoomButton("out", "−", .zoomOut)
          element("span", ["data-zoom-label": "", "aria-live": "polite"]) { "100\u{A0}%" }
          zoomButton("in", "+", .zoomIn)
          zoomButton("fit", "⤢", .zoomFit)
        }
        element("div", class: view == nil ? "set wide-only" : "set") {
          overlayMenu
          laneMenu
        }
      }
      exportMenu
    }
  }

  private func zoomButton(_ command: String, _ sign: String, _ name: Phrase) -> Markup {
    element(
      "button", class: "icon",
      [
        "type": "button", "data-zoom": command, "aria-label": words(name), "title": words(name),
      ]
    ) { sign }
  }

  private var overlayMenu: Markup {
    element("details", class: "menu") {
      element("summary") { words(.show) }
      element("div", class: "items") {
        for (overlay, phrase) in [
          ("numbers", Phrase.overlayNumbers), ("flows", .overlayFlows),
          ("evidence", .overlayEvidence), ("emotions", .overlayEmotions),
        ] {
          element("label") {
            element(
              "input",
              ["type": "checkbox", "checked": "", "value": overlay, "data-toggle-overlay": ""])
            words(phrase)
          }
        }
      }
    }
  }

  private var laneMenu: Markup {
    element("details", class: "menu") {
      element("summary") { words(.lanes) }
      element("div", class: "items") {
        for lane in map.lanes where !lane.isHidden {
          element("label") {
            element(
              "input",
              [
                "type": "checkbox", "checked": "", "value": lane.id.rawValue,
                "data-toggle-lane": "",
              ])
            lane.name
          }
        }
      }
    }
  }

  private var exportMenu: Markup {
    element("details", class: "menu") {
      element("summary") { words(.download) }
      element("div", class: "items") {
        link("\(address)/map.svg") { words(.downloadSVG) }
        link("\(address)/map.pdf") { words(.downloadPDF) }
        link("\(address)/map.pdf?paper=a4") { words(.downloadPDFPages, ["paper": "A4"]) }
        link("\(address)/map.pdf?paper=a3") { words(.downloadPDFPages, ["paper": "A3"]) }
        link("\(address)/map.png") { words(.downloadPNG) }
        link("\(address)/map.png?theme=dark") { words(.downloadPNGDark) }
      }
    }
  }
}

// MARK: - As a table

extension MapPage {
  private var columns: [(stage: Stage, step: Step)] {
    map.stages.flatMap { stage in stage.columns.map { (stage, $0) } }
  }

  private var lanes: [Lane] { map.lanes.filter { !$0.isHidden } }

  private func cards(_ lane: Lane, _ step: Step) -> [Card] {
    map.cards.filter { $0.lane == lane.id && $0.step == step.id }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  var table: Markup {
    element("div", class: "map-table") {
      element("div", class: "scroll wide-only") {
        element("table") {
          element("caption") { words(.tableCaption, ["map": map.name]) }
          element("thead") {
            element("tr") {
              element("th", ["scope": "col"]) { words(.lane) }
              for (stage, step) in columns {
                element("th", ["scope": "col"]) {
                  link("\(address)/stages/\(stage.id)") { stage.name }
                  if !stage.steps.isEmpty {
                    element("br")
                    element("span", class: "soft") { step.name }
                  }
                }
              }
            }
          }
          element("tbody") {
            numberRow
            for lane in lanes {
              element("tr") {
                element("th", ["scope": "row"]) { lane.name }
                for (_, step) in columns { element("td") { list(cards(lane, step)) } }
              }
            }
          }
        }
      }
      element("div", class: "narrow-only") { byStage }
    }
  }

  private var numberRow: Markup {
    element("tr") {
      element("th", ["scope": "row"]) { words(.reallyHappened) }
      for (stage, step) in columns {
        element("td") {
          if step.id == stage.columns.first?.id { numbers(of: stage) }
        }
      }
    }
  }

  private func numbers(of stage: Stage) -> [Markup] {
    guard let real = reality.stages.first(where: { $0.stage == stage.id }), reality.events > 0
    else { return [element("span", class: "soft") { words(.noEventsYet) }] }
    var lines = [
      "\(words(.reach)) \(figures.share(real.reach)) (\(figures.count(real.customers)))"
    ]
    if let loss = real.loss { lines.append("\(words(.loss)) \(figures.share(loss))") }
    lines.append("\(words(.medianTime)) \(figures.duration(real.time.medianSeconds))")
    for score in real.scores {
      lines.append("\(figures.score(score)) (n = \(score.n))")
    }
    return lines.map { line in element("div") { line } }
  }

  private func list(_ cards: [Card]) -> Markup? {
    guard !cards.isEmpty else { return nil }
    return element("ul") {
      for card in cards {
        element("li") {
          if let standing = reality.cards[card.id] {
            let name = words(DetailPage.phrase(for: standing.status))
            element(
              "span", class: "standing \(standing.status.rawValue)",
              ["role": "img", "aria-label": name, "title": name])
          }
          link("\(address)/cards/\(card.id)") { shownText(of: card) }
        }
      }
    }
  }

  private func shownText(of card: Card) -> String {
    if let emotion = card.emotion {
      let name = card.text.isEmpty ? emotion.name : card.text
      return "\(emotion.emoji) \(name) (\(figures.signed(emotion.score)))"
    }
    if card.text.isEmpty, let touchpoint = card.touchpoint {
      return workspace.touchpoints.first { $0.id == touchpoint }?.name ?? touchpoint.rawValue
    }
    return card.text
  }

  /// Stage after stage from top to bottom: how a phone reads a map.
  var byStage: Markup {
    element("div", class: "stage-list") {
      for stage in map.stages {
        element("section", class: "tile") {
          element("h2") { link("\(address)/stages/\(stage.id)") { stage.name } }
          if !stage.mindset.isEmpty { element("blockquote") { stage.mindset } }
          element("div", class: "stage-numbers") { numbers(of: stage) }
          for lane in lanes {
            let here = stage.columns.flatMap { cards(lane, $0) }
            if !here.isEmpty {
              element("h3") { lane.name }
              list(here)
            }
          }
        }
      }
    }
  }
}
