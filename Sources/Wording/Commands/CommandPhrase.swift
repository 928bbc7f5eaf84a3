/// Everything the command line says, besides findings.
public enum CommandPhrase: String, CaseIterable, Sendable {
  // What each command does
  case discussTemplates, aboutAnalyze, aboutQuestionOverview, aboutQuestionTransitions
  case aboutQuestionVariants, aboutQuestionSessions, aboutQuestionFunnel, aboutQuestionTime
  case aboutQuestionStages, aboutQuestionDropOff, aboutQuestionConformance, aboutCheck
  case discussCheck, aboutDemo, aboutExport, discussExport, aboutImport, aboutImportEvents
  case discussImportEvents, aboutImportMap, discussImportMap, aboutImportAnswers
  case discussImportAnswers, aboutInit, aboutRender, discussRender, aboutServe, aboutVerify
  case discussVerify, aboutWaymark, discussWaymark

  // Arguments and options
  case helpWorkspaceFolder, helpJSON, helpWhereAttribute, helpOnlyChannel, helpSince, helpUntil
  case helpHaving, helpOnlyActivities, helpMap, helpGroup, helpBy, helpTop, helpTimeout, helpSteps
  case helpWindow, helpEntry, helpMode, helpStepsBy, helpGoal, helpSettle, helpLostAt, helpLimit
  case helpIdeal, helpCheckedPath, helpCheckFormat, helpExample, helpNewFolder, helpExportForm
  case helpExportOutput, helpEventFile, helpFormat, helpColumnCustomer, helpColumnTime
  case helpColumnActivity, helpColumnChannel, helpColumnValue, helpColumnSession
  case helpColumnEventID, helpKeep, helpSource, helpZone, helpDateOrder, helpWhereCell, helpAgain
  case helpMapFile, helpAnswerFile, helpSurvey, helpColumnScore, helpKind, helpScale
  case helpColumnAnswerID, helpTouchpoint, helpTemplate, helpLanguage, helpDrawnPath
  case helpDrawnOutput, helpView, helpPaper, helpTheme, helpPixels, helpHost, helpPort
  case helpPublicURL

  // Headings of tables
  case columnFrom, columnTo, columnCount, columnCustomers, columnMedianGap, columnStep
  case columnReached, columnOfFirst, columnOfPrevious, columnName, columnVisits, columnOpen
  case columnMedian, columnP90, columnStage, columnEvents, columnReach, columnLoss, columnMove
  case columnShare, columnDropped, columnJourneys

  // Results, messages and hints
  case whereTakesAttribute, whereTakesCell, tryDemo, pictureTooLarge, pictureWithoutSize
  case scaleOutOfRange, pageTooSmall, pageTooLarge, drawingFailed
  case importedEvents, andDuplicates, andLeftOut, importedAnswers, andReplaced, noQuestionOfKind
  case noQuestionOfKindAndScale, allRowsRejected, fineWithoutEvents, fine, damagedPlaces, itHas
  case couldNot, errorIs, hintIs, progress, progressLeft, noEventsYet, importLogInto, takesDay
  case mapWithoutStages, logHasNone, medianJourney, andMoreInJSON, topTakesNumber, variantsSummary
  case timeoutNeedsSpan, medianDuration, stepsNamesNone, tooManySteps, noGoal, nameGoal
  case openJourneys, idealNamesNone, outOfOrder, demoShop, demoPram, noSuchExample
  case nameFolderToMake, examplesMissing, keepResources, madeExample, cannotBeRead, exampleChanged
  case wroteText, wroteJSON, rowsRejected, takesNames, quoteCommas, badMapName, nameMapFile
  case checkPath, replacedMap, addedMap, noSuchTouchpoint, scaleTakesNumbers, nameKindAndScale
  case noSuchTemplate, madeFromTemplate, lookAtIt, unknownEnding, endingSaysForm, cannotDraw
  case nothingAt, noMap, couldNotWrite, checkFolder, hostReachable, leaveHostOut, portTakesNumber
  case publicURLTakesAddress, serving, openLink, couldNotListen, choosePort, importAgain
  case noSuchMap, noMapYet, mapsAre, addMapFile, severalMaps, nameOneMap, unknownZone, writeZone
  case noEventsAt, importLogFirst, fileDamaged, verifyLists, newerFormat, useNewerVersion, locked
  case waitForIt, noSuchAttribute, noAttributes, attributesAre, noSuchImport, noSuchCustomer
  case importedBefore, addAgain, atMost, lookAtRoles, takesSpan, overviewEvents, overviewCustomers
  case overviewActivities, overviewVariants, overviewFirst, overviewLast, sessionsCount
  case medianEvents, fitJourneys, fitMean, fitPerfect, skipped, extra, repeated, demoImported
  case lostJourneys, examplesAre, templatesAre, titled

  // Serving, accounts, copies
  case aboutImportText, discussImportText, helpTextFolder, tookInText
  case helpTrustProxy, helpInsecureLAN, makeFirstAccount, aboutAccount, discussAccount
  case helpAccountAction, helpAccountEmail, helpServerAddress, inactiveAccount, whosePassword
  case addAccountEmail, newPasswordFor, startServerThenOpen, workspaceIsServed, endServerFirst
  case noSuchAccount, accountListsThem, notWithThisAccount, aboutBackup, discussBackup, backedUp
  case aboutRestore, discussRestore, helpBackup, restored

  // In the history of a workspace
  case historyExample, historyTemplate
}
