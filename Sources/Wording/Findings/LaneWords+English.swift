/// What belongs in a lane of each role, in English; `lane-means-` and the role of the notation.
let englishLaneWords: [String: String] = [
  "lane-means-goal":
    "What the customer wants to achieve here, in their words.",
  "lane-means-action":
    "What the customer does, one action per card.",
  "lane-means-motivation":
    "Why the customer goes on: what drives them to the next step.",
  "lane-means-question":
    "What the customer asks themselves or others before they can go on.",
  "lane-means-thought":
    "What goes through the customer's mind, as they would say it.",
  "lane-means-expectation":
    "What the customer takes for granted or hopes will happen.",
  "lane-means-touchpoint":
    "Where customer and business meet, or where somebody speaks of it.",
  "lane-means-channel":
    "The way the contact takes: site, shop, phone, messenger, post.",
  "lane-means-emotion":
    "How the customer feels, from −3 (worst) to +3 (best), with the name of the feeling.",
  "lane-means-barrier":
    "What stops the customer from reaching the next stage; pain, doubt and challenge are kinds of it.",
  "lane-means-surprise":
    "What turned out better than the customer expected.",
  "lane-means-disappointment":
    "An expectation that was not met, though it may not stop the customer.",
  "lane-means-opportunity":
    "An idea that nobody has decided on yet.",
  "lane-means-solution":
    "What was decided: it has an owner and answers a barrier, a question or a disappointment.",
  "lane-means-business-action":
    "What the business already does here.",
  "lane-means-communication":
    "What we say and show here: messages, content, adverts.",
  "lane-means-department":
    "Which departments take part here.",
  "lane-means-competitor":
    "What rivals do at this moment.",
  "lane-means-front-stage":
    "What our people and systems do where the customer sees it.",
  "lane-means-back-stage":
    "What our people do for the customer where the customer does not see it.",
  "lane-means-support":
    "The systems, partners and processes that the back stage relies on.",
  "lane-means-metric":
    "Numbers of this moment, taken from events and surveys.",
  "lane-means-story":
    "What happened to one real customer here.",
  "lane-means-text":
    "Anything worth writing down that has no lane of its own.",
  "lane-means-picture":
    "Photos, screenshots and sketches of this moment.",
  "lane-means-custom":
    "Whatever your team has agreed to put here.",
]
