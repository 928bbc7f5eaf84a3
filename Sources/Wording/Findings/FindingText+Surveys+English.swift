/// What is said in English of surveys.
let englishSurveyFindings: [FindingText] = [
  .init(
    "survey.choices-unused",
    meaning: "A question lists choices although its kind has none.",
    remedy: "Remove the choices, or make it a single or multiple choice.",
    message: "question '{id}' of kind {kind} lists choices that nobody can make",
    hint: "remove the choices, or make the kind 'single' or 'multiple'"),
  .init(
    "survey.duplicate-choice",
    meaning: "A question offers the same choice twice.",
    remedy: "Keep one of them.",
    message: "question '{id}' offers the same choice twice",
    hint: "remove the repeated choice"),
  .init(
    "survey.duplicate-question",
    meaning: "Two questions of a survey have one id.",
    remedy: "Give one of them another id.",
    message: "survey '{id}' has two questions with the id '{question}'",
    hint: "give the second one an id of its own"),
  .init(
    "survey.impossible-condition",
    meaning: "A question is asked on a condition that no answer can fulfil.",
    remedy: "Write a condition that fits the earlier question.",
    message: "question '{id}' is never asked: no answer to '{other}' fulfils its condition",
    hint: "use a score on the scale, or a choice, of '{other}'"),
  .init(
    "survey.no-questions",
    meaning: "A survey asks nothing.",
    remedy: "Add a question.",
    message: "survey '{id}' asks nothing",
    hint: "add a question, for example of kind 'nps'"),
  .init(
    "survey.scale-not-allowed",
    meaning: "A question has a scale that its kind of score does not allow.",
    remedy: "Take a scale of that kind, or make it a rating.",
    message: "question '{id}' asks {kind} on {min}–{max}, where it is not defined",
    parts: [
      "nps": "NPS is asked on 0–10",
      "csat": "CSAT is asked on 1–5 or 1–10; for another scale make the kind 'rating'",
      "ces": "CES is asked on 1–7; for another scale make the kind 'rating'",
      "rating": "a rating may use any scale",
    ]),
  .init(
    "survey.scale-unused",
    meaning: "A question has a scale although it gives no score.",
    remedy: "Remove the scale.",
    message: "question '{id}' of kind {kind} has a scale but gives no score",
    hint: "remove the scale, or make the kind 'rating'"),
  .init(
    "survey.too-few-choices",
    meaning: "A choice question offers fewer than two choices.",
    remedy: "List at least two choices.",
    message: "question '{id}' offers fewer than two choices",
    hint: "list at least two different choices"),
  .init(
    "survey.unknown-condition",
    meaning: "A question depends on one that the survey does not ask before it.",
    remedy: "Name an earlier question.",
    message: "question '{id}' depends on '{other}', which is not asked before it",
    hint: "name a question that stands above it"),
]
