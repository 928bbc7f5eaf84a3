/// What is said in English of findings about maps.
let englishMapFindings: [FindingText] = [
  .init(
    "map.barrier-without-solution",
    meaning: "A barrier is linked to no solution, opportunity or business action.",
    remedy: "Decide what to do about it, write it down as a solution and link the two cards.",
    message: "nothing is planned against the barrier {card}",
    hint: "link it to a solution, an opportunity or a business action"),
  .init(
    "map.blueprint-lanes-out-of-order",
    meaning:
      "Front stage, back stage and support do not follow each other downward, so that no line can divide them.",
    remedy: "Order the lanes: customer, front stage, back stage, support.",
    message: "the lane {lane} lies below a deeper layer of the blueprint",
    hint: "order the lanes: front stage, back stage, support"),
  .init(
    "map.blueprint-without-layers",
    meaning: "A service blueprint has no lane for the front stage or none for the back stage.",
    remedy: "Add the lanes, or make it a customer journey.",
    message: "the service blueprint {map} lacks a lane for the front stage or the back stage"),
  .init(
    "map.card-links-to-itself",
    meaning: "A card is linked to itself.",
    remedy: "Link it to the card it answers.",
    message: "the card {card} is linked to itself"),
  .init(
    "map.card-without-evidence",
    meaning:
      "A card says something about customers that nothing supports yet: it is an assumption.",
    remedy: "Ask customers, look at the numbers, and attach what you find.",
    message: "the card {card} is an assumption",
    hint: "attach what customers said, or a number"),
  .init(
    "map.claim-not-a-number",
    meaning: "The value that a card claims is not a number.",
    remedy: "Write the claimed value as a number.",
    message: "the card {card} claims a value that is no number"),
  .init(
    "map.contradicted-card",
    meaning: "The evidence speaks against what a card says.",
    remedy: "Change the card to what customers really do, or find out why the evidence differs.",
    message: "the card {card} is contradicted by its evidence",
    hint: "it has {counts}"),
  .init(
    "map.duplicate-id",
    meaning:
      "Two objects of one kind on a map have the same id, so that edits cannot tell them apart.",
    remedy: "Give one of them another id.",
    message: "the id '{id}' is used by more than one {kind} of the map '{map}'",
    hint: "give this one another id"),
  .init(
    "map.effort-not-positive",
    meaning: "The effort of a card is not above zero.",
    remedy: "Estimate the effort in person-days, or leave it out.",
    message: "the card {card} takes {days} person-days"),
  .init(
    "map.emotion-out-of-range",
    meaning: "A feeling is outside the scale from −3 (worst) to +3 (best).",
    remedy: "Choose a score from −3 to +3.",
    message: "the feeling at {place} has the score {score}",
    hint: "scores go from −3 (worst) to +3 (best)"),
  .init(
    "map.empty-card",
    meaning: "A card says nothing.",
    remedy: "Fill it or delete it.",
    message: "the card '{id}' says nothing"),
  .init(
    "map.empty-name",
    meaning: "A map, stage, step, lane or story has no name.",
    remedy: "Name it in the customer's words.",
    message: "the {kind} '{id}' has no name"),
  .init(
    "map.evidence-in-future",
    meaning: "A piece of evidence has a date that is yet to come.",
    remedy: "Correct the date.",
    message: "a piece of evidence of the card {card} is dated {date}, which is yet to come"),
  .init(
    "map.evidence-without-date",
    meaning: "A piece of evidence has no date, so that nobody can tell when it goes stale.",
    remedy: "Write down when it was said or measured.",
    message: "a piece of evidence of the card {card} has no date"),
  .init(
    "map.evidence-without-source",
    meaning: "A voice does not say whose it is; all such voices of a card count as one.",
    remedy: "Name the participant or source, or give them a number.",
    message: "a voice of the card {card} has no source"),
  .init(
    "map.flow-direction",
    meaning:
      "A skip does not lead forward, a return does not lead back, or a loop leads to another stage.",
    remedy: "Turn the arrow round or choose the kind that fits.",
    message: "the {kind} from '{from}' to '{to}' leads {direction}",
    hint: "a skip leads forward, a return back, a loop to its own stage"),
  .init(
    "map.link-cycle",
    meaning: "Three or more cards link to each other in a circle, so that none is the cause.",
    remedy: "Remove the link that points from the cause to its answer.",
    message: "these cards link to each other in a circle: {chain}",
    hint: "a solution links to its barrier, a barrier to its touchpoint; remove one link"),
  .init(
    "map.parent-cycle",
    meaning: "A map opens up a step of a map that lies, directly or not, inside itself.",
    remedy: "Remove the parent of one of the maps, so that one of them is the outermost.",
    message: "a map lies inside itself: {chain}",
    hint: "remove 'parent' from one of these maps"),
  .init(
    "map.persona-of-another-audience",
    meaning: "The primary persona of a map stands for another audience than the map's.",
    remedy: "Choose a persona of the map's audience, or make a map for the other audience.",
    message:
      "the map {map} is for the audience '{audience}', its persona {persona} stands for '{own}'"),
  .init(
    "map.persona-twice",
    meaning: "A map lists the same persona more than once.",
    remedy: "Keep it once; the first persona of the list is the primary one.",
    message: "the map {map} lists the persona '{persona}' more than once"),
  .init(
    "map.primary-persona-not-customer",
    meaning: "The primary persona of a map is a partner or an employee.",
    remedy:
      "Put a customer first, unless the map is about the partner's or employee's own journey.",
    message: "the primary persona {persona} of the map {map} is no customer"),
  .init(
    "map.reading-impossible",
    meaning:
      "A number of a piece of evidence cannot be: its sample is below zero, or its interval does not hold its value.",
    remedy: "Correct the value, the sample or the interval.",
    message: "the number {value} [{low}, {high}] with n = {n} at the card {card} cannot be",
    hint: "the interval holds the value, and n is 0 or more"),
  .init(
    "map.review-in-future",
    meaning: "A map's last review has a date that is yet to come.",
    remedy: "Correct the date.",
    message: "the map {map} was last reviewed on {reviewed}, which is yet to come"),
  .init(
    "map.review-overdue",
    meaning: "A map was last reviewed longer ago than the review rhythm of the workspace.",
    remedy: "Go through the map with every department and set the date of the review.",
    message: "the map {map} was last reviewed on {reviewed}, {age} days ago",
    hint: "maps are reviewed every {rhythm} days here"),
  .init(
    "map.solution-without-cause",
    meaning:
      "A solution answers no barrier, question or disappointment and strengthens no surprise, though the map has lanes for them.",
    remedy: "Link the solution to the card it answers, or ask whom it helps.",
    message: "the solution {card} answers nothing on this map",
    hint: "link it to the barrier, question, disappointment or surprise it is meant for"),
  .init(
    "map.solution-without-owner",
    meaning: "A solution that was decided has no owner.",
    remedy: "Name the person or department that sees it through.",
    message: "the solution {card} belongs to nobody",
    hint: "a solution is decided and owned; an idea that nobody decided is an opportunity"),
  .init(
    "map.span-out-of-map",
    meaning: "A card covers no column, or columns past the end of the map.",
    remedy: "Let it span the columns that are there.",
    message: "the card {card} spans {span} columns where {room} {room:is|are} left",
    hint: "choose a span from 1 to {room}"),
  .init(
    "map.stage-named-after-department",
    meaning:
      "A stage bears the name of a department: it follows the organisation chart, not the customer.",
    remedy: "Name the stage after what the customer does or wants in it.",
    message: "the stage {stage} is named after a department ({department})",
    hint: "name it after what the customer does or wants here"),
  .init(
    "map.stage-step-collision",
    meaning: "A step has the id of another stage, so that it is unclear where cards stand.",
    remedy: "Give the step another id; only the first steps of a stage may take over its own id.",
    message: "the step {step} of the stage {stage} has the id of another stage, '{id}'",
    hint: "give the step another id"),
  .init(
    "map.stage-without-goal",
    meaning: "A stage does not say what the customer wants to achieve in it.",
    remedy: "Write the customer's goal, or put a card into the lane of goals.",
    message: "the stage {stage} has no goal",
    hint: "what does the customer want here?"),
  .init(
    "map.stale-card",
    meaning: "The newest evidence that decides a card's status is older than the review rhythm.",
    remedy: "Check whether it still holds and attach newer evidence.",
    message: "the evidence of the card {card} is {age} days old",
    hint: "evidence is checked every {rhythm} days here"),
  .init(
    "map.time-frame-inverted",
    meaning: "A stage's time frame ends before it begins.",
    remedy: "Write the shorter time first.",
    message: "the stage {stage} is planned to take {planned}",
    hint: "did you mean {turned}?"),
  .init(
    "map.time-frame-negative",
    meaning: "A stage's time frame is below zero or not a number.",
    remedy: "Write times from 0 upward.",
    message: "the stage {stage} is planned to take {planned}",
    hint: "times start at 0"),
  .init(
    "map.unknown-reference",
    meaning: "Something on a map points at an object that does not exist.",
    remedy: "Correct the id, add the object, or remove the reference.",
    message: "{object} points at the {kind} '{id}', which {place} does not have"),
  .init(
    "map.without-lanes",
    meaning: "A map has no lanes.",
    remedy: "Add lanes such as actions, touchpoints, emotions and barriers.",
    message: "the map {map} has no lanes"),
  .init(
    "map.without-persona",
    meaning: "A map has no persona whose journey it is.",
    remedy: "Choose the primary persona; its portrait stands beside the map.",
    message: "the map {map} has no persona",
    hint: "name the person whose journey this is"),
  .init(
    "map.without-product-or-audience",
    meaning: "A map does not say for which product or which audience it is.",
    remedy: "Choose one product and one audience: one map, one pair.",
    message: "the map {map} names no {missing}",
    hint: "one map is about one product and one audience"),
  .init(
    "map.without-purpose",
    meaning:
      "A map does not say why it is made, what should come of it or which problem it should solve.",
    remedy: "Write the purpose down before the first card.",
    message: "the map {map} does not say what it is for",
    hint: "say why it is made, what outcome is expected or which problem it should solve"),
  .init(
    "map.without-stages",
    meaning: "A map has no stages.",
    remedy: "Add the stages that customers go through.",
    message: "the map {map} has no stages"),
]
