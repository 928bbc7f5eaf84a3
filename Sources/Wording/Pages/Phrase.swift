/// Every phrase of the interface, by what it says and where it stands.
public enum Phrase: String, CaseIterable, Sendable {
  // The frame of every page
  case skipToContent, navigation, footer, darkMode, close, details
  case navMaps, navJourneys, navFindings, navData, navDefinitions
  case navPeople, navAccount, navLibrary, navNew, needsScripts

  // The workspace's home
  case homeLead, homeMaps, homeNoMapsTitle, homeNoMaps, openMap, drawMap, homeInNumbers,
    homePersonas
  case customers, journeys, events, touchpoints, findings, evidenced
  case evidencedOf, relationship, syntheticNotice, openFindings, mapOf
  case stateHypothesis, stateCurrent, stateFuture
  case kindCustomerJourney, kindUserJourney, kindLifeExperience, kindServiceBlueprint

  // The map
  case view, viewGraphic, viewTable, show, lanes, lane, download, card, stage, touchpoint
  case zoomIn, zoomOut, zoomFit
  case overlayNumbers, overlayFlows, overlayEvidence, overlayEmotions
  case downloadSVG, downloadPDF, downloadPDFPages, downloadPNG, downloadPNGDark
  case tableCaption, reallyHappened, noEventsYet
  case editorNeedsScript

  // What stands behind a thing
  case customerGoal, reach, loss, medianTime, plannedTime, ofCustomers, p90AndVisits, beyondFrame
  case whereNext, moveTo, moveKind, moveAdvance, moveSkip, moveReturn, moveLoop, count, share
  case satisfaction, noAnswersHere, lowBase, synthetic, clearlyWorse, touchpointsHere, boundTo
  case boundButNeverSeen, notBound, evidence, noEvidenceYet, contradicts, stale, linkedCards
  case momentOfTruth, feltScore, allDefinitions
  case statusAssumption, statusAnecdotal, statusSupported, statusContradicted
  case evidenceInterview, evidenceSurvey, evidenceEvent, evidenceWebAnalytics, evidenceSearchQuery
  case evidenceCallNote, evidenceSalesNote, evidenceObservation, evidenceMarketResearch
  case online, offline, ownTouchpoint, paidTouchpoint, thirdPartyTouchpoint
  case influenceYes, influenceIndirect, influenceNo, responsible
  case ruleReach, ruleLoss, ruleTime, ruleEvidence

  // Findings
  case findingsLead, findingsNoneTitle, severityError, severityWarning, severityNote, remedy
  case findingsCount

  // Journeys
  case funnel, flow, paths, time
  case funnelLead, flowLead, pathsLead, timeLead
  case funnelSteps, funnelStepsHint, window, windowNone, entry, entryBest, entryFirst, mode
  case modeOrdered, modeStrict, modeAny, apply, by, byActivity, byTouchpoint, byStage
  case channel, anyChannel, since, until, groupBy, groupCustomer, groupSession, map
  case step, reached, ofFirst, ofPrevious, medianToHere
  case from, to, customersWith, medianGap, shareOfAll, path, top
  case pathsSummary, visits, openVisits, p90, name, asTable, rule, stageFunnelTitle,
    eventFunnelTitle
  case ruleFunnelStages, ruleFunnel, ruleFlow, rulePaths, ruleVisits
  case badFilter, noLogTitle, noLog, attribute, attributeHint

  // Data
  case dataLead, dataSources, dataSource, dataRows, dataRejected, dataImported, dataBindings
  case dataUnbound, dataUnboundNone, dataNeverSeen, dataSurveys, dataAnswers, dataActivity
  case dataAttributes, dataNeverSeenNone, dataOnMap, dataNoSurveys

  // Definitions
  case definitionsLead

  // Refusals
  case notFoundTitle, notFound, damagedTitle, goHome
  case otherName, onlyRead, noSuchFile, noSuchMap, noPicture
}
