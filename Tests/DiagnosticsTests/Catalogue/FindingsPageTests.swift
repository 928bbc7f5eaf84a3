import Diagnostics
import Testing

@Suite struct FindingsPageTests {
  let codes = [
    FindingCode("map.b", .error, meaning: "B | b.", remedy: "Mend b."),
    FindingCode("map.a", .note, meaning: "A.", remedy: "Mend a."),
  ]

  @Test func `each module replaces its own section and leaves the others alone`() {
    let model = FindingsPage.section("model", title: "The map", codes: codes)
    let notation = FindingsPage.section("notation", title: "Files", codes: [])
    var page = FindingsPage.replacing("model", with: model, in: "")
    page = FindingsPage.replacing("notation", with: notation, in: page)
    #expect(FindingsPage.section("model", of: page) == model)
    #expect(FindingsPage.section("notation", of: page) == notation)
    #expect(FindingsPage.section("events", of: page) == nil)

    let changed = FindingsPage.section("model", title: "The map", codes: [codes[0]])
    page = FindingsPage.replacing("model", with: changed, in: page)
    #expect(FindingsPage.section("model", of: page) == changed)
    #expect(FindingsPage.section("notation", of: page) == notation)
    #expect(page.hasPrefix("# Finding codes"))
  }

  @Test func `a section lists its codes in order, with bars escaped`() {
    let section = FindingsPage.section("model", title: "The map", codes: codes)
    #expect(
      section == """
        <!-- findings of model -->
        ## The map

        | code | severity | what it means | what to do |
        |---|---|---|---|
        | `map.a` | note | A. | Mend a. |
        | `map.b` | error | B \\| b. | Mend b. |
        <!-- end of model -->

        """)
  }

  @Test(arguments: [
    ("map.a-1", true), ("map", false), ("map.", false), (".a", false), ("Map.a", false),
    ("map.a.b", false),
  ])
  func `a code is an area and a slug`(code: String, isWellFormed: Bool) {
    #expect(FindingCode.isWellFormed(code) == isWellFormed)
  }
}
