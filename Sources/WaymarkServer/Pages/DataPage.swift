import EventStore
import Feedback
import Insight
import JourneyModel
import Wording

/// Where the numbers come from: sources, bindings, surveys, and what does not meet.
struct DataPage {
  var snapshot: WorkspaceSnapshot
  /// Maps that the log is bound to, with their numbers.
  var realities: [(map: JourneyMap, reality: MapReality)]
  var words: Catalogue
  var shown: Shown

  var content: Markup {
    .several([
      element("div", class: "page-head") {
        element("div") {
          element("h1") { words(.navData) }
          element("p") { words(.dataLead) }
        }
      },
      sources, misses, bindings, surveys,
    ])
  }

  private var sources: Markup {
    element("section") {
      element("h2") { words(.dataSources) }
      if let log = snapshot.log {
        element("div", class: "scroll") {
          JourneyPage.table(
            [words(.dataSource), words(.dataRows), words(.dataRejected), words(.dataImported)],
            numeric: [1, 2],
            log.imports.map {
              [$0.source, shown.count($0.rows), shown.count($0.rejected), $0.date]
            })
        }
        if !log.attributes.isEmpty {
          element("p", class: "small soft") {
            words(.dataAttributes) + ": " + log.attributes.map(\.name).joined(separator: ", ")
          }
        }
      } else {
        element("div", class: "empty") {
          element("h2") { words(.noLogTitle) }
          element("p") { words(.noLog) }
        }
      }
    }
  }

  private var misses: Markup {
    .several(
      realities.filter { $0.reality.events > 0 }.map { map, reality in
        element("section") {
          element("h2") { words(.dataOnMap, ["map": map.name]) }
          element("div", class: "tiles") {
            element("div", class: "tile") {
              element("h3") { words(.dataUnbound) }
              if reality.unbound.isEmpty {
                element("p", class: "soft") { words(.dataUnboundNone) }
              } else {
                element("ul") {
                  for each in reality.unbound {
                    element("li") {
                      element("code") { each.activity }; " \(shown.count(each.events))"
                    }
                  }
                }
              }
            }
            element("div", class: "tile") {
              element("h3") { words(.dataNeverSeen) }
              if reality.neverSeen.isEmpty {
                element("p", class: "soft") { words(.dataNeverSeenNone) }
              } else {
                element("ul") {
                  for each in reality.neverSeen { element("li") { name(of: each.touchpoint) } }
                }
              }
            }
          }
        }
      })
  }

  private var bindings: Markup {
    guard !snapshot.workspace.bindings.isEmpty else { return .several([]) }
    return element("section") {
      element("h2") { words(.dataBindings) }
      element("div", class: "scroll") {
        JourneyPage.table(
          [words(.dataActivity), words(.channel), words(.touchpoint)], numeric: [],
          snapshot.workspace.bindings.map {
            [$0.activity, $0.channel ?? words(.anyChannel), name(of: $0.touchpoint)]
          })
      }
    }
  }

  private var surveys: Markup {
    element("section") {
      element("h2") { words(.dataSurveys) }
      if snapshot.surveys.isEmpty {
        element("p", class: "soft") { words(.dataNoSurveys) }
      } else {
        element("div", class: "scroll") {
          JourneyPage.table(
            [words(.name), words(.dataAnswers)], numeric: [1],
            snapshot.surveys.map { [$0.survey.name, shown.count($0.answers.count)] })
        }
      }
    }
  }

  private func name(of touchpoint: Touchpoint.ID) -> String {
    snapshot.workspace.touchpoints.first { $0.id == touchpoint }?.name ?? touchpoint.rawValue
  }
}
