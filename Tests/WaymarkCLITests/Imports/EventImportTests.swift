import Foundation
import Testing

/// `waymark import events` on files that can be read.
struct EventImportTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let rows = """
    customer,time,activity,platform,receipt
    ann,2024-03-01 10:00:00,visit,phone,r1
    ann,2024-03-01 10:05:00,pay,phone,r2
    ben,2024-03-02 09:00:00,visit,desk,r3

    """

  private func overview(_ path: String) throws -> Overview {
    try Tool.run("analyze", "overview", path, "--json").decoded(as: Overview.self)
  }

  @Test func `roles are detected and printed, other columns are kept`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(Self.rows, to: "log.csv")
    let run = try Tool.run("import", "events", path, file)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.err.isEmpty, "progress does not go into a pipe")
    for column in ["customer", "time", "activity"] { #expect(run.out.contains(": \(column) (")) }
    #expect(run.out.contains("attributes: platform"))
    #expect(run.out.contains("imported 3 events from 'log.csv'"))
    #expect(try overview(path).events == 3)
    let phone = try Tool.run(
      "analyze", "overview", path, "--json", "--where", "platform=phone")
    #expect(try phone.decoded(as: Overview.self).events == 2)
  }

  @Test func `--keep names the attributes that stay`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(Self.rows, to: "log.csv")
    let run = try Tool.run("import", "events", path, file, "--keep", "receipt")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("attributes: receipt\n"))
    let lost = try Tool.run("analyze", "overview", path, "--where", "platform=phone")
    #expect(lost.code == 2)
    #expect(lost.err.contains("no attribute 'platform'"))
    #expect(try Tool.run("import", "events", path, file, "--keep", "nothing").code == 3)
  }

  @Test func `--where takes rows by their raw cells, and repeats as and`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(Self.rows, to: "log.csv")
    let run = try Tool.run(
      "import", "events", path, file, "--where", "platform=phone", "--where", "activity=pay")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("imported 1 event from"))
    #expect(run.out.contains("2 left out by --where"))
    #expect(try Tool.run("import", "events", path, file, "--where", "platform").code == 2)
    let unknown = try Tool.run("import", "events", path, file, "--where", "platfrom=phone")
    #expect(unknown.code == 3)
    #expect(unknown.err.contains("did you mean 'platform'?"))
  }

  @Test func `the same file twice is refused, unless it is wanted`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(Self.rows, to: "log.csv")
    #expect(try Tool.run("import", "events", path, file).code == 0)
    let before = try folder.listing("workspace")
    let twice = try Tool.run("import", "events", path, file)
    #expect(twice.code == 2)
    #expect(twice.err.contains("--again"))
    #expect(try folder.listing("workspace") == before)
    #expect(try Tool.run("import", "events", path, file, "--again").code == 0)
    #expect(try overview(path).events == 6)
  }

  @Test func `rows with a known id of the same source are left out`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(Self.rows, to: "log.csv")
    #expect(try Tool.run("import", "events", path, file, "--id", "receipt").code == 0)
    let more = try folder.write(
      Self.rows + "ben,2024-03-03 09:00:00,pay,desk,r4\n", to: "more.csv")
    let second = try Tool.run(
      "import", "events", path, more, "--id", "receipt", "--source", "log.csv")
    #expect(second.code == 0, "\(second.err)")
    #expect(
      second.out.contains("imported 1 event from") && second.out.contains("3 were there already"))
    #expect(try overview(path).events == 4)
    // Another source has ids of its own; the file was imported before, so that it needs --again.
    let other = try Tool.run("import", "events", path, more, "--id", "receipt", "--again")
    #expect(other.code == 0, "\(other.err)")
    #expect(try overview(path).events == 8)
  }

  @Test func `bad rows are kept aside with line and reason, and the exit code says so`() throws {
    let path = try Samples.blank(in: folder)
    var text = "customer,time,activity\n"
    for row in 1...200 {
      let time = row == 50 || row == 150 ? "yesterday" : "2024-03-01 10:00:\(10 + row % 50)"
      text += "c\(row % 7),\(time),visit\n"
    }
    let file = try folder.write(text, to: "log.csv")
    let run = try Tool.run("import", "events", path, file)
    #expect(run.code == 1)
    #expect(run.out.contains("imported 198 events"))
    #expect(run.err.contains("2 rows were rejected: see "))
    let rejects = try folder.listing("workspace/events/rejects")
    let kept = String(decoding: try #require(rejects.values.first), as: UTF8.self)
    #expect(rejects.count == 1)
    #expect(kept.contains("51,") && kept.contains("151,") && kept.contains("yesterday"))
    #expect(try overview(path).events == 198)
  }

  @Test func `an empty customer or activity is a rejected row, and NA, null and 0 are customers`()
    throws
  {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(
      """
      customer,time,activity
      NA,2024-03-01 10:00:00,visit
      null,2024-03-01 10:00:00,visit
      0,2024-03-01 10:00:00,visit
      ,2024-03-01 10:00:00,visit
      ann,2024-03-01 10:00:00,
      """, to: "log.csv")
    #expect(try Tool.run("import", "events", path, file).code == 1)
    let found = try overview(path)
    #expect(found.events == 3 && found.customers == 3)
  }

  @Test func `local times are read in their zone, and days are those of the workspace`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(
      "customer;time;activity\nann;31.03.2024 02:30:00;visit\n", to: "log.csv")
    let run = try Tool.run("import", "events", path, file, "--zone", "Europe/Warsaw")
    #expect(run.code == 0, "\(run.err)")
    // That hour was skipped when summer time began: the moment moves forward.
    #expect(try overview(path).firstTime == "2024-03-31T01:30:00Z")
    let zone = try Tool.run("import", "events", path, file, "--zone", "Europe/Warszaw", "--again")
    #expect(zone.code == 3 || zone.code == 2)
    #expect(zone.err.contains("Europe/Warsaw"))
  }

  @Test func `a column in which day and month cannot be told apart asks for --date-order`() throws {
    let path = try Samples.blank(in: folder)
    let file = try folder.write(
      "customer,time,activity\nann,03/04/2024 10:00,visit\nann,05/06/2024 10:00,pay\n",
      to: "log.csv")
    let run = try Tool.run("import", "events", path, file)
    #expect(run.code == 3)
    #expect(run.err.contains("--date-order"))
    #expect(try Tool.run("import", "events", path, file, "--date-order", "dmy").code == 0)
    #expect(try overview(path).firstTime == "2024-04-03T10:00:00Z")
  }
}

/// `analyze overview --json`.
struct Overview: Decodable {
  var events: Int
  var customers: Int
  var activities: Int
  var variants: Int
  var firstTime: String?
  var lastTime: String?
  var medianDurationSeconds: Double?
}
