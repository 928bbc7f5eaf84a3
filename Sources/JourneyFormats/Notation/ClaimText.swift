import JourneyModel

/// Claims as sentences: `loss of payment at least 30 %`, `median time in payment at most 2 days`.
///
/// Stages are the usual subject; a touchpoint is named as one (`reach of touchpoint forum at least 5 %`), and a score by
/// survey and question (`score of after-purchase / ease at least 5.5`). Shares are written as percent, times with a unit.
enum ClaimText {
  static func write(_ claim: Claim) -> String {
    let relation = claim.relation == .atLeast ? "at least" : "at most"
    return "\(subject(claim.measure)) \(relation) \(value(claim))"
  }

  private static func subject(_ measure: Claim.Measure) -> String {
    switch measure {
    case .stageReach(let stage): "reach of \(stage)"
    case .stageLoss(let stage): "loss of \(stage)"
    case .stageMedianTime(let stage): "median time in \(stage)"
    case .touchpointReach(let touchpoint): "reach of touchpoint \(touchpoint)"
    case .touchpointMedianTime(let touchpoint): "median time at touchpoint \(touchpoint)"
    case .score(let survey, let question): "score of \(word(survey)) / \(word(question))"
    }
  }

  private static func value(_ claim: Claim) -> String {
    switch claim.measure {
    case .stageReach, .stageLoss, .touchpointReach:
      NumberText.writePercent(claim.value) ?? NumberText.write(claim.value)
    case .stageMedianTime, .touchpointMedianTime: SpanText.writeSeconds(claim.value)
    case .score: NumberText.write(claim.value)
    }
  }

  /// A name in quotes unless it is made of letters, digits and `-`.
  private static func word(_ name: String) -> String {
    if Identifier<Card>.isWellFormed(name) { return name }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Reads what `write` writes, and `>=`, `<=`, `≥`, `≤` for the relation; nil if it is no such sentence.
  static func read(_ text: String) -> Claim? {
    guard let words = words(of: text) else { return nil }
    let relations: [(words: [String], relation: Claim.Relation)] = [
      (["at", "least"], .atLeast), (["at", "most"], .atMost), ([">="], .atLeast), (["≥"], .atLeast),
      (["<="], .atMost), (["≤"], .atMost),
    ]
    for index in words.indices.dropFirst(2) {
      for candidate in relations
      where words[index...].prefix(candidate.words.count).elementsEqual(candidate.words) {
        let rest = words[(index + candidate.words.count)...].joined(separator: " ")
        guard let measure = measure(Array(words[..<index])),
          let value = value(rest, of: measure)
        else { continue }
        return Claim(measure: measure, relation: candidate.relation, value: value)
      }
    }
    return nil
  }

  private static func measure(_ words: [String]) -> Claim.Measure? {
    var words = words
    if words.first == "median" { words.removeFirst() }
    guard words.count >= 3, let name = words.last else { return nil }
    let stage = Stage.ID(rawValue: name)
    let touchpoint = Touchpoint.ID(rawValue: name)
    let head = words.dropLast().joined(separator: " ")
    switch head {
    case "reach of", "reach of stage": return stage.map { .stageReach($0) }
    case "loss of", "loss of stage", "loss at", "loss at stage":
      return stage.map { .stageLoss($0) }
    case "time in", "time in stage", "time at stage": return stage.map { .stageMedianTime($0) }
    case "reach of touchpoint": return touchpoint.map { .touchpointReach($0) }
    case "time at touchpoint", "time in touchpoint":
      return touchpoint.map { .touchpointMedianTime($0) }
    default:
      guard words.count == 5, words[0] == "score", words[1] == "of", words[3] == "/" else {
        return nil
      }
      return .score(survey: words[2], question: words[4])
    }
  }

  private static func value(_ text: String, of measure: Claim.Measure) -> Double? {
    switch measure {
    case .stageReach, .stageLoss, .touchpointReach, .score:
      NumberText.readPercent(text) ?? NumberText.read(text)
    case .stageMedianTime, .touchpointMedianTime: SpanText.readSeconds(text)
    }
  }

  /// Words between spaces; text within double quotes is one word. Nil if a quote does not end.
  private static func words(of text: String) -> [String]? {
    var result: [String] = []
    var word = ""
    var isOpen = false
    var isQuoted = false
    var isEscaped = false
    for character in text.unicodeScalars {
      if isQuoted {
        if isEscaped {
          word.unicodeScalars.append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isQuoted = false
        } else {
          word.unicodeScalars.append(character)
        }
      } else if character == "\"" {
        isQuoted = true
        isOpen = true
      } else if character == " " || character == "\u{A0}" || character == "\n" || character == "\t"
      {
        if isOpen { result.append(word) }
        word = ""
        isOpen = false
      } else {
        word.unicodeScalars.append(character)
        isOpen = true
      }
    }
    if isOpen { result.append(word) }
    return isQuoted ? nil : result
  }
}
