import Feedback
import JourneyFormats
import JourneyModel

/// The things that a file names and that other files of a workspace would define.
///
/// A file that stands alone is checked as if they were there.
struct UnresolvedReferences {
  private(set) var names: [String] = []

  /// Adds an empty thing for every reference that nothing in the contents answers.
  mutating func complete(_ contents: inout WorkspaceContents) {
    var workspace = contents.workspace
    let maps = workspace.maps
    add(maps.compactMap(\.product), to: &workspace.products, "product") {
      Product(id: $0, name: $1)
    }
    add(
      maps.compactMap(\.audience) + workspace.personas.compactMap(\.audience),
      to: &workspace.audiences, "audience"
    ) { Audience(id: $0, name: $1) }
    let emotions =
      maps.flatMap(\.cards).compactMap(\.emotion)
      + maps.flatMap(\.stories).flatMap(\.moments).compactMap(\.emotion)
    add(
      maps.flatMap(\.personas) + emotions.compactMap(\.persona), to: &workspace.personas, "persona"
    ) { Persona(id: $0, name: $1) }
    add(
      touchpoints(of: contents), to: &workspace.touchpoints, "touchpoint"
    ) { Touchpoint(id: $0, name: $1) }
    add(workspace.touchpoints.compactMap(\.channel), to: &workspace.channels, "channel") {
      Channel(id: $0, name: $1)
    }
    add(workspace.touchpoints.flatMap(\.departments), to: &workspace.departments, "department") {
      Department(id: $0, name: $1)
    }
    add(maps.compactMap(\.parent?.map), to: &workspace.maps, "map") { id, name in
      let steps = maps.compactMap(\.parent).filter { $0.map == id }.map(\.step)
      let stages = Set(steps).sorted().enumerated().compactMap { index, step in
        Stage.ID(rawValue: step.rawValue).map {
          Stage(id: $0, order: OrderKey(rawValue: "\(index + 1)"), name: step.rawValue)
        }
      }
      return JourneyMap(id: id, name: name, stages: stages)
    }
    contents.workspace = workspace
    addSurveys(to: &contents)
  }

  private func touchpoints(of contents: WorkspaceContents) -> [Touchpoint.ID] {
    let maps = contents.workspace.maps
    var result = maps.flatMap(\.cards).compactMap(\.touchpoint)
    result += maps.flatMap(\.stories).flatMap(\.moments).compactMap(\.touchpoint)
    result += contents.workspace.bindings.map(\.touchpoint)
    for claim in maps.flatMap(\.cards).compactMap(\.claim) {
      switch claim.measure {
      case .touchpointReach(let id), .touchpointMedianTime(let id): result.append(id)
      case .stageReach, .stageLoss, .stageMedianTime, .score: break
      }
    }
    result += contents.surveys.compactMap { document in
      document.survey.binding.touchpointID.flatMap { Touchpoint.ID(rawValue: $0) }
    }
    return result
  }

  private mutating func addSurveys(to contents: inout WorkspaceContents) {
    for claim in contents.workspace.maps.flatMap(\.cards).compactMap(\.claim) {
      guard case .score(let survey, let question) = claim.measure else { continue }
      let asked = Question(id: question, kind: .rating, text: question)
      if let index = contents.surveys.firstIndex(where: { $0.id == survey }) {
        if names.contains("survey '\(survey)'"),
          contents.surveys[index].survey.question(question) == nil
        {
          contents.surveys[index].survey.questions.append(asked)
        }
      } else {
        names.append("survey '\(survey)'")
        contents.surveys.append(
          SurveyDocument(Survey(id: survey, name: survey, binding: .journey, questions: [asked])))
      }
    }
  }

  private mutating func add<Thing: Identifiable, Subject>(
    _ references: [Identifier<Subject>], to things: inout [Thing], _ what: String,
    _ make: (Identifier<Subject>, String) -> Thing
  ) where Thing.ID == Identifier<Subject> {
    var known = Set(things.map(\.id))
    for reference in references where known.insert(reference).inserted {
      things.append(make(reference, reference.rawValue))
      names.append("\(what) '\(reference)'")
    }
  }
}
