/// Everything a drawing may say.
public enum DrawingPhrase: String, Sendable, CaseIterable {
  // MARK: Units
  case seconds, minutes, hours, days, weeks, months, years
  // MARK: Scores
  case topShare, ofScale, lowBase, synthetic, noData
  // MARK: Map
  case mapSummary, noStagesTitle, noStagesAdvice, noLanesTitle, noLanesAdvice, emptyLane
  case hiddenLane, unnamed, stageLabel, laneLabel, phaseBefore, phaseDuring, phaseAfter
  case quoted, plannedFrame, goalIs, entryIs, exitIs, aimIs, lineOfInteraction
  case lineOfVisibility, lineOfInternalInteraction
  // MARK: Header
  case kindCustomerJourney, kindUserJourney, kindLifeExperience, kindServiceBlueprint
  case stateHypothesis, stateCurrent, stateFuture, why, outcome, problem, noPurpose, noLog
  case syntheticNotice, primaryPersona, motives, otherPersonas, evidenceCoverage, noClaims
  case staleCards, conformance, wholeJourney
  // MARK: Numbers
  case numbersLabel, reach, reachRule, countOf, loss, lossRule, customersLost, lastStage
  case time, timeRule, median, tail, beyondFrame, withinFrame, onlyOpenVisits, satisfaction
  case satisfactionRule, noEventsYet, reachShort, neverSeen, clearlyWorse, inOrder, events
  case wastedTime
  // MARK: Moves
  case moves, movesRule, plannedOnly, othersShare, planned, moveTooltip, loopTooltip
  case plannedTooltip
  // MARK: Cards
  case assumption, anecdotal, supported, contradicted, stale, unknownTouchpoint, online
  case offline, innerOwn, outerPaid, outerThirdParty, momentOfTruth, momentOfTruthBecause
  case severityLow, severityMedium, severityHigh, noSolution, solutions, answers, personDays
  case statusIdea, statusDecided, statusInProgress, statusLaunched, statusMeasured
  case statusDropped
  // MARK: Emotions
  case emotionLabel, assumedCurve, measuredCurve, unknownFeeling, peak, pit, ifWell, ifBadly
  // MARK: Footer
  case legend, margin, rules, assumptionMeans, anecdotalMeans, supportedMeans
  case contradictedMeans, staleMeans, momentOfTruthMeans, advanceMeans, skipMeans, backMeans
  case loopMeans, plannedMeans, seenNotOnMap, onMapNeverSeen, eventCount, notBound
  case boundNeverSeen, andMore, strayCards, reachMeans, lossMeans, timeMeans, movesMeans
  case scoreMeans, lowBaseMeans, emotionMeans
  // MARK: Table
  case tableTitle, tableKey, tableGoal, tableMindset, tableFrame, tableReach, tableLoss
  case tableTime, tableScore, feelingIs, spansColumns
  // MARK: Charts
  case funnelSummary, ofFirst, ofPrevious, lostHere, funnelRuleMap, funnelRuleEvents
  case modeOrdered, modeStrict, modeAny, entryBest, entryFirst, entryNone, windowNone
  case windowOf, noSteps, noJourneys, flowSummary, flowHides, flowHidesPlaces
  case flowHidesNothing, flowStart, flowEnd, flowRule, flowEvents, edgeTooltip, selfTooltip
  case edgeGap, timeRuleChart, pathsRule, pathCount, pathMore, trendSummary
}
