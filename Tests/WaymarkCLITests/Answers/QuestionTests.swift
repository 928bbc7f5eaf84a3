import Foundation
import Testing

/// What every question of `waymark analyze` has in common.
struct QuestionTests {
  static let questions: [[String]] = [
    ["overview"], ["transitions"], ["transitions", "--by", "stage"],
    ["transitions", "--by", "touchpoint"], ["variants", "--top", "3"],
    ["variants", "--by", "stage"], ["funnel", "--steps", "home,purchase"],
    ["funnel", "--steps", "home,purchase", "--mode", "any", "--window", "1d"],
    ["funnel", "--steps", "awareness,purchase", "--by", "stage"], ["sessions"], ["time"],
    ["time", "--by", "stage"], ["stages"], ["drop-off"], ["drop-off", "--list", "cart"],
    ["conformance"], ["conformance", "--ideal", "home,purchase"],
  ]

  private func ask(_ words: [String], _ options: [String] = []) throws -> Tool.Run {
    try Tool.run(["analyze", words[0], Samples.shop.get()] + words.dropFirst() + options)
  }

  @Test(arguments: questions)
  func `a question is answered in words and as one JSON object`(question: [String]) throws {
    let text = try ask(question)
    #expect(text.code == 0, "\(text.err)")
    #expect(text.err.isEmpty && !text.out.isEmpty)
    let json = try ask(question, ["--json"])
    #expect(json.code == 0)
    #expect(json.json is [String: Any])
    #expect(json.out.split(separator: "\n").count == 1)
    #expect(try ask(question, ["--json"]).out == json.out, "the same input gives the same bytes")
  }

  @Test func `filters narrow the log as the definitions say`() throws {
    func events(_ options: String...) throws -> Int {
      try ask(["overview"], options + ["--json"]).decoded(as: Overview.self).events
    }
    let all = try events()
    let phone = try events("--where", "platform=mobile")
    let desk = try events("--where", "platform=desktop")
    #expect(phone > 0 && desk > 0 && phone + desk <= all)
    #expect(try events("--where", "platform=mobile", "--where", "platform=desktop") == 0)
    // A period is half-open, and a journey belongs to that of its first event.
    let before = try events("--until", "2024-03-01")
    let after = try events("--since", "2024-03-01")
    #expect(before > 0 && after > 0 && before + after == all)
    #expect(try events("--having", "purchase") < all)
    #expect(try events("--only", "cart,purchase") == 1_204 + 470)
    #expect(try events("--channel", "email") < all)
    #expect(try events("--group", "session") == all)
  }

  @Test(arguments: [
    (["funnel", "--steps", "home,purchse"], "did you mean 'purchase'?"),
    (["funnel", "--steps", "home,\"purchase"], "--steps takes names"),
    (["funnel", "--steps", "home", "--window", "soon"], "--window takes a span"),
    (["overview", "--having", "crat"], "did you mean 'cart'?"),
    (["overview", "--only", "home,crat"], "did you mean 'cart'?"),
    (["overview", "--channel", "emial"], "did you mean 'email'?"),
    (["overview", "--where", "platfrom=mobile"], "did you mean 'platform'?"),
    (["overview", "--where", "platform"], "--where takes ATTR=VALUE"),
    (["overview", "--since", "2024-02-30"], "--since takes a day"),
    (["overview", "--until", "yesterday"], "--until takes a day"),
    (["conformance", "--ideal", "home,crat"], "did you mean 'cart'?"),
    (["stages", "--map", "second-order"], "first-order"),
    (["drop-off", "--goal", "purchse"], "did you mean 'purchase'?"),
    (["variants", "--top", "0"], "--top takes a number"),
    (["sessions", "--timeout", "none"], "--timeout needs a span"),
  ])
  func `what cannot be asked is a usage error with a remedy`(
    question: [String], message: String
  ) throws {
    let run = try ask(question)
    #expect(run.code == 2)
    #expect(run.out.isEmpty)
    #expect(run.err.contains(message), "\(run.err)")
  }

  @Test func `a workspace without events says how to import some`() throws {
    let run = try Tool.run("analyze", "overview", try Samples.pram.get())
    #expect(run.code == 3)
    #expect(run.err.contains("waymark import events"))
  }
}
