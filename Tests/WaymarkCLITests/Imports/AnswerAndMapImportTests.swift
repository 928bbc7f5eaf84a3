import Foundation
import Testing

/// `waymark import answers` and `waymark import map`.
struct AnswerAndMapImportTests {
  let folder: TemporaryFolder
  let workspace: String
  init() throws {
    folder = try TemporaryFolder()
    workspace = try Samples.blankText(in: folder)
  }

  private func addSurvey() throws {
    try folder.write(
      """
      format: 1
      name: Sudzilla
      about: journey
      questions:
        - id: recommend
          kind: nps
          text: How would you rate Sudzilla?

      """, to: "workspace/surveys/sudzilla.yaml")
    // The first command that writes takes the text files in.
    let map = try folder.write("format: 1\nname: First\n", to: "first.yaml")
    _ = try Tool.run("import", "map", workspace, map)
    #expect(try folder.listing("workspace").keys.contains("waymark.sqlite"))
  }

  private static let question = "On a scale of 0-10, how would you rate Sudzilla?"

  private struct Answered: Decodable {
    struct Survey: Decodable {
      struct Answer: Decodable {
        var values: [String: [String: Int]]
      }
      var answers: [Answer]
    }
    var surveys: [Survey]
  }

  @Test func `the answers of a real survey give its known NPS`() throws {
    try addSurvey()
    let file = Samples.fixture("data/sudzilla_survey.csv")
    let unsure = try Tool.run(
      "import", "answers", workspace, file, "--survey", "sudzilla", "--score", Self.question)
    let sure = try Tool.run(
      "import", "answers", workspace, file, "--survey", "sudzilla", "--score", Self.question,
      "--date-order", "mdy")
    if unsure.code != 0 { #expect(unsure.code == 3 && unsure.err.contains("--date-order")) }
    #expect(sure.code == 0, "\(sure.err)")
    #expect(sure.out.contains("imported 39 answers"))
    let out = folder.path("all.json")
    #expect(try Tool.run("export", workspace, "--as", "json", out).code == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: out))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let surveys = try #require(all["surveys"] as? [[String: Any]])
    let answers = try #require(surveys.first?["answers"] as? [[String: Any]])
    let scores = answers.compactMap { Self.score(in: $0) }
    #expect(scores.count == 39)
    let promoters = scores.count { $0 >= 9 }
    let detractors = scores.count { $0 <= 6 }
    let nps = 100 * Double(promoters - detractors) / Double(scores.count)
    #expect(abs(nps + 35.9) < 0.05)
  }

  /// The whole number somewhere below the answer's values.
  private static func score(in answer: [String: Any]) -> Int? {
    func number(_ value: Any) -> Int? {
      if let number = value as? Int { return number }
      if let object = value as? [String: Any] { return object.values.lazy.compactMap(number).first }
      return nil
    }
    return answer["values"].flatMap(number)
  }

  @Test func `answers need a survey that is there`() throws {
    try addSurvey()
    let file = Samples.fixture("data/sudzilla_survey.csv")
    let before = try folder.listing("workspace")
    let run = try Tool.run("import", "answers", workspace, file, "--survey", "sudzila")
    #expect(run.code == 2)
    #expect(run.err.contains("did you mean 'sudzilla'?"))
    let place = try Tool.run(
      "import", "answers", workspace, file, "--survey", "sudzilla", "--touchpoint", "moon")
    #expect(place.code == 2)
    let column = try Tool.run(
      "import", "answers", workspace, file, "--survey", "sudzilla", "--score", "Stars")
    #expect(column.code == 3)
    #expect(column.err.contains("Stars"))
    #expect(try folder.listing("workspace") == before)
  }

  @Test func `a map file is taken in, and a broken one is not`() throws {
    let map = try folder.write(
      """
      format: 1
      name: Orders
      stages:
        - id: choose
          name: Choose
      lanes:
        - role: action
          cards:
            choose:
              - text: Looks round

      """, to: "orders.yaml")
    let added = try Tool.run("import", "map", workspace, map)
    #expect(added.code == 0, "\(added.err)")
    #expect(added.out.contains("added the map 'orders'"))
    #expect(try Tool.run("import", "map", workspace, map).out.contains("replaced the map 'orders'"))
    let before = try folder.listing("workspace")
    try folder.write("format: 1\nname: Orders\nstages:\n\t- id: choose\n", to: "orders.yaml")
    let run = try Tool.run("import", "map", workspace, map)
    #expect(run.code == 3)
    #expect(run.err.contains("orders.yaml:4:"), "\(run.err)")
    #expect(run.err.contains("hint: "))
    #expect(try folder.listing("workspace") == before)
    let name = try folder.write("format: 1\n", to: "My Orders.yaml")
    #expect(try Tool.run("import", "map", workspace, name).code == 2)
    #expect(try Tool.run("import", "map", workspace, folder.path("absent.yaml")).code == 3)
  }
}
