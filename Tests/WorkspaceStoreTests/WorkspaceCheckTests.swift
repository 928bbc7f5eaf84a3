import Diagnostics
import Foundation
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

@Suite struct WorkspaceCheckTests {
  let folder: TemporaryFolder
  let day: CalendarDate
  init() throws {
    folder = try TemporaryFolder()
    day = try #require(today)
  }

  @Test(arguments: Template.all)
  func `a workspace made from a template has no errors, only advice`(template: Template) throws {
    let path = "\(folder.path)/shop"
    _ = try FolderDocuments.create(at: path, template.instantiate(name: ""))
    let found = try WorkspaceCheck.check(path, today: day)
    #expect(!found.contains { $0.severity == .error }, "\(found)")
    #expect(found.allSatisfy { $0.location != nil && $0.hint != nil })
    let warnings = Set(found.filter { $0.severity == .warning }.map(\.code))
    #expect(
      warnings
        == (template.id == "blank"
          ? ["map.without-purpose", "map.stage-without-goal"] : ["map.without-purpose"]))
  }

  private func writeShop() throws {
    try folder.write("format: 1\nname: Shop\n", to: "shop/waymark.yaml")
    try folder.write(
      "format: 1\ntouchpoints:\n  - id: checkout\n    name: Checkout\n    departments: sale\n",
      to: "shop/touchpoints.yaml")
    try folder.write(
      """
      format: 1
      name: Shop
      stages:
        - name: Payment
          time: 3–1 days
      lanes:
        - role: barrier
          cards:
            pament:
              - text: Declined
                touchpoint: chekout
      """, to: "shop/maps/shop.yaml")
  }

  @Test func `rules of the model are shown at their place in the text`() throws {
    try writeShop()
    let found = try WorkspaceCheck.check("\(folder.path)/shop", today: day)
    func place(_ code: String, _ subject: String) -> [String] {
      found.filter { $0.code == code && $0.subject?.contains(subject) == true }.map { finding in
        let file = finding.location?.file.split(separator: "/").last ?? ""
        return "\(file):\(finding.location?.line ?? 0):\(finding.location?.column ?? 0)"
      }
    }
    #expect(place("map.unknown-reference", "pament") == ["shop.yaml:9:7", "shop.yaml:11:23"])
    #expect(place("workspace.unknown-reference", "checkout") == ["touchpoints.yaml:5:18"])
    #expect(place("map.time-frame-inverted", "payment") == ["shop.yaml:5:11"])
  }

  @Test func `a file inside a workspace is checked with it, and only its own findings are shown`()
    throws
  {
    try writeShop()
    let file = "\(folder.path)/shop/maps/shop.yaml"
    let found = try WorkspaceCheck.check(file, today: day)
    #expect(found.allSatisfy { $0.location?.file == file })
    #expect(found.contains { $0.hint == "did you mean 'checkout'?" })
    #expect(!found.contains { $0.code == "notation.unresolved" })
  }

  @Test func `a file anywhere below a workspace is resolved in it`() throws {
    try writeShop()
    try folder.write(
      "format: 1\nname: Draft\nstages: [Pay]\nlanes:\n- role: barrier\n  cards:\n    pay:\n    - {text: x, touchpoint: checkout}\n",
      to: "shop/drafts/Next year.yaml")
    let found = try WorkspaceCheck.check("\(folder.path)/shop/drafts/Next year.yaml", today: day)
    #expect(!found.contains { $0.code.hasSuffix("unknown-reference") || $0.severity == .error })
  }

  @Test func `a file that stands alone says what was not looked up`() throws {
    try folder.write(
      "format: 1\nname: Draft\npersonas: olena\nstages: [Pay]\nlanes:\n- role: barrier\n  cards:\n    pay:\n    - {text: x, touchpoint: checkout}\n    py:\n    - y\n",
      to: "draft.yaml")
    let found = try WorkspaceCheck.check("\(folder.path)/draft.yaml", today: day)
    let note = found.filter { $0.code == "notation.unresolved" }
    #expect(
      note.map(\.message) == [
        "not looked up, for the file stands alone: persona 'olena', touchpoint 'checkout'"
      ])
    #expect(found.filter { $0.code == "map.unknown-reference" }.map { $0.location?.line } == [10])
  }

  @Test(arguments: [
    ("waymark.yaml", "format: 1\nname: x\nchannels: [web]\n"),
    (
      "touchpoints.yaml",
      "format: 1\ntouchpoints:\n  - {name: Web, departments: [it], channel: web}\n"
    ),
    ("bindings.yaml", "format: 1\nbindings:\n  - {activity: view, touchpoint: web}\n"),
    ("olena.yaml", "format: 1\nname: Olena\nquotes: [Why?]\naudience: young\n"),
    (
      "nps.yaml",
      "format: 1\nname: NPS\nabout: touchpoint web\nquestions:\n  - {kind: nps, text: How likely?}\n"
    ),
  ])
  func `files of every kind can be checked alone`(name: String, text: String) throws {
    try folder.write(text, to: name)
    let found = try WorkspaceCheck.check("\(folder.path)/\(name)", today: day)
    #expect(!found.contains { $0.severity == .error }, "\(found)")
  }

  @Test func `a file that is nothing of ours, and one that is not there, are said to be so`() throws
  {
    try folder.write("version: 3\nservices: {}\n", to: "compose.yaml")
    let found = try WorkspaceCheck.check("\(folder.path)/compose.yaml", today: day)
    #expect(found.map(\.code) == ["notation.unknown-file"])
    #expect(throws: WorkspaceStoreError.notFound(path: "\(folder.path)/none.yaml")) {
      try WorkspaceCheck.check("\(folder.path)/none.yaml", today: day)
    }
    try folder.write("format: 1\nname: [x\n", to: "broken.yaml")
    #expect(
      try WorkspaceCheck.check("\(folder.path)/broken.yaml", today: day).map(\.code) == [
        "notation.syntax"
      ])
  }
}
