/// What is said in English of findings about the workspace and its library.
let englishWorkspaceFindings: [FindingText] = [
  .init(
    "workspace.binding-empty",
    meaning: "A binding rule names no activity.",
    remedy: "Name the activity, or a pattern such as 'view_*'.",
    message: "the binding rule '{id}' names no activity"),
  .init(
    "workspace.binding-shadowed",
    meaning: "A binding rule never applies, because an earlier rule takes everything it matches.",
    remedy: "Put the narrower rule first, or remove it.",
    message:
      "the binding rule for {activity} never applies: the earlier rule for {earlier} takes all of it",
    hint: "put the narrower rule first, or remove it"),
  .init(
    "workspace.currency-unknown",
    meaning: "The currency is not a code of three capital letters.",
    remedy: "Write the ISO 4217 code, such as EUR, UAH or PLN.",
    message: "'{currency}' is not a currency code",
    hint: "currencies are written as three capital letters, such as EUR"),
  .init(
    "workspace.duplicate-id",
    meaning: "Two objects of one kind have the same id, so that references cannot tell them apart.",
    remedy: "Give one of them another id.",
    message: "the id '{id}' is used by more than one {kind}",
    hint: "give this one another id"),
  .init(
    "workspace.duplicate-name",
    meaning: "Two touchpoints, personas, channels or departments have the same name.",
    remedy: "Merge them, or name the difference.",
    message: "the {kinds} '{first}' and '{second}' are both called {name}",
    hint: "use one of them, or give them different names"),
  .init(
    "workspace.empty-name",
    meaning: "The workspace or something in its library has no name.",
    remedy: "Give it the name that your team uses.",
    message: "the {kind} '{id}' has no name",
    variants: [
      "workspace": .init("the workspace has no name")
    ]),
  .init(
    "workspace.goal-unbound",
    meaning: "No binding rule ties a goal activity to a touchpoint, so that it appears on no map.",
    remedy: "Bind it to the touchpoint where the goal is met.",
    message: "the goal {activity} is bound to no touchpoint",
    hint: "add a binding rule for it"),
  .init(
    "workspace.own-touchpoint-without-department",
    meaning: "A touchpoint of our own has no department that answers for it.",
    remedy: "Name the responsible departments.",
    message: "nobody is responsible for our touchpoint {touchpoint}",
    hint: "name a department, or say that it is paid or third-party"),
  .init(
    "workspace.setting-out-of-range",
    meaning: "A threshold or the review rhythm is below 1, or no language is set.",
    remedy: "Choose values from 1 upward and at least one language.",
    message: "the setting '{name}' is {value}",
    hint: "choose 1 or more",
    variants: [
      "no-language": .init("no language is set", hint: "name at least one, such as en")
    ]),
  .init(
    "workspace.touchpoint-in-no-stage",
    meaning: "A touchpoint of the library stands in no stage of any map.",
    remedy: "Put it on a map where customers meet it, or remove it from the library.",
    message: "the touchpoint {touchpoint} stands in no stage of any map",
    hint: "put it on a map, or remove it"),
  .init(
    "workspace.unknown-reference",
    meaning: "A touchpoint, persona or binding rule points at an object that does not exist.",
    remedy: "Correct the id, add the object, or remove the reference.",
    message: "{object} points at the {kind} '{id}', which {place} does not have"),
]
