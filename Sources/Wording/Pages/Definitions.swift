/// What one number means: its name and its rule, in words a reader without mathematics can follow.
public struct Definition: Sendable, Hashable {
  /// Stable: the anchor on the page of definitions.
  public var id: String
  public var term: String
  public var rule: String
}

extension Catalogue {
  /// Every number that the pages show, in the order of the page of definitions.
  public var definitions: [Definition] { englishDefinitions }
}

private let englishDefinitions: [Definition] = [
  .init(
    id: "journey", term: "Journey",
    rule:
      "All events of one customer (or of one session, where a page says so), sorted by time; events of the same moment keep the order of their source."
  ),
  .init(
    id: "reach", term: "Reach",
    rule:
      "Customers with at least one event in the stage or touchpoint ÷ customers with at least one event bound to the map."
  ),
  .init(
    id: "loss", term: "Loss",
    rule:
      "Of the customers who reached a stage, the share with no later event in any later stage. The last stage has no loss."
  ),
  .init(
    id: "stage-of-event", term: "Stage of an event",
    rule:
      "Binding rules are tried in their order, the first that fits binds. A touchpoint that stands in several stages counts for the first of them at or after the stage of the customer's previous event, else for the last before it."
  ),
  .init(
    id: "moves", term: "Advance, skip, return, loop",
    rule:
      "Neighbouring bound events: into the next stage is an advance, further ahead a skip, back a return, the same stage a loop. An arrow's share is its count ÷ all moves that leave the stage, loops left out."
  ),
  .init(
    id: "funnel", term: "Funnel",
    rule:
      "Customers who did step 1, later step 2, and so on, all within the window counted from step 1 (inclusive). Best entry takes the longest chain from any entry, first entry only the chain from the first. Strictly one after another allows nothing between; any order counts how many different steps fall within one window."
  ),
  .init(
    id: "time", term: "Time in a stage or touchpoint",
    rule:
      "A visit is a run of neighbouring events in it and lasts until the next event elsewhere. A journey's last visit has no end: it is counted as open and is in no median. Medians and p90 interpolate linearly between ordered values."
  ),
  .init(
    id: "beyond-plan", term: "Beyond the plan",
    rule:
      "Share of customers with a visit longer than the stage's planned maximum, and all the time beyond it added up (wasted time)."
  ),
  .init(
    id: "drop-off", term: "Drop-off",
    rule:
      "Journeys whose last event is here and that never met the goal ÷ journeys containing it. Journeys whose last event lies within 30 days of the log's end are still open and in neither number."
  ),
  .init(
    id: "fitness", term: "Fit with the map",
    rule:
      "For a journey of n stage visits and a map of m stages: 1 − (n + m − 2 × longest common sequence) ÷ (n + m); the map's figure is the mean over journeys. A perfect journey passes the stages once each, in order."
  ),
  .init(
    id: "nps", term: "NPS",
    rule:
      "Share of promoters (9–10) minus share of detractors (0–6), times 100, with the adjusted Wald interval at 95 %."
  ),
  .init(
    id: "csat", term: "CSAT",
    rule:
      "Share of the two best answers on a scale 1–5 with the Wilson interval at 95 %; on a scale 1–10 the mean comes first and the share of the three best beside it."
  ),
  .init(
    id: "ces", term: "CES",
    rule: "Mean of the answers on 1–7 with its 95 % interval, and the share of 5–7."
  ),
  .init(
    id: "small-samples", term: "Small samples",
    rule:
      "Skipped answers are not in n. Without answers there is no number, never 0. From 5 to 29 answers a number is marked as low base."
  ),
  .init(
    id: "measured-emotion", term: "Measured emotion",
    rule:
      "The mean score of the surveys about a stage, its scale laid over −3 … +3. Without answers the curve has a gap, not a 0."
  ),
  .init(
    id: "evidence", term: "Evidence status",
    rule:
      "Contradicted: a number that lies wholly on the other side of the claim, or at least five contradicting voices that outnumber the supporting. Supported: at least five supporting voices, or a number wholly on the claimed side. A number counts from n = 30. Anecdotal: any other evidence. Assumption: none. Stale: the newest deciding item is older than the review rhythm."
  ),
]
