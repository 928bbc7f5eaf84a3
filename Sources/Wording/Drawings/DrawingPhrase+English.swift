/// The English of every phrase of the drawings.
let englishDrawings: [DrawingPhrase: String] = [
  // Units
  .seconds: "s",
  .minutes: "min",
  .hours: "h",
  .days: "day|days",
  .weeks: "week|weeks",
  .months: "month|months",
  .years: "year|years",
  // Scores
  .topShare: "top 3: {share} ({interval})",
  .ofScale: "of {maximum}",
  .lowBase: "low base",
  .synthetic: "synthetic",
  .noData: "no data",
  // Map
  .mapSummary: "Journey map with the stages {stages} and the lanes {lanes}.",
  .noStagesTitle: "This map has no stages yet",
  .noStagesAdvice:
    """
  Begin where the need arises: what does the customer do first? Add a stage, or start \
  from a template.
  """,
  .noLanesTitle: "No lanes to show",
  .noLanesAdvice: "Add a lane such as actions, touchpoints or barriers, or show a hidden one.",
  .emptyLane: "nothing here yet",
  .hiddenLane: "hidden",
  .unnamed: "unnamed",
  .stageLabel: "Stage: {name}",
  .laneLabel: "Lane: {name}",
  .phaseBefore: "before purchase",
  .phaseDuring: "purchase",
  .phaseAfter: "after purchase",
  .quoted: "“{text}”",
  .plannedFrame: "planned {frame}",
  .goalIs: "Goal: {text}",
  .entryIs: "Begins when: {text}",
  .exitIs: "Ends when: {text}",
  .aimIs: "Our aim: {text}",
  .lineOfInteraction: "Line of interaction",
  .lineOfVisibility: "Line of visibility",
  .lineOfInternalInteraction: "Line of internal interaction",
  // Header
  .kindCustomerJourney: "customer journey",
  .kindUserJourney: "user journey",
  .kindLifeExperience: "life experience",
  .kindServiceBlueprint: "service blueprint",
  .stateHypothesis: "hypothesis to test",
  .stateCurrent: "current state",
  .stateFuture: "future state",
  .why: "Why this map",
  .outcome: "Expected outcome",
  .problem: "Problem to solve",
  .noPurpose: "No purpose written yet: why is this map made, and what should come of it?",
  .noLog: "No event log bound yet",
  .syntheticNotice:
    "Some of these numbers are synthetic: made for the demonstration, not given by customers.",
  .primaryPersona: "Primary persona",
  .motives: "Motives",
  .otherPersonas: "Also: {names}",
  .evidenceCoverage: "of the cards stand on evidence",
  .noClaims: "No claims to prove yet",
  .staleCards: "{count} card rests on old evidence|{count} cards rest on old evidence",
  .conformance:
    "{journeys} journeys fit this map {fitness} on average; {perfect} fit it perfectly.",
  .wholeJourney: "Whole journey: {score} ({interval}), {base}",
  // Numbers
  .numbersLabel: "What really happened",
  .reach: "Reach",
  .reachRule: "of {customers} customers with an event on the map",
  .countOf: "{count} of {total}",
  .loss: "Loss",
  .lossRule: "no later event in a later stage",
  .customersLost: "{count} goes no further|{count} go no further",
  .lastStage: "last stage",
  .time: "Time",
  .timeRule: "visits against the planned frame",
  .median: "median",
  .tail: "p90 {time}",
  .beyondFrame: "{share} beyond the plan",
  .withinFrame: "nobody beyond the plan",
  .onlyOpenVisits: "only open visits",
  .satisfaction: "Satisfaction",
  .satisfactionRule: "score, answers, 95 % interval",
  .noEventsYet:
    """
  No events yet: import a log and bind its activities to see reach, loss, time and \
  moves here.
  """,
  .reachShort: "reach {share}",
  .neverSeen: "not seen in the data",
  .clearlyWorse: "clearly worse",
  .inOrder: "In order",
  .events: "Events",
  .wastedTime: "Time beyond the plan",
  // Moves
  .moves: "Moves that happened",
  .movesRule: "share of the moves that leave a stage",
  .plannedOnly: "planned, not yet seen",
  .othersShare: "others {share}",
  .planned: "planned",
  .moveTooltip: "{from} → {to}: {count} times, {share} of the moves that leave {from}",
  .loopTooltip: "{from} again: {count} times in a row",
  .plannedTooltip: "Planned: {from} → {to}",
  // Cards
  .assumption: "assumption|assumptions",
  .anecdotal: "anecdotal",
  .supported: "supported",
  .contradicted: "contradicted",
  .stale: "old evidence",
  .unknownTouchpoint: "unknown touchpoint {id}",
  .online: "online",
  .offline: "offline",
  .innerOwn: "own",
  .outerPaid: "outer, paid",
  .outerThirdParty: "outer",
  .momentOfTruth: "Moment of truth",
  .momentOfTruthBecause: "Moment of truth: {reason}",
  .severityLow: "minor",
  .severityMedium: "serious",
  .severityHigh: "severe",
  .noSolution: "no solution yet",
  .solutions: "{count} solution|{count} solutions",
  .answers: "answers {count}",
  .personDays: "{count} person-day|{count} person-days",
  .statusIdea: "idea",
  .statusDecided: "decided",
  .statusInProgress: "in progress",
  .statusLaunched: "launched",
  .statusMeasured: "measured",
  .statusDropped: "dropped",
  // Emotions
  .emotionLabel: "Emotion curve",
  .assumedCurve: "assumed",
  .measuredCurve: "measured",
  .unknownFeeling: "not known",
  .peak: "peak",
  .pit: "pit",
  .ifWell: "if well",
  .ifBadly: "if badly",
  // Footer
  .legend: "Legend",
  .margin: "Between map and data",
  .rules: "How to read the numbers",
  .assumptionMeans: "assumption: nobody has said so yet",
  .anecdotalMeans: "anecdotal: a few voices, or too small a sample",
  .supportedMeans: "supported by voices or a number",
  .contradictedMeans: "contradicted by voices or a number",
  .staleMeans: "the evidence is older than the review rhythm",
  .momentOfTruthMeans: "moment of truth: the customer decides to go on or to leave",
  .advanceMeans: "advance to the next stage",
  .skipMeans: "skip over a stage",
  .backMeans: "return to an earlier stage",
  .loopMeans: "again in the same stage",
  .plannedMeans: "dashed: planned, not measured",
  .seenNotOnMap: "Seen in the data, not on the map",
  .onMapNeverSeen: "On the map, never seen in the data",
  .eventCount: "{count} event|{count} events",
  .notBound: "nothing bound to it",
  .boundNeverSeen: "bound, but no event",
  .andMore: "and {count} more",
  .strayCards:
    """
  {count} card stands in a lane or step that the map does not have|{count} cards stand\
   in a lane or step that the map does not have
  """,
  .reachMeans:
    """
  Reach: customers with an event in the stage ÷ {customers} customers with any event \
  on the map (of {all} in the log; {bound} of {events} events are bound).
  """,
  .lossMeans: "Loss: of the customers in a stage, those with no later event in any later stage.",
  .timeMeans:
    """
  Time: from the first event of a visit to the next event outside it; visits still \
  open are left out. ● median, | p90, band = planned frame; the scale is a square \
  root.
  """,
  .movesMeans:
    """
  Moves: adjacent events on the map; a share is the count ÷ the moves that leave the \
  stage, repeats excluded.
  """,
  .scoreMeans: "Satisfaction: answers that were given; the bar is the 95 % interval.",
  .lowBaseMeans: "Low base: 5 to 29 answers, read with care.",
  .emotionMeans:
    """
  Emotions: −3 … +3; a gap means that nobody knows, not that nothing is felt. Measured\
   = satisfaction put on the same scale.
  """,
  // Table
  .tableTitle: "{name}: table",
  .tableKey: "● supported   ◐ anecdotal   ○ assumption   ✕ contradicted   brown: old evidence",
  .tableGoal: "Goal",
  .tableMindset: "Mindset",
  .tableFrame: "Time frame",
  .tableReach: "Reach",
  .tableLoss: "Loss",
  .tableTime: "Median time",
  .tableScore: "Satisfaction",
  .feelingIs: "{name} {score}",
  .spansColumns: "across {count} column|across {count} columns",
  // Charts
  .funnelSummary: "{count} step, from {first} to {last}|{count} steps, from {first} to {last}",
  .ofFirst: "of the first",
  .ofPrevious: "of the step before",
  .lostHere: "{count} lost ({share})",
  .funnelRuleMap: "in order: customers who passed stages 1…k in this order",
  .funnelRuleEvents: "{mode}; {entry}; {window}",
  .modeOrdered: "steps in order, other events may lie between",
  .modeStrict: "strict order, nothing between",
  .modeAny: "any order: k of the steps",
  .entryBest: "best entry: the longest chain counts",
  .entryFirst: "first entry",
  .entryNone: "no entry rule",
  .windowNone: "no time limit",
  .windowOf: "within {time}",
  .noSteps: "No steps to show: choose at least two stages or activities.",
  .noJourneys: "No journeys to show: import a log first.",
  .flowSummary:
    "{nodes} nodes and {edges} transitions of {total} transitions in {journeys} journeys",
  .flowHides:
    """
  Others hide {share}: {edges} transition kind of {count} passings.|Others hide \
  {share}: {edges} transition kinds of {count} passings.
  """,
  .flowHidesPlaces:
    """
  {count} place without a drawn way is left out.|{count} places without a drawn way \
  are left out.
  """,
  .flowHidesNothing: "Every transition is drawn.",
  .flowStart: "start",
  .flowEnd: "end",
  .flowRule:
    """
  Thickness = share of all transitions; a label is how often. Node size = events. \
  {journeys} journeys.
  """,
  .flowEvents: "{count} event|{count} events",
  .edgeTooltip: "{from} → {to}: {count} times, {share} of all transitions",
  .selfTooltip: "{from} again: {count} times in a row",
  .edgeGap: "median gap {time}",
  .timeRuleChart: "● median, | p90 of closed visits; band = planned frame. Logarithmic scale.",
  .pathsRule: "{shown} of {distinct} different paths; together {share} of {journeys} journeys",
  .pathCount: "{count} · {share}",
  .pathMore: "+{count} more step|+{count} more steps",
  .trendSummary:
    """
  {name}: from {first} to {last} over {count} period|{name}: from {first} to {last} \
  over {count} periods
  """,
]
