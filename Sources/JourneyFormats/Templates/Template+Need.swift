extension Template {
  static let need = Template(
    id: "need", name: "From need to disposal",
    summary:
      "Six stages from the first need to getting rid of the thing, with pains and solutions.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Need
          mindset: Something makes me want it; a habit, a mood, even the weather
          goal: Do something about the wish
          businessAim: Be there when the wish arises
          phase: before
        - name: Information search
          mindset: I ask around and read
          goal: Learn what there is
          businessAim: Make sure that people speak well of us
          phase: before
        - name: Alternatives
          mindset: I compare price, quality and looks
          goal: Find the one that fits
          businessAim: Show advantages one can check
          phase: before
        - name: Purchase
          mindset: I buy, but could still change my mind
          goal: Get it on good terms
          businessAim: Help with the last choice by offer and person
          phase: during
        - name: Consumption
          mindset: Now I see whether it was right
          goal: Enjoy it
          businessAim: Win the next purchase by the product and its packaging
          phase: after
        - name: Disposal
          mindset: I have no more use for it, or for what it came in
          goal: Get rid of it, or pass it on
          businessAim: Make parting easy, resale and recycling too
          phase: after
      lanes:
        - role: touchpoint
          cards:
            need:
              - touchpoint: banner
            information-search:
              - touchpoint: friend
              - touchpoint: review-site
            alternatives:
              - touchpoint: comparison-site
              - touchpoint: product-page
            purchase:
              - touchpoint: shop
              - touchpoint: consultant
            consumption:
              - touchpoint: packaging
            disposal:
              - touchpoint: complaint
        - role: thought
          name: Thoughts and actions
        - role: barrier
          name: Pains
        - emotion
        - solution
      """)

  static let readiness = Template(
    id: "readiness", name: "Readiness ladder",
    summary: "Six steps of readiness to buy, each with the sentence a customer would say.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Awareness
          mindset: I try to understand my problem and do not know yet what to look for
          goal: Put a name to the problem
          phase: before
        - name: Consideration
          mindset: I understand my problem and look for a solution
          goal: Know the ways to solve it
          phase: before
        - name: Decision
          mindset: I know what I want and look for who sells it
          goal: Choose a seller
          phase: before
        - name: Purchase
          mindset: Make buying as simple as it can be
          goal: Have it soon and without risk
          phase: during
        - name: Loyalty
          mindset: I buy again and again
          goal: Need not search any more
          phase: after
        - name: Advocacy
          mindset: I like you and what you sell, and I say so
          goal: Do friends a good turn
          phase: after
      lanes:
        - role: channel
          name: Where they come from
        - role: touchpoint
          name: Outer touchpoints
          cards:
            awareness:
              - touchpoint: forum
              - touchpoint: opinion-leader
            consideration:
              - touchpoint: review-site
            decision:
              - touchpoint: comparison-site
            advocacy:
              - touchpoint: friend
        - role: touchpoint
          name: Inner touchpoints
          cards:
            consideration:
              - touchpoint: blog
            decision:
              - touchpoint: site
            purchase:
              - touchpoint: checkout
            loyalty:
              - touchpoint: account
        - role: expectation
          name: Criteria
        - role: motivation
          name: What hooks them
        - role: barrier
          name: What does not suit them
        - role: communication
          name: Content and offers
        - solution
      """)
}
