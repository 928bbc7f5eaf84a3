extension Template {
  static let b2b = Template(
    id: "b2b", name: "B2B in seven stages",
    summary: "From a company that is not looking to one that uses the product everywhere.",
    map: """
      format: 1
      name: B2B journey
      state: hypothesis
      stages:
        - name: Out of market
          mindset: We look for nothing, but are open to inspiration
          goal: Keep up with what is new
          phase: before
        - name: Trigger
          mindset: Sales fall or complaints grow; something must change
          goal: Understand the cause
          timeFrame: 1–4 weeks
          phase: before
        - name: Initial consideration
          mindset: A project team makes a long list
          goal: Know who could help
          timeFrame: 2–6 weeks
          phase: before
        - name: Active evaluation
          mindset: We want to trust the few on the short list
          goal: See it work with our own eyes
          timeFrame: 1–3 months
          phase: before
        - name: Purchase decision
          mindset: We sign when the start and the measure of success are clear
          goal: Agree on terms, people and criteria
          timeFrame: 2–8 weeks
          phase: during
        - name: Experience
          mindset: We want a quick and smooth start
          goal: Work with it soon, with help at hand
          timeFrame: 1–6 months
          phase: after
        - name: Loyalty
          mindset: It pays, let the whole company use it
          goal: Get results everywhere
          timeFrame: 1–3 years
          phase: after
      lanes:
        - action
        - question
        - role: communication
          name: Content
          cards:
            out-of-market: Trends and the thoughts of people who lead the field
            trigger: Articles and videos on what causes the problem
            initial-consideration: Comparisons, and what the product does in two minutes
            active-evaluation: White paper, case studies, references
            purchase-decision: Offer, plan of the start, criteria of success
            experience: Manual, videos, training
            loyalty: Knowledge base, news of what is possible now
        - role: touchpoint
          name: Channels
          cards:
            out-of-market:
              - touchpoint: conference
              - touchpoint: opinion-leader
            trigger:
              - touchpoint: search-result
              - touchpoint: blog
            initial-consideration:
              - touchpoint: site
              - touchpoint: comparison-site
              - touchpoint: review-site
            active-evaluation:
              - touchpoint: white-paper
              - touchpoint: demo
            purchase-decision:
              - touchpoint: consultant
              - touchpoint: contract
            experience:
              - touchpoint: training
              - touchpoint: manual
            loyalty:
              - touchpoint: support
              - touchpoint: chat
        - emotion
        - barrier
        - solution
      """)

  static let serviceBlueprint = Template(
    id: "service-blueprint", name: "Service blueprint",
    summary: "What customers do, what they see of us, what happens behind, and what it leans on.",
    map: """
      format: 1
      name: Service blueprint
      kind: service-blueprint
      state: current
      stages:
        - name: Arrange
          goal: Get an appointment or an order that fits
          phase: before
        - name: Arrive
          goal: Find the way and be expected
          timeFrame: 5–15 minutes
          phase: during
        - name: Receive the service
          goal: Get what was agreed
          phase: during
        - name: Settle
          goal: Pay what was said and leave content
          timeFrame: 5–10 minutes
          phase: during
        - name: Afterwards
          goal: Have a person to turn to
          phase: after
      lanes:
        - role: action
          name: Customer actions
          cards:
            arrange: Calls or books on the site
            arrive: Comes in and looks for the right place
            receive-the-service: Says what is needed and waits
            settle: Checks the bill and pays
            afterwards: Asks a question or complains
        - role: touchpoint
          cards:
            arrange:
              - touchpoint: phone
            arrive:
              - touchpoint: office
            receive-the-service:
              - touchpoint: consultant
            settle:
              - touchpoint: till
            afterwards:
              - touchpoint: support
        - role: front-stage
          cards:
            arrange: Confirms the time
            arrive: Greets and shows the way
            receive-the-service: Explains and does the work
            settle: Hands over the bill
            afterwards: Answers and puts things right
        - role: back-stage
          cards:
            arrange: Plans people and rooms
            receive-the-service: Prepares what is needed
            settle: Writes the bill
            afterwards: Looks for the cause
        - role: support
          cards:
            arrange: Booking system
            settle: Payment system
            afterwards: Record of cases
        - role: department
        - emotion
        - barrier
      """)

  static let full = Template(
    id: "full", name: "Full map",
    summary: "Persona, time frames, goals, actions, thoughts, feelings, barriers and solutions.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Need
          mindset: I notice that something is missing
          goal: Understand what I need
          timeFrame: 1–24 hours
          phase: before
        - name: Search
          mindset: I look for ways to get it
          goal: Know what there is
          timeFrame: 1–7 days
          phase: before
        - name: Choice
          mindset: I compare and ask people I trust
          goal: Be sure of one offer
          timeFrame: 1–3 days
          phase: before
        - name: Purchase
          mindset: I buy and hope that all goes well
          goal: Have it without trouble
          timeFrame: 1–5 days
          phase: during
        - name: Use
          mindset: I see whether the promise is kept
          goal: Get the result I wanted
          timeFrame: 1–3 months
          phase: after
        - name: Loyalty
          mindset: I know where to go next time
          goal: Be treated as somebody known
          timeFrame: 3–12 months
          phase: after
      lanes:
        - goal
        - action
        - question
        - motivation
        - role: touchpoint
          name: Touchpoints and channels
          cards:
            need:
              - touchpoint: friend
            search:
              - touchpoint: search-result
              - touchpoint: forum
            choice:
              - touchpoint: product-page
              - touchpoint: review-site
            purchase:
              - touchpoint: checkout
              - touchpoint: courier
            use:
              - touchpoint: support
            loyalty:
              - touchpoint: newsletter
        - emotion
        - barrier
        - solution
      """)
}
