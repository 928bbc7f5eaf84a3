import Diagnostics
import JourneyFormats
import JourneyModel

/// A text with numbered marks at the places where findings are expected.
struct MarkedSource {
  let text: String
  /// Line and column (UTF-8 bytes from 1) of marks 1️⃣, 2️⃣ …
  let places: [(line: Int, column: Int)]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var places: [Int: (Int, Int)] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if let number = Self.marks.firstIndex(of: character) {
        places[number] = (line, column)
        continue
      }
      bytes.append(contentsOf: character.utf8)
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += character.utf8.count
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.places = places.sorted { $0.key < $1.key }.map { ($0.value.0, $0.value.1) }
  }

  private static let marks: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

  /// What is found in the text as a map, each finding as `mark code · message · hint`.
  ///
  /// A finding at no mark is shown with its line and column.
  func findingsAsMap(limits: NotationLimits = NotationLimits()) -> [String] {
    guard let id = JourneyMap.ID(rawValue: "map") else { return [] }
    return described(
      Notation.readMap(Array(text.utf8), id: id, file: "maps/map.yaml", limits: limits).diagnostics)
  }

  func findingsAsSettings() -> [String] {
    described(Notation.readSettings(Array(text.utf8), file: "waymark.yaml").diagnostics)
  }

  func findingsAsSurvey() -> [String] {
    described(Notation.readSurvey(Array(text.utf8), id: "s", file: "surveys/s.yaml").diagnostics)
  }

  func described(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { finding in
      let place = finding.location.map { location in
        places.firstIndex { $0 == (location.line, location.column) }.map { "\($0 + 1)" }
          ?? "\(location.line):\(location.column)"
      }
      let code = finding.code.replacing("notation.", with: "")
      return "\(place ?? "-") \(code) · \(finding.message) · \(finding.hint ?? "")"
    }
  }
}
