import Testing

@testable import JourneyAnalytics

private struct ConformanceReference: Decodable {
  struct Model: Decodable { var activities: [String] }
  struct Alignments: Decodable {
    struct Result: Decodable { var averageFitness, percFitTraces: Double }
    var result: Result
    var totalCostMoves: Int
  }
  struct Variant: Decodable {
    struct Judged: Decodable {
      var cost: Int
      var fitness: Double
    }
    var count: Int
    var sequence: [String]
    var alignment, byHand: Judged
  }
  var model: Model
  var cases, events, variants: Int
  var alignments: Alignments
  var topVariants: [Variant]
}

struct ConformanceReferenceTests {
  @Test func `the shop's happy path is followed as PM4Py's alignments say`() throws {
    let reference = try Fixtures.reference(
      "conformance_ecom_cart_sessions__happy_path", as: ConformanceReference.self)
    let queries = LocalJourneyQueries(
      PlainSource(try Fixtures.shop(), chunkSizes: [41], workers: 2))
    let ideal = reference.model.activities
    let filters = Filters(having: "add_to_cart", only: ideal, cases: .session(.column))
    var questions = JourneyQuestions()
    questions.overview = true
    questions.conformance = [ConformanceQuery(ideal: ideal)]
    questions.variants = [VariantQuery(top: 60)]
    let answers = try queries.answer(questions, filters: filters, grouping: nil)
    let conformance = try #require(answers.conformance.first)
    #expect(conformance.journeys == reference.cases)
    #expect(answers.overview?.events == reference.events)
    #expect(answers.overview?.variants == reference.variants)
    #expect(conformance.totalCost == reference.alignments.totalCostMoves)
    let fitness = try #require(conformance.meanFitness)
    #expect(abs(fitness - reference.alignments.result.averageFitness) < 1e-12)
    #expect(abs(fitness - 0.5224834772180488) < 1e-12)
    #expect(
      conformance.perfectShare == reference.alignments.result.percFitTraces / 100
        || conformance.perfectShare == reference.alignments.result.percFitTraces)

    let variants = try #require(answers.variants.first)
    for variant in reference.topVariants {
      #expect(variants.top.first { $0.path == variant.sequence }?.count == variant.count)
      var alignment = Alignment(ideal: codes(ideal, ideal))
      alignment.align(codes(variant.sequence, ideal)[...])
      #expect(alignment.cost == variant.byHand.cost)
      #expect(alignment.cost == variant.alignment.cost)
      #expect(abs(alignment.fitness - variant.byHand.fitness) < 1e-9)
    }
  }

  private func codes(_ names: [String], _ ideal: [String]) -> [UInt32] {
    names.map { UInt32(ideal.firstIndex(of: $0) ?? ideal.count) }
  }
}
