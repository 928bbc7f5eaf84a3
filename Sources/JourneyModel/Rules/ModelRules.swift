public import Diagnostics

/// The rules that say whether maps can be trusted and follow good practice.
public enum ModelRules {
  /// Everything the rules find in a workspace: rule by rule, within a rule in the order of the workspace.
  public static func findings(in workspace: Workspace, context: RuleContext) -> [Finding] {
    var findings: [Finding] = []
    var context = context
    context.objects = workspace.describedObjects()
    for rule in all { rule.check(workspace, context, &findings) }
    return findings
  }

  /// The catalogue of `map.…` and `workspace.…` codes, each once, by code.
  public static let codes: [FindingCode] = Set(all.flatMap(\.codes))
    .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }

  static let all: [Rule] = [
    .duplicateIds, .stageAndStepOfOneName, .unknownReferences, .mapsInsideThemselves,
    .cardsInACircle, .emptyNames, .mapBasics, .mapPersonas, .mapReviews, .stageGoals,
    .stageTimeFrames, .stagesNamedAfterDepartments, .barriersWithoutSolution,
    .solutionsWithoutCause, .emotionRange, .cardShapes, .evidenceStatus, .evidenceItems, .flows,
    .blueprints, .touchpointDepartments, .touchpointsInNoStage, .equalNames, .bindings, .settings,
  ]
}
