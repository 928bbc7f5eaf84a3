import EventStore
import Insight
import JourneyAnalytics
import JourneyDrawing
import JourneyModel
import Wording

/// One analysis page, from its address to its content.
struct JourneyAnalysis {
  var site: Site
  var snapshot: WorkspaceSnapshot
  var queries: any JourneyQueries
  var words: Catalogue

  func content(_ kind: JourneyPage.Kind, _ typed: [String: String]) throws -> Markup {
    let usual: Level = kind == .time ? .stage : .touchpoint
    var typed = typed
    // Whole customers rarely go the same way; sessions do.
    if kind == .paths, typed["group"] == nil { typed["group"] = "session" }
    var question = JourneyQuestion(typed, in: snapshot, usual: usual)
    let answerer = JourneyAnswerer(
      snapshot: snapshot, queries: queries, words: words, shown: Shown(Figures(catalogue: words)),
      drawing: site.drawings)
    let answered: JourneyAnswerer.Answered?
    switch kind {
    case .funnel:
      answered = try funnel(&question, answerer)
    case .flow: answered = question.problem == nil ? try answerer.flow(question) : nil
    case .paths: answered = question.problem == nil ? try answerer.paths(question) : nil
    case .time: answered = question.problem == nil ? try answerer.time(question) : nil
    }
    let page = JourneyPage(kind: kind, question: question, snapshot: snapshot, words: words)
    return page.content(
      picture: answered?.picture, rule: answered?.rule ?? "", table: answered?.table,
      extraFields: kind == .funnel ? funnelFields(page) : [levelField(page)])
  }

  private func funnel(
    _ question: inout JourneyQuestion, _ answerer: JourneyAnswerer
  ) throws -> JourneyAnswerer.Answered? {
    let steps = (question.typed["steps"] ?? "").split(separator: ",")
      .map { $0.trimmingPrefix { $0 == " " } }
      .map { String($0).trimmedAtEnd }.filter { !$0.isEmpty }
    for step in steps where !queries.activityNames.contains(step) {
      question.refuse("“\(step)”")
    }
    let window = JourneyQuestion.window(question.typed["window"] ?? "")
    if window == nil { question.refuse("“\(question.typed["window"] ?? "")”") }
    if steps.count > 64 { question.refuse("\(steps.count) > 64") }
    guard question.problem == nil else { return nil }
    return try answerer.funnel(
      question, steps: steps, window: window ?? nil,
      entry: question.typed["entry"].flatMap { FunnelQuery.Entry(rawValue: $0) } ?? .best,
      mode: question.typed["mode"].flatMap { FunnelQuery.Mode(rawValue: $0) } ?? .ordered)
  }

  private func funnelFields(_ page: JourneyPage) -> [Markup] {
    [
      page.field("steps", words(.funnelSteps), placeholder: words(.funnelStepsHint), grows: true),
      page.choice(
        "window", words(.window),
        [
          ("", words(.windowNone)), ("30m", "30 min"), ("1d", "1 d"), ("7d", "7 d"),
          ("30d", "30 d"),
        ],
        chosen: page.question.typed["window"]),
      page.choice(
        "entry", words(.entry), [("best", words(.entryBest)), ("first", words(.entryFirst))],
        chosen: page.question.typed["entry"]),
      page.choice(
        "mode", words(.mode),
        [
          ("ordered", words(.modeOrdered)), ("strict", words(.modeStrict)),
          ("any", words(.modeAny)),
        ], chosen: page.question.typed["mode"]),
    ]
  }

  private func levelField(_ page: JourneyPage) -> Markup {
    page.choice(
      "by", words(.by),
      [
        ("touchpoint", words(.byTouchpoint)), ("stage", words(.byStage)),
        ("activity", words(.byActivity)),
      ], chosen: page.question.level.rawValue)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
