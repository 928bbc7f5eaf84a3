import Diagnostics
import Feedback
import JourneyFormats
import JourneyModel
import Statistics
import Testing

@testable import WorkspaceStore

@Suite struct AnswerTableTests {
  let survey = Survey(
    id: "nps", name: "NPS", binding: .journey,
    questions: [
      Question(id: "nps", kind: .nps, text: "How likely?"),
      Question(id: "time", kind: .single, text: "When?", choices: ["a", "b|c"]),
      Question(id: "what, else", kind: .multiple, text: "What?", choices: []),
      Question(id: "=why", kind: .text, text: "Why?"),
    ])

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `answers read back as they were written`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let texts = [
      "fine", "=1+1", "'quoted'", "'=x", "-3", "a,b", "say \"hi\"", "two\nlines", "cr\rhere",
      " lead",
      "trail ", "|", "\\", "a|b\\", "Дорого 🙂", "NA", "null", "0",
    ]
    let answers = (0..<50).map { number in
      var answer = Answer(surveyID: "nps", values: [:])
      if random.below(2) == 0 { answer.values["nps"] = .score(random.below(11)) }
      if random.below(2) == 0 { answer.values["time"] = .choice(texts[random.below(texts.count)]) }
      if random.below(2) == 0 {
        answer.values["what, else"] = .choices(
          (0...random.below(3)).map { _ in texts[random.below(texts.count)] })
      }
      if random.below(2) == 0 { answer.values["=why"] = .text(texts[random.below(texts.count)]) }
      if random.below(3) == 0 { answer.values["removed"] = .text(texts[random.below(texts.count)]) }
      answer.time =
        random.below(3) == 0
        ? nil
        : Int64(random.below(4_000_000_000)) * 1_000_000 - 1_000_000_000_000_000
          + Int64(random.below(3))
      answer.customer = random.below(2) == 0 ? nil : texts[random.below(texts.count)]
      answer.id = random.below(2) == 0 ? nil : "id \(number)"
      answer.channel = random.below(2) == 0 ? nil : .callCentre
      answer.touchpointID = random.below(2) == 0 ? nil : "checkout"
      answer.weight = Weight(tenThousandths: 1 + random.below(20_000)) ?? .one
      return answer
    }
    let bytes = AnswerTable.write(answers, survey: survey)
    let read = try AnswerTable.read(bytes, survey: survey, file: "answers/nps.csv")
    #expect(read == answers)
    let again = AnswerTable.write(read, survey: survey) == bytes
    #expect(again)
  }

  @Test func `the table is one that a person can read`() {
    var answer = Answer(surveyID: "nps", values: ["nps": .score(9), "=why": .text("=SUM(A1)")])
    answer.time = 1_773_051_300_500_000
    answer.id = "a1"
    #expect(
      String(decoding: AnswerTable.write([answer], survey: survey), as: UTF8.self) == """
        id (format 1),time,customer,channel,touchpoint,weight,nps,time,"what, else",'=why
        a1,2026-03-09T10:15:00.5Z,,,,,9,,,'=SUM(A1)

        """)
  }

  @Test(arguments: [
    ("a,b\n1,2", 1, 3), ("id (format 2),time\n", 1, 4),
    ("id (format 1),time,customer,channel,touchpoint,weight,nps\n,yesterday,,,,,9", 2, 3),
    ("id (format 1),time,customer,channel,touchpoint,weight,nps\n\n,,,,,,9\n,,,fax,,,9", 4, 3),
    ("id (format 1),time,customer,channel,touchpoint,weight,nps\n,,,,,,\"9", 2, 3),
    ("id (format 1),time,customer,channel,touchpoint,weight,nps\n,,,,,,9,10", 2, 3),
    ("id (format 1),time,customer,channel,touchpoint,weight,nps\n,,,,,none,9", 2, 3),
  ])
  func `a table of another form is refused at its line`(text: String, line: Int, exitCode: Int32) {
    do {
      _ = try AnswerTable.read(Array(text.utf8), survey: survey, file: "answers/nps.csv")
      Issue.record("it was read")
    } catch {
      #expect(error.location == TextLocation(file: "answers/nps.csv", line: line))
      #expect(error.exitCode == exitCode)
    }
  }

  @Test func `adding answers keeps the stored ones and replaces those with the same id`() throws {
    let folder = try TemporaryFolder()
    let contents = WorkspaceContents(
      Workspace(name: "Shop"), surveys: [SurveyDocument(survey, isSynthetic: true)])
    let documents = try FolderDocuments.create(at: "\(folder.path)/shop", contents)
    #expect(try documents.answers(to: survey) == [])
    func answer(_ id: String?, _ score: Int) -> Answer {
      Answer(surveyID: "nps", values: ["nps": .score(score)], id: id)
    }
    #expect(
      try documents.addAnswers([answer("a", 1), answer(nil, 2), answer("b", 3)], to: survey)
        == AnswerAddition(added: 3, replaced: 0))
    #expect(
      try documents.addAnswers([answer("b", 4), answer("c", 5), answer("c", 6)], to: survey)
        == AnswerAddition(added: 1, replaced: 2))
    let scores = try documents.answers(to: survey).map(\.values)
    #expect(scores == [1, 2, 4, 6].map { ["nps": .score($0)] })
    #expect(try documents.load().survey("nps")?.isSynthetic == true)
  }
}
