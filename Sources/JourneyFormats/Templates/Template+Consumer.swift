extension Template {
  static let fiveStage = Template(
    id: "five-stage", name: "Five stages with retention and advocacy",
    summary: "What customers do and what the brand can do, from the first search to recommending.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Awareness
          goal: Find out who can solve my problem
          timeFrame: 1–14 days
          phase: before
        - name: Consideration
          goal: Compare until one offer stands out
          timeFrame: 1–7 days
          phase: before
        - name: Conversion
          goal: Buy at a fair price from someone I trust
          timeFrame: 1–2 days
          phase: during
        - name: Retention
          goal: Use it with pleasure and buy again without effort
          timeFrame: 1–12 months
          phase: after
        - name: Advocacy
          goal: Pass on a good find
          phase: after
      lanes:
        - role: action
          name: What customers do
          cards:
            awareness:
              - Search for a way to solve the problem
              - Read articles and forums
              - Meet a few brands for the first time
            consideration:
              - Compare properties and read reviews
              - Ask how support and returns work
              - Put their priorities in order
            conversion:
              - Weigh the price against the value
              - Look for signs that the seller can be trusted
            retention:
              - Use the product
              - Buy again
            advocacy:
              - Tell others about it
              - Plan the next purchase
        - role: business-action
          name: What the brand can do
          cards:
            awareness:
              - Be where people look, with useful posts and videos
            consideration:
              - Describe clearly, with good photos and true reviews
              - Keep the listing on maps up to date
            conversion:
              - Show the next step and keep refunds simple
              - Train support before it is needed
            retention:
              - Make the second purchase the easiest
              - Look regularly at how rivals serve each touchpoint
            advocacy:
              - Ask in a short survey
              - Reward recommendations and send tips
        - role: touchpoint
          cards:
            awareness:
              - touchpoint: search-result
              - touchpoint: forum
              - touchpoint: blog
            consideration:
              - touchpoint: product-page
              - touchpoint: review-site
              - touchpoint: map-listing
            conversion:
              - touchpoint: checkout
              - touchpoint: chat
            retention:
              - touchpoint: account
              - touchpoint: support
            advocacy:
              - touchpoint: survey-mail
              - touchpoint: loyalty-programme
              - touchpoint: friend
        - emotion
        - barrier
        - solution
      """)

  static let shop = Template(
    id: "shop", name: "Shop in five stages",
    summary:
      "Awareness to loyalty in a shop, with customers' questions and what the business does.",
    map: """
      format: 1
      name: Shop
      state: hypothesis
      stages:
        - name: Awareness
          mindset: I have a wish or a problem and look around
          goal: Learn that the product exists and what it is for
          timeFrame: 1–14 days
          businessAim: Be found and be of use before anything is sold
          phase: before
        - name: Consideration
          mindset: I compare what could suit me
          goal: Weigh the options
          timeFrame: 1–7 days
          businessAim: Show with proof why this one
          phase: before
        - name: Decision
          mindset: I am nearly sure and look for what could go wrong
          goal: Decide to buy
          timeFrame: 1–3 days
          businessAim: Take away the last doubts
          phase: before
        - name: Purchase
          mindset: I buy and want it to be quick
          goal: Order without trouble and know what happens next
          timeFrame: 10–60 minutes
          businessAim: Make paying and waiting easy
          phase: during
        - name: Retention & advocacy
          mindset: It was right to buy here
          goal: Be content, come back and perhaps recommend
          timeFrame: 1–12 months
          businessAim: Give a reason to return and to tell others
          phase: after
      lanes:
        - role: goal
          cards:
            awareness: Learn of the product
            consideration: Compare it with others
            decision: Be sure before paying
            purchase: Order it in a few steps
            retention-advocacy: Be glad about it for long
        - role: touchpoint
          name: Channels and touchpoints
          cards:
            awareness:
              - touchpoint: search-result
              - touchpoint: search-advertisement
              - touchpoint: social-profile
              - touchpoint: friend
            consideration:
              - touchpoint: product-page
              - touchpoint: review-site
              - touchpoint: comparison-site
              - touchpoint: newsletter
            decision:
              - touchpoint: site
              - touchpoint: chat
              - touchpoint: consultant
            purchase:
              - touchpoint: basket
              - touchpoint: checkout
              - touchpoint: order-mail
            retention-advocacy:
              - touchpoint: loyalty-programme
              - touchpoint: survey-mail
              - touchpoint: support
        - role: question
          name: Customer questions
          cards:
            awareness:
              - Which problem does it solve?
              - May I trust this brand?
            consideration:
              - Why is it better than the others?
              - What is guaranteed, and does it suit me?
            decision:
              - How can I pay, and how fast is delivery?
              - Will anyone help me afterwards?
            purchase:
              - Did the order go through?
              - How can I see where it is?
            retention-advocacy:
              - Is it worth buying here again?
              - Do I get something for recommending it?
        - emotion
        - barrier
        - role: business-action
          name: What the business does
          cards:
            awareness:
              - Publish useful content
              - Offer a webinar, a checklist or a try-out
            consideration:
              - Compare openly, show cases and demonstrations
              - Let real customers speak
            decision:
              - Offer fair discounts and guarantees
              - Give a choice of payment and delivery
            purchase:
              - Confirm at once and report the delivery
              - Answer questions while people wait
            retention-advocacy:
              - Thank for loyalty with offers that fit
              - Ask for a review when it is in use
        - solution
      """)

  static let retail = Template(
    id: "retail", name: "Retail table in six stages",
    summary: "Action, touchpoint, emotion, challenge and opportunity for each of six stages.",
    map: """
      format: 1
      name: Customer journey
      state: hypothesis
      stages:
        - name: Awareness
          goal: Notice that there is something for me
          phase: before
        - name: Research
          goal: Know what there is and what it costs
          timeFrame: 1–7 days
          phase: before
        - name: Decision
          goal: Choose the product and the seller
          timeFrame: 1–3 days
          phase: before
        - name: Purchase
          goal: Pay and receive it without trouble
          timeFrame: 10 minutes
          phase: during
        - name: Use
          goal: Get from it what was promised
          timeFrame: 1–12 months
          phase: after
        - name: Loyalty
          goal: Come back to what has proved good
          phase: after
      lanes:
        - role: action
          cards:
            awareness: Sees an advertisement or hears of it
            research: Looks for models, prices and opinions
            decision: Compares the last two and picks one
            purchase: Orders, or buys in the shop
            use: Unpacks it and learns to use it
            loyalty: Buys again or tells a friend
        - role: touchpoint
          cards:
            awareness:
              - touchpoint: banner
            research:
              - touchpoint: search-result
              - touchpoint: review-site
            decision:
              - touchpoint: product-page
              - touchpoint: consultant
            purchase:
              - touchpoint: checkout
              - touchpoint: till
            use:
              - touchpoint: packaging
              - touchpoint: support
            loyalty:
              - touchpoint: loyalty-programme
        - emotion
        - role: barrier
          name: Challenges
        - role: opportunity
          name: Opportunities
        - solution
      """)
}
