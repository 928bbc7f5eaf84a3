import Testing

@testable import JourneyFormats

struct RoleDetectionTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func roles(_ text: String, _ options: EventFileOptions = EventFileOptions()) throws
    -> [String]
  {
    let reader = try EventFileReader(path: try folder.file(text), options: options)
    return reader.layout.roles.choices.map { "\($0.role.rawValue)=\($0.name)" }
  }

  static let files: [(String, [String])] = [
    (
      "case:concept:name,concept:name,time:timestamp,org:resource\n1,a,2024-01-01,r\n",
      ["customer=case:concept:name", "time=time:timestamp", "activity=concept:name"]
    ),
    (
      "CustomerID;EventName;EventTime;Channel;Revenue\n1;a;2024-01-01;web;2,5\n1;a;2024-01-01;web;\n",
      [
        "customer=CustomerID", "time=EventTime", "activity=EventName", "channel=Channel",
        "value=Revenue",
      ]
    ),
    (
      "id,user,action,ts\n1,a,x,1706696130\n2,a,x,1706696131\n",
      ["customer=user", "time=ts", "activity=action"]
    ),
    (
      "id,event,date\n1,a,2024-01-01\n1,b,2024-01-02\n",
      ["customer=id", "time=date", "activity=event"]
    ),
    (
      "shop_customer_id,customer_name,web event,stamp\n1,n,a,2024-01-01\n2,n,b,2024-01-02\n",
      ["customer=shop_customer_id", "time=stamp", "activity=web event"]
    ),
    (
      "клиент,дата,событие,сумма\n1,01.02.2024,a,10\n",
      ["customer=клиент", "time=дата", "activity=событие", "value=сумма"]
    ),
    (
      "user,time,event,value\n1,2024-01-01,a,high\n",
      ["customer=user", "time=time", "activity=event"]
    ),
    (
      "user_id,user,event,event_id,event_time\n1,n,a,7,2024-01-01\n1,n,a,7,2024-01-01\n",
      ["customer=user_id", "time=event_time", "activity=event"]
    ),
  ]

  @Test(arguments: files)
  func `roles are told by names and cells`(text: String, expected: [String]) throws {
    #expect(try roles(text) == expected)
  }

  @Test
  func `an id is an event id only if no two rows of far places share it`() throws {
    var text = "id,user,event,time\n"
    for row in 0..<60_000 {
      text += "\(row < 40_000 ? row : 40_000 + row / 2),user \(row % 7),event,2024-01-01 00:00:00\n"
    }
    #expect(try !roles(text).contains("eventID=id"))
  }

  @Test
  func `what is given goes before what is detected`() throws {
    let text = "user,account,time,event,page\na,b,2024-01-01,x,y\n"
    let options = EventFileOptions(
      columns: [.customer: "Account", .activity: "page"], keep: ["event", "user", "time"])
    let reader = try EventFileReader(path: try folder.file(text), options: options)
    #expect(
      reader.layout.roles.summary == [
        "customer: account (given)", "time: time (by its name)", "activity: page (given)",
        "attributes: user, event",
      ])
    let none = try EventFileReader(
      path: try folder.file(text), options: EventFileOptions(keep: []))
    #expect(none.attributeNames.isEmpty)
    #expect(none.layout.roles.dropped == ["account", "page"])
  }

  @Test
  func `the layout shows the file as it is`() throws {
    let reader = try EventFileReader(
      path: try folder.file("user\ttime\tevent\n\"a\"\"b\"\t2024-01-01\tx\n"))
    #expect(reader.layout.separatorName == "tab")
    #expect(reader.layout.encoding == .utf8)
    #expect(!reader.layout.isCompressed)
    #expect(reader.layout.firstRows == [["a\"b", "2024-01-01", "x"]])
  }
}
