import Testing

@testable import WaymarkServer

/// Text that somebody stored must never become markup.
struct StoredTextTests {
  static let attack =
    #"</title></text><script>alert("1")</script><img src=x onerror='alert(1)'> & "q" 'a'"#

  private func workspace() throws -> TestWorkspace {
    let made = try TestWorkspace()
    let quoted = "\"" + Self.attack.replacing("\"", with: "\\\"") + "\""
    try made.write(
      """
      format: 1
      name: \(quoted)
      products:
        - id: p
          name: \(quoted)
      audiences:
        - id: a
          name: \(quoted)
      departments:
        - id: d
          name: \(quoted)
      channels:
        - id: c
          name: \(quoted)
      goals:
        - \(quoted)
      """, to: "waymark.yaml")
    try made.write(
      """
      format: 1
      touchpoints:
        - id: t
          name: \(quoted)
          note: \(quoted)
          channel: c
          departments:
            - d
      """, to: "touchpoints.yaml")
    try made.write(
      """
      format: 1
      bindings:
        - activity: "*"
          touchpoint: t
      """, to: "bindings.yaml")
    try made.write(
      """
      format: 1
      name: \(quoted)
      audience: a
      summary: \(quoted)
      quotes:
        - \(quoted)
      """, to: "personas/p.yaml")
    try made.write(
      """
      format: 1
      name: \(quoted)
      about: touchpoint t
      questions:
        - id: q
          kind: nps
          text: \(quoted)
      """, to: "surveys/s.yaml")
    try made.write(
      """
      format: 1
      name: \(quoted)
      product: p
      audience: a
      personas: p
      purpose:
        why: \(quoted)
        problem: \(quoted)
        expectedOutcome: \(quoted)
      stages:
        - id: one
          name: \(quoted)
          mindset: \(quoted)
          goal: \(quoted)
        - id: two
          name: Second
      lanes:
        - id: touch
          role: touchpoint
          name: \(quoted)
          cards:
            one:
              - id: card-t
                touchpoint: t
                text: \(quoted)
                momentOfTruth: \(quoted)
        - id: feel
          role: emotion
          cards:
            one:
              - id: card-e
                emotion:
                  score: 1
                  name: \(quoted)
                  emoji: \(quoted)
        - id: bad
          role: barrier
          cards:
            one:
              - id: card-b
                text: \(quoted)
                owner: \(quoted)
                evidence:
                  - kind: interview
                    source: \(quoted)
                    note: \(quoted)
      """, to: "maps/m.yaml")
    let cell = "\"" + Self.attack.replacing("\"", with: "\"\"") + "\""
    try made.importRows(
      "ann,2024-03-01 10:00:00,\(cell)\nann,2024-03-01 10:05:00,home\n"
        + "\(cell),2024-03-01 10:00:00,\(cell)\n",
      named: "log.csv")
    return made
  }

  @Test func `stored text is text on every page and in every picture`() async throws {
    let made = try workspace()
    let visitor = try Visitor(made.path)
    for address in [
      "/", "/findings", "/data", "/maps/m", "/maps/m?view=table", "/maps/m?view=graphic",
      "/maps/m/stages/one", "/maps/m/touchpoints/t", "/maps/m/cards/card-t",
      "/maps/m/cards/card-e", "/maps/m/cards/card-b", "/journeys/funnel", "/journeys/flow",
      "/journeys/flow?by=activity", "/journeys/paths?by=activity", "/journeys/time?by=touchpoint",
      "/journeys/time?by=activity", "/maps/m/map.svg", "/maps/m/map.svg?theme=dark",
    ] {
      let answer = try await visitor.ask(address)
      #expect(answer.status == 200, "\(address)")
      #expect(
        !answer.text.contains("<script>") && !answer.text.contains("<img src=x"), "\(address)")
      let page = ReadMarkup(answer.text)
      #expect(page.problems.isEmpty, "\(address): \(page.problems)")
      #expect(page.unsafe.isEmpty, "\(address): \(page.unsafe)")
    }
    // It is there, as text.
    let shown = try await visitor.ask("/maps/m/cards/card-b").text
    #expect(shown.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
  }
}
