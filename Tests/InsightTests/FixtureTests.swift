import EventStore
import Foundation
import Insight
import JourneyModel
import Testing
import WorkspaceStore

/// Workspaces that earlier versions wrote; every later version must open them and give the same numbers.
@Suite struct FixtureTests {
  @Test func `a workspace of version 0.1 opens and says what it said then`() throws {
    let folder = ShopWorld.root.appending(path: "Tests/Fixtures/W1").path
    #expect(try EventLog.verify(directory: folder).isEmpty)
    let snapshot = try WorkspaceSnapshot(
      of: try FolderDocuments(opening: folder), directory: folder,
      today: CalendarDate(year: 2026, month: 11, day: 22))
    #expect(snapshot.log?.eventCount == 31_106)
    #expect(snapshot.log?.imports.map(\.source) == ["ecom.csv"])
    #expect(snapshot.surveys.reduce(0) { $0 + $1.answers.count } == 967)
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    #expect(reality.stages.map(\.customers) == [590, 600, 522, 482, 432])
    #expect(reality.stages.map(\.lostCustomers) == [1, 36, 52, 197, nil])
  }
}
