import EventStore

/// A journey as a scan shows it, in names instead of codes.
struct PlainJourney: Hashable {
  var number: Int
  var customer: String
  var events: [Event]

  struct Event: Hashable {
    var time: Int64
    var activity: String
    var channel: String
    var value: Int64?
    /// Sessions have no names, so the first event with the same code stands for it.
    var session: Int?
    var attributes: [String]
  }
}

extension JourneySource {
  /// Everything a scan of all columns gives, in order of customers.
  func plainJourneys() throws -> [PlainJourney] {
    let names = attributes.map { $0.name }.sorted()
    let columns = ScanColumns(channels: true, values: true, sessions: true, attributes: names)
    let values = names.map { attributeValues($0) ?? [] }
    let (activities, channels) = (activityNames, channelNames)
    let partials = try scan(columns, into: { [PlainJourney]() }) { found, chunk in
      for customer in 0..<chunk.customerCount {
        let number = chunk.firstCustomer + customer
        var journey = PlainJourney(number: number, customer: customerID(number), events: [])
        var sessions: [UInt32: Int] = [:]
        for row in Int(chunk.offsets[customer])..<Int(chunk.offsets[customer + 1]) {
          let place = row - Int(chunk.offsets[customer])
          var session: Int?
          if chunk.sessions[row] != 0 {
            session = sessions[chunk.sessions[row], default: place]
            sessions[chunk.sessions[row]] = session
          }
          journey.events.append(
            .init(
              time: chunk.times[row], activity: activities[Int(chunk.activities[row])],
              channel: channels[Int(chunk.channels[row])],
              value: chunk.values[row] == Int64.min ? nil : chunk.values[row], session: session,
              attributes: names.indices.map { values[$0][Int(chunk.attributes[$0][row])] }))
        }
        found.append(journey)
      }
    }
    return partials.joined().sorted { $0.number < $1.number }
  }
}
