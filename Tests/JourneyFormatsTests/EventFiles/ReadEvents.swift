import EventStore
import Synchronization

@testable import JourneyFormats

/// One event in plain text, as a batch holds it.
struct PlainEvent: Equatable {
  var customer: [UInt8]
  var activity: [UInt8]
  var time: Int64
  var channel: [UInt8]?
  var value: Int64?
  var session: [UInt8]?
  var eventID: [UInt8]?
  var attributes: [[UInt8]]
}

/// Everything that a reader gives for a file.
struct ReadEvents {
  var events: [PlainEvent] = []
  var rejects: [RejectedRow] = []
  var batches: [EventBatch] = []
  var summary: EventFileSummary

  init(_ reader: EventFileReader) throws {
    let batches = Mutex<[EventBatch]>([])
    let rejects = Mutex<[RejectedRow]>([])
    summary = try reader.read(
      deliver: { batch in batches.withLock { $0.append(batch) } },
      reject: { row in rejects.withLock { $0.append(row) } })
    self.rejects = rejects.withLock { $0 }
    self.batches = batches.withLock { $0 }.sorted { $0.number < $1.number }
    for batch in self.batches {
      for row in 0..<batch.rowCount {
        func text(_ column: TextColumn) -> [UInt8] {
          Array(batch.bytes[Int(column.starts[row])..<Int(column.ends[row])])
        }
        events.append(
          PlainEvent(
            customer: text(batch.customers), activity: text(batch.activities),
            time: batch.times[row], channel: batch.channels.map(text), value: batch.values?[row],
            session: batch.sessions.map(text), eventID: batch.eventIDs.map(text),
            attributes: batch.attributes.map(text)))
      }
    }
  }

  init(_ path: String, _ options: EventFileOptions = EventFileOptions()) throws {
    try self.init(EventFileReader(path: path, options: options))
  }

  /// Customers as text.
  var customers: [String] { events.map { String(decoding: $0.customer, as: UTF8.self) } }
  var activities: [String] { events.map { String(decoding: $0.activity, as: UTF8.self) } }
}

extension EventFileReader {
  /// What opening or reading a file throws, as its finding code; nil if nothing.
  static func failure(_ path: String, _ options: EventFileOptions = EventFileOptions()) throws
    -> EventFileError?
  {
    do {
      _ = try EventFileReader(path: path, options: options).read(deliver: { _ in })
      return nil
    } catch let error as EventFileError {
      return error
    }
  }
}
