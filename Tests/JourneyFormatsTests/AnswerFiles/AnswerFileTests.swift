import Diagnostics
import Testing

@testable import JourneyFormats

struct AnswerFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func read(_ text: String, _ options: AnswerFileOptions = AnswerFileOptions()) throws
    -> ImportedAnswers
  {
    try AnswerFileReader.read(try folder.file(text), options: options)
  }

  private func failure(_ path: String, _ options: AnswerFileOptions = AnswerFileOptions())
    -> AnswerFileError?
  {
    do throws(AnswerFileError) {
      _ = try AnswerFileReader.read(path, options: options)
      return nil
    } catch {
      return error
    }
  }

  private static let survey = Fixtures.path("data/sudzilla_survey.csv")
  private static let question = "On a scale of 0-10, how would you rate Sudzilla?"

  @Test
  func `the conference survey asks for the order of its dates`() throws {
    let open = try #require(
      failure(Self.survey, AnswerFileOptions(score: Self.question, kind: .nps)))
    #expect(open.diagnostic.code == "answers.date-order")
    #expect(open.diagnostic.message.contains("'Timestamp' ('11/1/2019 8:51:12')"))
  }

  @Test
  func `the conference survey does not say which question is meant`() throws {
    let found = try #require(failure(Self.survey, AnswerFileOptions(dateOrder: .monthDayYear)))
    #expect(found.diagnostic.code == "answers.score-not-found")
    #expect(found.diagnostic.message.contains("opening keynote"))
  }

  @Test
  func `the conference survey is read whole`() throws {
    let found = try AnswerFileReader.read(
      Self.survey,
      options: AnswerFileOptions(score: Self.question, kind: .nps, dateOrder: .monthDayYear))
    #expect(found.answers.count == 39)
    #expect(found.rejected.isEmpty)
    #expect(found.roles.map { $0.text() } == ["score: \(Self.question)", "time: Timestamp"])
    let scores = found.answers.compactMap(\.score)
    let promoters = scores.count { $0 >= 9 }
    let detractors = scores.count { $0 <= 6 }
    let nps = 100 * Double(promoters - detractors) / Double(scores.count)
    #expect((nps * 10).rounded() / 10 == -35.9)
    // 2019-11-01 08:51:12 UTC.
    #expect(found.answers.first?.time == 1_572_598_272_000_000)
    let texts = try AnswerFileReader.read(
      Self.survey,
      options: AnswerFileOptions(score: "...why?", kind: .text, dateOrder: .monthDayYear))
    #expect(texts.answers.first?.text == "Bad service")
    #expect(texts.answers.contains { $0.text == nil })
  }

  @Test
  func `columns are found by their names`() throws {
    let found = try read(
      "response_id,customer_id,submitted at,NPS\n1,a,2024-01-31 10:15:30,9\n2,b,,10.0\n3,,2024-01-31, \n"
    )
    #expect(found.kind == .nps)
    #expect(found.scale == 0...10)
    #expect(found.answers.map(\.score) == [9, 10, nil])
    #expect(found.answers.map(\.customer) == ["a", "b", nil])
    #expect(found.answers.map(\.id) == ["1", "2", "3"])
    #expect(found.answers.map(\.time) == [1_706_696_130_000_000, nil, 1_706_659_200_000_000])
    #expect(found.answers.map(\.line) == [2, 3, 4])
  }

  @Test
  func `the only column of small whole numbers is the score`() throws {
    let found = try read("who,said\nann,4\nbob,5\n")
    #expect(found.answers.map(\.score) == [4, 5])
    #expect(found.kind == .rating)
  }

  @Test
  func `rows with bad cells are rejected with their reason`() throws {
    let found = try read(
      "id,score,time\n1,6,2024-01-01\n2,5,2024-01-01\n3,x,2024-01-01\n4,4.5,2024-01-01\n5,3,soon\n6,3\n2,1,2024-01-01\n7,\"2\"y,2024-01-01\n",
      AnswerFileOptions(score: "score", kind: .csat, scale: 1...5, id: "id"))
    #expect(found.answers.map(\.id) == ["2"])
    #expect(found.rejected.map(\.line) == [2, 4, 5, 6, 7, 8, 9])
    #expect(
      found.rejected.map(\.text) == [
        "the score 6 is not on the scale 1–5", "the score is not a whole number",
        "the score is not a whole number", "the time cannot be read",
        "2 fields where the header has 3", "the id is that of line 3",
        "text after a closing quote",
      ])
    let codes = Set(AnswerFileError.codes.map(\.code))
    #expect(found.diagnostics.allSatisfy { codes.contains($0.code) && $0.location?.line != nil })
    #expect(String(decoding: found.rejected[0].record, as: UTF8.self) == "1,6,2024-01-01")
  }

  @Test
  func `files that cannot be read say so`() throws {
    let cases: [(String, AnswerFileOptions, String)] = [
      ("", AnswerFileOptions(), "answers.empty-file"),
      ("score\n", AnswerFileOptions(), "answers.no-rows"),
      ("score,x\n1,2\n", AnswerFileOptions(score: "scoer"), "answers.unknown-column"),
      ("score,x\n1,2\n", AnswerFileOptions(score: "x", id: "x"), "answers.column-twice"),
      ("a,b\nx,y\n", AnswerFileOptions(), "answers.score-not-found"),
      ("score,t\n1,x\n", AnswerFileOptions(time: "t"), "answers.not-a-time-column"),
      ("score,x\n1,2\n", AnswerFileOptions(zone: "Nowhere"), "answers.unknown-zone"),
    ]
    for (text, options, code) in cases {
      let error = try #require(failure(try folder.file(text), options))
      #expect(error.diagnostic.code == code)
      #expect(AnswerFileError.codes.contains { $0.code == code })
    }
  }

  @Test
  func `a scale is two whole numbers`() {
    #expect(AnswerFileOptions.scale("1-5") == 1...5)
    #expect(AnswerFileOptions.scale("0-10") == 0...10)
    for text in ["", "5", "5-1", "1-", "a-b", "1-5-7", "1-1"] {
      #expect(AnswerFileOptions.scale(text) == nil)
    }
  }
}
