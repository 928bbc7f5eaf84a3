extension Template {
  static let blank = Template(
    id: "blank", name: "Blank map", summary: "One empty stage and five lanes: draw your own.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - First stage
      lanes:
        - action
        - touchpoint
        - emotion
        - barrier
        - solution
      """)

  static let basic = Template(
    id: "basic", name: "Basic map",
    summary: "The least that makes a map: stages with questions, touchpoints, barriers, solutions.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Finding out
          goal: Learn that there is something for the problem
          phase: before
        - name: Choosing
          goal: Be sure enough to decide
          phase: before
        - name: Buying
          goal: Get it without trouble
          phase: during
        - name: Using
          goal: Get what was hoped for
          phase: after
      lanes:
        - role: question
          cards:
            finding-out: What could help me?
            choosing: Why this one, and may I believe it?
            buying: How do I pay, and when is it here?
            using: Who helps me if something is wrong?
        - role: touchpoint
          cards:
            finding-out:
              - touchpoint: search-result
              - touchpoint: friend
            choosing:
              - touchpoint: site
              - touchpoint: review-site
            buying:
              - touchpoint: checkout
            using:
              - touchpoint: support
        - emotion
        - barrier
        - solution
      """)

  static let threeStage = Template(
    id: "three-stage", name: "Three stages",
    summary: "Awareness, consideration, conversion: a first sketch, usual in offline trade.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Awareness
          mindset: Something is missing, and I begin to see what
          goal: Learn that the product exists
          timeFrame: 1–7 days
          phase: before
        - name: Consideration
          mindset: I weigh what there is
          goal: Know which offer suits me
          timeFrame: 1–3 days
          phase: before
        - name: Conversion
          mindset: I have decided and want it to be easy
          goal: Buy without second thoughts
          timeFrame: 10–60 minutes
          phase: during
      lanes:
        - action
        - question
        - role: touchpoint
          cards:
            awareness:
              - touchpoint: banner
              - touchpoint: friend
            consideration:
              - touchpoint: shop
              - touchpoint: consultant
            conversion:
              - touchpoint: till
        - emotion
        - barrier
        - solution
      """)

  static let beforeDuringAfter = Template(
    id: "before-during-after", name: "Before, during, after",
    summary:
      "What happens before, during and after the purchase; for visits with what is seen, heard and smelt.",
    map: """
      format: 1
      name: Customer journey
      kind: life-experience
      state: hypothesis
      stages:
        - name: Before
          goal: Come to know the place and look forward to it
          businessAim: Be found, and promise what will be kept
          phase: before
        - name: During
          goal: Feel welcome and get what I came for
          businessAim: Make every minute of the visit count
          phase: during
        - name: After
          goal: Remember it gladly and know why to come again
          businessAim: Stay in touch without being a nuisance
          phase: after
      lanes:
        - action
        - role: touchpoint
          cards:
            before:
              - touchpoint: banner
              - touchpoint: social-profile
              - touchpoint: newsletter
            during:
              - touchpoint: consultant
              - touchpoint: site
              - touchpoint: shop
            after:
              - touchpoint: support
              - touchpoint: training
              - touchpoint: survey-mail
        - role: custom
          name: Sight, sound, smell
        - emotion
        - surprise
        - barrier
        - solution
      """)
}
