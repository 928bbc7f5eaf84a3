import Diagnostics
import Insight
import JourneyDrawing
import JourneyModel
import Wording

/// What stands behind one thing on the map: its numbers with their rules, and what they stand on.
///
/// The browser shows the part marked `detail` beside the map; without the browser's part it is a page of its own.
struct DetailPage {
  var workspace: Workspace
  var map: JourneyMap
  var reality: MapReality
  var words: Catalogue
  var figures: Shown

  func stage(_ stage: Stage) -> Markup {
    let numbers = reality.stages.first { $0.stage == stage.id }
    return element("article", class: "detail") {
      element("p", class: "eyebrow") { words(.stage) }
      element("h1") { stage.name }
      if !stage.mindset.isEmpty { element("blockquote") { stage.mindset } }
      if !stage.goal.isEmpty {
        element("p") {
          element("strong") { words(.customerGoal) + ": " }
          stage.goal
        }
      }
      if let numbers, reality.events > 0 {
        stageFigures(stage, numbers)
        moves(from: stage)
      } else {
        element("p", class: "notice plain") { words(.noEventsYet) }
      }
      scores(numbers?.scores ?? [])
      touchpointList(in: stage)
      element("p", class: "rule") {
        words(.ruleReach) + " " + words(.ruleLoss) + " " + words(.ruleTime) + " "
        link("/definitions") { words(.allDefinitions) }
      }
    }
  }

  private func stageFigures(_ stage: Stage, _ numbers: StageReality) -> Markup {
    element("dl", class: "facts") {
      fact(
        words(.reach), figures.share(numbers.reach),
        words(
          .ofCustomers,
          [
            "n": figures.count(numbers.customers), "all": figures.count(reality.boundCustomers),
          ]))
      if let loss = numbers.loss {
        fact(
          words(.loss), figures.share(loss),
          words(
            .ofCustomers,
            [
              "n": figures.count(numbers.lostCustomers ?? 0),
              "all": figures.count(numbers.customers),
            ]))
      }
      fact(
        words(.medianTime), figures.duration(numbers.time.medianSeconds),
        words(
          .p90AndVisits,
          [
            "p90": figures.duration(numbers.time.p90Seconds),
            "visits": figures.count(numbers.time.visits), "open": figures.count(numbers.time.open),
          ]))
      if let frame = stage.timeFrame {
        fact(
          words(.plannedTime), figures.timeFrame(frame),
          numbers.time.beyondFrameShare.map {
            words(
              .beyondFrame,
              [
                "share": figures.share($0),
                "wasted": figures.duration(numbers.time.wastedSeconds),
              ])
          })
      }
    }
  }

  private func moves(from stage: Stage) -> Markup? {
    let leaving = reality.moves.filter { $0.from == stage.id }
    guard !leaving.isEmpty else { return nil }
    return element("section") {
      element("h2") { words(.whereNext) }
      element("div", class: "scroll") {
        element("table") {
          element("thead") {
            element("tr") {
              for phrase in [Phrase.moveTo, .moveKind] {
                element("th", ["scope": "col"]) { words(phrase) }
              }
              for phrase in [Phrase.count, .share] {
                element("th", class: "number", ["scope": "col"]) { words(phrase) }
              }
            }
          }
          element("tbody") {
            for move in leaving {
              element("tr") {
                element("td") { name(of: move.to) }
                element("td") { words(Self.phrase(for: move.kind)) }
                element("td", class: "number") { figures.count(move.count) }
                element("td", class: "number") { figures.share(move.share) }
              }
            }
          }
        }
      }
    }
  }

  func touchpoint(_ touchpoint: Touchpoint) -> Markup {
    let numbers = reality.touchpoints.first { $0.touchpoint == touchpoint.id }
    return element("article", class: "detail") {
      element("p", class: "eyebrow") { words(.touchpoint) }
      element("h1") { touchpoint.name }
      element("ul", class: "chips") {
        for chip in TouchpointWords(words: words).traits(of: touchpoint, in: workspace) {
          element("li", class: "chip") { chip }
        }
        if numbers?.isClearlyWorse == true {
          element("li", class: "chip bad") { words(.clearlyWorse) }
        }
      }
      if let numbers, numbers.events > 0 {
        element("dl", class: "facts") {
          fact(
            words(.reach), figures.share(numbers.reach),
            words(
              .ofCustomers,
              [
                "n": figures.count(numbers.customers),
                "all": figures.count(reality.boundCustomers),
              ]))
          fact(words(.events), figures.count(numbers.events), nil)
          fact(
            words(.medianTime), figures.duration(numbers.time.medianSeconds),
            words(
              .p90AndVisits,
              [
                "p90": figures.duration(numbers.time.p90Seconds),
                "visits": figures.count(numbers.time.visits),
                "open": figures.count(numbers.time.open),
              ]))
        }
        element("p", class: "small soft") {
          words(.boundTo) + " "
          for activity in numbers.activities { element("code") { activity }; " " }
        }
      } else {
        element("p", class: "notice plain") {
          reality.neverSeen.first { $0.touchpoint == touchpoint.id }?.reason == .boundButNeverSeen
            ? words(.boundButNeverSeen) : words(.notBound)
        }
      }
      scores(numbers?.scores ?? [])
      if !touchpoint.note.isEmpty { element("p") { touchpoint.note } }
      element("p", class: "rule") {
        words(.ruleReach) + " " + words(.ruleTime) + " "
        link("/definitions") { words(.allDefinitions) }
      }
    }
  }

  /// What a card says, or the touchpoint or feeling that it stands for.
  func title(of card: Card) -> String {
    if !card.text.isEmpty { return card.text }
    if let emotion = card.emotion, !emotion.name.isEmpty { return emotion.name }
    return workspace.touchpoints.first { $0.id == card.touchpoint }?.name ?? words(.card)
  }

  func card(_ card: Card) -> Markup {
    let standing = reality.cards[card.id]
    let lane = map.lanes.first { $0.id == card.lane }
    return element("article", class: "detail") {
      element("p", class: "eyebrow") {
        [lane?.name, map.stage(of: card.step)?.name].compactMap(\.self).joined(separator: " · ")
      }
      element("h1") { title(of: card) }
      if let standing {
        element("section") {
          element("h2") {
            element("span", class: "standing \(standing.status.rawValue)") {}
            words(Self.phrase(for: standing.status))
            if standing.isStale { " · " + words(.stale) }
          }
          if let explanation = standing.explanation {
            element("p") { explanation.text(in: words) }
          }
        }
      }
      if let emotion = card.emotion {
        element("p") {
          words(
            .feltScore,
            [
              "name": "\(emotion.emoji) \(emotion.name)", "score": figures.signed(emotion.score),
            ])
        }
      }
      if let reason = card.momentOfTruth {
        element("p", class: "notice") {
          element("strong") { words(.momentOfTruth) + ": " }
          reason
        }
      }
      if let touchpoint = card.touchpoint,
        let named = workspace.touchpoints.first(where: { $0.id == touchpoint })
      {
        element("p") {
          words(.touchpoint) + ": "
          link("/maps/\(map.id)/touchpoints/\(touchpoint)") { named.name }
        }
      }
      linked(to: card)
      evidence(of: card)
      element("p", class: "rule") { words(.ruleEvidence) }
    }
  }

  private func linked(to card: Card) -> Markup? {
    let answers = map.cards.filter { $0.links.contains(card.id) || card.links.contains($0.id) }
    guard !answers.isEmpty else { return nil }
    return element("section") {
      element("h2") { words(.linkedCards) }
      element("ul") {
        for other in answers {
          element("li") {
            let lane = map.lanes.first { $0.id == other.lane }?.name ?? ""
            element("span", class: "soft") { lane + ": " }
            link("/maps/\(map.id)/cards/\(other.id)") { other.text }
          }
        }
      }
    }
  }

  private func evidence(of card: Card) -> Markup {
    element("section") {
      element("h2") { words(.evidence) }
      if card.evidence.isEmpty {
        element("p", class: "soft") { words(.noEvidenceYet) }
      } else {
        element("ul") {
          for item in card.evidence {
            element("li") {
              element("strong") { item.source }
              let kind = words(Self.phrase(for: item.kind))
              let date = item.date.map { " · \($0)" } ?? ""
              let verdict = item.verdict == .contradicts ? " · " + words(.contradicts) : ""
              element("span", class: "soft") { " · \(kind)\(date)\(verdict)" }
              if !item.note.isEmpty { element("p") { item.note } }
            }
          }
        }
      }
    }
  }

  private func scores(_ scores: [ScoreReading]) -> Markup {
    element("section") {
      element("h2") { words(.satisfaction) }
      if scores.isEmpty {
        element("p", class: "soft") { words(.noAnswersHere) }
      } else {
        for score in scores {
          element("p") {
            element("strong") { figures.score(score) }
            element("span", class: "soft") {
              " · " + figures.scoreInterval(score) + " · n = " + figures.count(score.n)
            }
            if score.isLowBase { element("span", class: "chip warn") { words(.lowBase) } }
            if score.isSynthetic { element("span", class: "chip warn") { words(.synthetic) } }
            element("br")
            element("span", class: "small soft") {
              "“\(score.questionText)” · \(score.surveyName)"
            }
          }
        }
      }
    }
  }

  private func touchpointList(in stage: Stage) -> Markup? {
    let here = reality.touchpoints.filter { $0.stages.contains(stage.id) }
    guard !here.isEmpty else { return nil }
    return element("section") {
      element("h2") { words(.touchpointsHere) }
      element("ul") {
        for each in here {
          element("li") {
            let name = workspace.touchpoints.first { $0.id == each.touchpoint }?.name
            link("/maps/\(map.id)/touchpoints/\(each.touchpoint)") {
              name ?? each.touchpoint.rawValue
            }
            if each.events > 0 {
              element("span", class: "soft") { " · \(words(.reach)) \(figures.share(each.reach))" }
            }
          }
        }
      }
    }
  }

  private func fact(_ name: String, _ value: String, _ note: String?) -> Markup {
    element("div") {
      element("dt") { name }
      element("dd") {
        value
        if let note { element("small") { note } }
      }
    }
  }

  private func name(of stage: Stage.ID) -> String {
    map.stages.first { $0.id == stage }?.name ?? stage.rawValue
  }

  static func phrase(for kind: StageMove.Kind) -> Phrase {
    switch kind {
    case .advance: .moveAdvance
    case .skip: .moveSkip
    case .back: .moveReturn
    case .loop: .moveLoop
    }
  }

  static func phrase(for status: EvidenceStatus) -> Phrase {
    switch status {
    case .assumption: .statusAssumption
    case .anecdotal: .statusAnecdotal
    case .supported: .statusSupported
    case .contradicted: .statusContradicted
    }
  }

  static func phrase(for kind: Evidence.Kind) -> Phrase {
    switch kind {
    case .interview: .evidenceInterview
    case .survey: .evidenceSurvey
    case .event: .evidenceEvent
    case .webAnalytics: .evidenceWebAnalytics
    case .searchQuery: .evidenceSearchQuery
    case .callNote: .evidenceCallNote
    case .salesNote: .evidenceSalesNote
    case .observation: .evidenceObservation
    case .marketResearch: .evidenceMarketResearch
    }
  }
}
