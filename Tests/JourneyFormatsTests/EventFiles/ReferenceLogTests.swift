import EventStore
import Foundation
import Testing

@testable import JourneyFormats

/// Real logs, read whole.
struct ReferenceLogTests {
  private struct Reference: Decodable {
    var events: Int
    var cases: Int
    var activityCounts: [String: Int]

    enum CodingKeys: String, CodingKey {
      case events, cases
      case activityCounts = "activity_counts"
    }
  }

  @Test(arguments: [1 << 10, 64 << 10, 2 << 20])
  func `the shop log is read as its reference says`(chunkBytes: Int) throws {
    let reader = try EventFileReader(
      path: Fixtures.path("data/ecom.csv.gz"), options: EventFileOptions(chunkBytes: chunkBytes))
    #expect(reader.layout.isCompressed)
    let roles = reader.layout.roles
    #expect(roles.choices.map(\.role) == [.customer, .time, .activity, .channel, .session])
    #expect(
      roles.choices.map(\.name) == [
        "user_id", "timestamp", "event", "acquisition_channel", "session_id",
      ])
    #expect(reader.attributeNames == ["platform", "user_cohort", "user_lifecycle"])
    let found = try ReadEvents(reader)
    let reference = try JSONDecoder().decode(
      Reference.self,
      from: Data(
        contentsOf: URL(fileURLWithPath: Fixtures.path("reference/log_ecom_users.json"))))
    #expect(found.events.count == 31_106)
    #expect(found.events.count == reference.events)
    #expect(Set(found.customers).count == reference.cases)
    let counts = Dictionary(grouping: found.activities) { $0 }.mapValues(\.count)
    #expect(counts == reference.activityCounts)
    #expect(found.rejects.isEmpty)
    #expect(found.batches.map(\.number) == Array(0..<found.batches.count))
    #expect(found.batches.dropLast().allSatisfy { $0.rowCount >= 16_384 })
    #expect(found.summary.batches == found.batches.count)
  }

  @Test
  func `the hospital log does not take an id that repeats for an event id`() throws {
    let reader = try EventFileReader(path: Fixtures.path("data/patients.csv"))
    #expect(
      reader.layout.roles.summary == [
        "customer: patient (by its name)", "time: time (by its name)",
        "activity: handling (by its name)",
        "attributes: employee, handling_id, registration_type",
      ])
    let found = try ReadEvents(reader)
    #expect(found.events.count == 5442)
    #expect(found.rejects.isEmpty)
    let complete = try ReadEvents(
      Fixtures.path("data/patients.csv"),
      EventFileOptions(filters: [CellFilter(column: "registration_type", value: "complete")]))
    #expect(complete.events.count == 2721)
    #expect(complete.summary.filtered == 2721)
  }
}
