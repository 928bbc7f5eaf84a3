extension TestWorkspace {
  /// A shop with one map of two stages and four lanes, one of them hidden, and a log of three customers.
  static func small() throws -> TestWorkspace {
    let made = try TestWorkspace()
    try made.write(
      """
      format: 1
      name: Corner shop
      products:
        - id: bread
          name: Bread
      audiences:
        - id: neighbours
          name: Neighbours
      """, to: "waymark.yaml")
    try made.write(
      """
      format: 1
      touchpoints:
        - id: window
          name: Shop window
          note: NOTE-OF-THE-WINDOW
        - id: till
          name: Till at the back
      """, to: "touchpoints.yaml")
    try made.write(
      """
      format: 1
      bindings:
        - activity: look
          touchpoint: window
        - activity: pay
          touchpoint: till
      """, to: "bindings.yaml")
    try made.write(
      """
      format: 1
      name: PERSONA-OLENA
      audience: neighbours
      summary: SUMMARY-OF-OLENA
      """, to: "personas/olena.yaml")
    try made.write(
      """
      format: 1
      name: Buying bread
      product: bread
      audience: neighbours
      personas: olena
      purpose:
        why: WHY-WE-MADE-IT
      owner: OWNER-OF-THE-MAP
      stages:
        - id: see
          name: Seeing
        - id: buy
          name: Buying
      lanes:
        - id: does
          role: action
          cards:
            see:
              - id: card-see
                text: Looks through the glass
        - id: touch
          role: touchpoint
          cards:
            see:
              - id: card-window
                touchpoint: window
            buy:
              - id: card-till
                touchpoint: till
        - id: bad
          role: barrier
          cards:
            buy:
              - id: card-bad
                text: SECRET-BARRIER-TEXT
                evidence:
                  - kind: interview
                    source: SECRET-SOURCE
                    note: SECRET-NOTE
        - id: inner
          role: text
          name: HIDDEN-LANE-NAME
          hidden: true
          cards:
            see:
              - id: card-inner
                text: HIDDEN-CARD-TEXT
      """, to: "maps/bread.yaml")
    try made.importRows(
      "ann,2024-03-01 10:00:00,look\nann,2024-03-01 10:05:00,pay\n"
        + "ben,2024-03-01 11:00:00,look\ncat,2024-03-02 11:00:00,look\n"
        + "cat,2024-03-02 11:30:00,UNBOUND-ACTIVITY\n",
      named: "SECRET-FILE.csv")
    return made
  }

  static let sharedSmall: Result<TestWorkspace, any Error> = Result { try small() }
}
