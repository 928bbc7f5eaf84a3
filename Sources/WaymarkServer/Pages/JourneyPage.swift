import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyDrawing
import JourneyModel
import Wording

/// The frame of every analysis: what can be asked, the form of filters, the picture, its table and its rule.
struct JourneyPage {
  enum Kind: String, CaseIterable { case funnel, flow, paths, time }

  var kind: Kind
  var question: JourneyQuestion
  var snapshot: WorkspaceSnapshot
  var words: Catalogue

  func content(
    picture: [UInt8]?, rule: String, table: Markup?, extraFields: [Markup] = []
  ) -> Markup {
    .several([
      element("div", class: "page-head") {
        element("div") {
          element("h1") { Self.title(of: kind, words) }
          element("p") { Self.lead(of: kind, words) }
        }
      },
      element("nav", class: "subnav", ["aria-label": words(.navJourneys)]) {
        for each in Kind.allCases {
          link(
            "/journeys/\(each.rawValue)\(sharedQuery)",
            ["aria-current": each == kind ? "page" : nil]
          ) { Self.title(of: each, words) }
        }
      },
      form(extraFields),
      problem,
      picture.map { drawn in
        element("div", class: "picture", ["tabindex": "0"]) { Markup.drawing(drawn) }
      } ?? .several([]),
      rule.isEmpty
        ? .several([])
        : element("p", class: "small soft") {
          element("strong") { words(.rule) + ": " }
          rule + " "
          link("/definitions") { words(.allDefinitions) }
        },
      table.map { table in
        element("section") {
          element("h2") { words(.asTable) }
          element("div", class: "scroll", ["tabindex": "0"]) { table }
        }
      } ?? .several([]),
    ])
  }

  private var problem: Markup {
    guard let problem = question.problem else { return .several([]) }
    return element("p", class: "notice", ["role": "alert"]) {
      element("strong") { words(.badFilter) + ": " }
      problem
    }
  }

  /// Filters that mean the same on every analysis go along.
  private var sharedQuery: String {
    let shared = ["map", "channel", "since", "until", "where", "group"].compactMap { name in
      question.typed[name].map { "\(name)=\(Address.encoded($0))" }
    }
    return shared.isEmpty ? "" : "?" + shared.joined(separator: "&")
  }

  private func form(_ extra: [Markup]) -> Markup {
    element(
      "form", class: "filters", ["method": "get", "action": "/journeys/\(kind.rawValue)"]
    ) {
      extra
      if snapshot.workspace.maps.count > 1 {
        choice(
          "map", words(.map), snapshot.workspace.maps.map { ($0.id.rawValue, $0.name) },
          chosen: question.map?.id.rawValue)
      }
      choice(
        "channel", words(.channel),
        [("", words(.anyChannel))]
          + (snapshot.queries?.channelNames ?? []).filter { !$0.isEmpty }.map { ($0, $0) },
        chosen: question.typed["channel"])
      field("since", words(.since), type: "date")
      field("until", words(.until), type: "date")
      if snapshot.log?.attributes.isEmpty == false {
        field("where", words(.attribute), placeholder: words(.attributeHint))
      }
      choice(
        "group", words(.groupBy),
        [("customer", words(.groupCustomer)), ("session", words(.groupSession))],
        chosen: question.typed["group"])
      element("button", class: "primary", ["type": "submit"]) { words(.apply) }
    }
  }

  func field(
    _ name: String, _ title: String, type: String = "text", placeholder: String? = nil,
    grows: Bool = false
  ) -> Markup {
    // A browser refuses a date that is none; what was typed stands in the notice.
    let typed = question.typed[name] ?? ""
    let value = type == "date" && CalendarDate(typed) == nil ? "" : typed
    return element("label", class: grows ? "grow" : nil) {
      title
      element(
        "input",
        [
          "type": type, "name": name, "value": value,
          "placeholder": placeholder,
        ])
    }
  }

  func choice(
    _ name: String, _ title: String, _ options: [(value: String, text: String)], chosen: String?
  ) -> Markup {
    element("label") {
      title
      element("select", ["name": name]) {
        for option in options {
          element(
            "option",
            ["value": option.value, "selected": option.value == (chosen ?? "") ? "" : nil]
          ) { option.text }
        }
      }
    }
  }

  static func title(of kind: Kind, _ words: Catalogue) -> String {
    switch kind {
    case .funnel: words(.funnel)
    case .flow: words(.flow)
    case .paths: words(.paths)
    case .time: words(.time)
    }
  }

  private static func lead(of kind: Kind, _ words: Catalogue) -> String {
    switch kind {
    case .funnel: words(.funnelLead)
    case .flow: words(.flowLead)
    case .paths: words(.pathsLead)
    case .time: words(.timeLead)
    }
  }

  /// A table with numbers to the right.
  static func table(_ header: [String], numeric: Set<Int>, _ rows: [[String]]) -> Markup {
    element("table") {
      element("thead") {
        element("tr") {
          for (index, title) in header.enumerated() {
            element(
              "th", class: numeric.contains(index) ? "number" : nil, ["scope": "col"]
            ) { title }
          }
        }
      }
      element("tbody") {
        for row in rows {
          element("tr") {
            for (index, cell) in row.enumerated() {
              element("td", class: numeric.contains(index) ? "number" : nil) { cell }
            }
          }
        }
      }
    }
  }
}

/// Texts in addresses.
enum Address {
  /// The fields of a query as forms write them: `+` stands for a space; of fields given twice the last one counts.
  static func fields(of query: String) -> [String: String] {
    func decoded(_ text: Substring) -> String {
      let spaced = String(text.replacing("+", with: " "))
      return spaced.removingPercentEncoding ?? spaced
    }
    var fields: [String: String] = [:]
    for part in query.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields[decoded(halves[0])] = halves.count > 1 ? decoded(halves[1]) : ""
    }
    return fields
  }

  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
