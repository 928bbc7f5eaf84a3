"""Templates as the server lists them, shortened."""


def lanes(*roles):
    names = {"goal": "Customer goals", "action": "Actions", "question": "Questions", "touchpoint": "Touchpoints",
             "emotion": "Emotions", "barrier": "Barriers", "solution": "Solutions", "business-action": "Business actions",
             "front-stage": "Front stage", "back-stage": "Back stage", "support": "Support processes", "opportunity": "Opportunities",
             "thought": "Thoughts", "channel": "Channels", "motivation": "Motivations"}
    return [{"role": role, "name": names[role], "more": False} for role in roles] + [{"role": "text", "name": "Notes", "more": True}]


def template(identity, name, summary, stages, *roles):
    return {"id": identity, "name": name, "summary": summary, "stages": stages, "lanes": lanes(*roles)}


TEMPLATES = [
    template("blank", "Blank map", "One empty stage and five lanes: draw your own.", ["First stage"],
             "action", "touchpoint", "emotion", "barrier", "solution"),
    template("basic", "Basic map", "The least that makes a map: stages with questions, touchpoints, barriers, solutions.",
             ["Need", "Search", "Choice", "Purchase", "Use"], "question", "touchpoint", "barrier", "solution"),
    template("three-stage", "Three stages", "Awareness, consideration, conversion: a first sketch, usual in offline trade.",
             ["Awareness", "Consideration", "Conversion"], "action", "touchpoint", "emotion", "barrier", "solution"),
    template("before-during-after", "Before, during, after", "What happens before, during and after the purchase.",
             ["Before", "During", "After"], "action", "touchpoint", "thought", "emotion", "barrier", "solution"),
    template("five-stage", "Five stages with retention and advocacy",
             "What customers do and what the brand can do, from the first search to recommending.",
             ["Awareness", "Consideration", "Conversion", "Retention", "Advocacy"],
             "action", "touchpoint", "emotion", "barrier", "business-action", "solution"),
    template("shop", "Shop in five stages", "Awareness to loyalty in a shop, with customers' questions and what the business does.",
             ["Awareness", "Consideration", "Decision", "Purchase", "Retention and advocacy"],
             "goal", "channel", "question", "touchpoint", "emotion", "barrier", "business-action"),
    template("b2b", "B2B in seven stages", "From a company that is not looking to one that uses the product everywhere.",
             ["Out of market", "Trigger", "Initial consideration", "Active evaluation", "Purchase decision", "Experience", "Loyalty"],
             "action", "motivation", "touchpoint", "question", "emotion", "barrier", "solution"),
    template("service-blueprint", "Service blueprint", "What customers do, what they see of us, what happens behind, and what it leans on.",
             ["Order", "Preparation", "Delivery", "Use"], "action", "touchpoint", "emotion", "front-stage", "back-stage", "support"),
]
