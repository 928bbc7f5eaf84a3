import Foundation
import Testing

/// Files that cannot be imported: one message with place and hint, exit code 3, and nothing half-written.
struct BadInputTests {
  let folder: TemporaryFolder
  let workspace: String
  init() throws {
    folder = try TemporaryFolder()
    workspace = try Samples.blank(in: folder)
    // With a log already there, a failed import must not touch it.
    let log = try folder.write(
      "customer,time,activity\nann,2024-03-01 10:00:00,visit\n", to: "good.csv")
    let run = try Tool.run("import", "events", workspace, log)
    guard run.code == 0 else { throw Samples.Failed(text: run.err) }
  }

  private func refused(
    _ bytes: some Sequence<UInt8>, _ options: [String] = [], saying words: String...,
    name: String = "bad.csv"
  ) throws {
    let file = try folder.write(bytes, to: name)
    let before = try folder.listing("workspace")
    let run = try Tool.run(["import", "events", workspace, file] + options)
    #expect(run.code == 3, "\(run.out) \(run.err)")
    let messages = run.err.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(messages.count == 1, "\(run.err)")
    #expect(run.err.contains(name), "a place: \(run.err)")
    #expect(run.err.contains("hint: "), "a hint: \(run.err)")
    for word in words { #expect(run.err.contains(word), "\(run.err)") }
    #expect(try folder.listing("workspace") == before)
    #expect(try Tool.run("verify", workspace).code == 0)
  }

  private func refused(_ text: String, _ options: [String] = [], saying words: String) throws {
    try refused(Array(text.utf8), options, saying: words)
  }

  @Test func `a missing column`() throws {
    try refused(
      "who,when,activity\nann,2024-03-01 10:00:00,visit\n", ["--time", "whne"],
      saying: "did you mean 'when'?")
    try refused("a,b,c\n1,x,y\n2,z,w\n", saying: "no column looks like")
  }

  @Test func `a wrong separator`() throws {
    try refused(
      "customer^time^activity\nann^2024-03-01 10:00:00^visit\n", saying: "is it separated by")
  }

  @Test func `a column of times that holds none`() throws {
    try refused(
      "customer,time,activity\nann,soon,visit\nben,later,visit\n", saying: "--time")
  }

  @Test func `an empty file, and one with a header alone`() throws {
    try refused("", saying: "the file is empty")
    let file = try folder.write("customer,time,activity\n", to: "header.csv")
    let before = try folder.listing("workspace")
    let run = try Tool.run("import", "events", workspace, file)
    #expect(run.code == 3)
    #expect(run.err.contains("no rows"))
    #expect(try folder.listing("workspace") == before)
  }

  @Test func `a binary file`() throws {
    var bytes = Array("customer,time,activity\n".utf8)
    for number in 0..<4_000 { bytes.append(UInt8(truncatingIfNeeded: number &* 37)) }
    try refused(bytes, saying: "not a text file")
    try refused([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], saying: "not a text file")
  }

  @Test func `a gzip file that was cut short or damaged`() throws {
    let whole = Array(
      try Data(contentsOf: URL(fileURLWithPath: Samples.fixture("data/ecom.csv.gz"))))
    try refused(whole.prefix(whole.count / 2), saying: "cut short", name: "half.csv.gz")
    try refused(whole.prefix(whole.count - 4), saying: "cut short", name: "nearly.csv.gz")
    try refused(whole.prefix(12), saying: "cut short", name: "start.csv.gz")
    var flipped = whole
    flipped[whole.count / 2] ^= 0x10
    try refused(flipped, saying: "damaged", name: "flipped.csv.gz")
  }

  @Test func `a file of which every row is bad`() throws {
    var text = "customer,time,activity\n"
    for _ in 0..<5 { text += "ann,2024-03-01 10:00:00,\n" }
    try refused(
      text, ["--case", "customer", "--activity", "activity"], saying: "all 5 rows were rejected")
  }

  @Test func `a file that is not there, and a folder`() throws {
    for path in [folder.path("absent.csv"), workspace] {
      let before = try folder.listing("workspace")
      let run = try Tool.run("import", "events", workspace, path)
      #expect(run.code == 3)
      #expect(!run.err.isEmpty)
      #expect(try folder.listing("workspace") == before)
    }
  }
}
