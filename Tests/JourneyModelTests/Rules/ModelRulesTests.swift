import Diagnostics
import JourneyModel
import Testing

@Suite struct ModelRulesTests {
  /// One change of the sound workspace and the findings it must bring, by code and id.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: [String]
    var change: @Sendable (inout Workspace) -> Void
    init(
      _ name: String, _ expected: String..., change: @escaping @Sendable (inout Workspace) -> Void
    ) {
      testDescription = name
      self.expected = expected
      self.change = change
    }
  }

  static func codes(_ workspace: Workspace, _ context: RuleContext = RuleContext(today: today))
    -> [String]
  {
    ModelRules.findings(in: workspace, context: context)
      .map { "\($0.code) \($0.subject.id)" }.sorted()
  }

  @Test func `nothing is found in a sound workspace`() {
    #expect(Self.codes(soundWorkspace()).isEmpty)
  }

  @Test(arguments: Self.cases)
  func `a rule finds exactly what was spoilt`(example: Case) {
    var workspace = soundWorkspace()
    example.change(&workspace)
    #expect(Self.codes(workspace) == example.expected.sorted())
  }

  @Test func `every code of the catalogue is found by one of these cases`() {
    let found = Set(
      (Self.cases.flatMap(\.expected)).compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    let documented = ModelRules.codes.map(\.code)
    #expect(found == Set(documented))
    #expect(documented.count == Set(documented).count)
    #expect(documented.allSatisfy { $0.hasPrefix("map.") || $0.hasPrefix("workspace.") })
  }

  @Test func `a finding has the severity of its code and reads as a sentence`() {
    let severities = Dictionary(
      uniqueKeysWithValues: ModelRules.codes.map { ($0.code, $0.severity) })
    for example in Self.cases {
      var workspace = soundWorkspace()
      example.change(&workspace)
      for finding in ModelRules.findings(in: workspace, context: RuleContext(today: today)) {
        #expect(severities[finding.code] == Severity(finding.severity))
        #expect(finding.message.last != "." && finding.message.first?.isUppercase == false)
        #expect(finding.hint?.last != ".")
      }
    }
  }

  static let cases: [Case] = mapCases + cardCases + referenceCases + libraryCases
}
