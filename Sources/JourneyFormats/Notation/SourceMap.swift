public import Diagnostics
public import JourneyModel

/// Where in the text each object of a workspace and each of its properties stands.
public struct SourceMap: Sendable, Hashable {
  private struct Place: Sendable, Hashable {
    var location: TextLocation
    var properties: [String: TextLocation] = [:]
  }

  /// Properties of the model whose key in the notation is another word.
  private static let keys = ["isHidden": "hidden", "reviewRhythmInDays": "reviewRhythm"]

  private var places: [ObjectReference: Place] = [:]

  public init() {}

  /// Keeps the first place of an object: a second one with the same id is a finding of its own.
  mutating func record(
    _ object: ObjectReference, at location: TextLocation,
    properties: [(name: String, location: TextLocation)] = []
  ) {
    guard places[object] == nil else { return }
    var place = Place(location: location)
    for property in properties { place.properties[property.name] = property.location }
    places[object] = place
  }

  /// The place of a property, else of its object, else of the map that owns it; nil if none is known.
  public func location(of object: ObjectReference, property: String? = nil) -> TextLocation? {
    if let place = places[object] {
      guard let property else { return place.location }
      let key = Self.keys[property] ?? property
      // A part of a property, such as `purpose.why`, stands where the property does.
      let whole = key.split(separator: ".").first.map(String.init) ?? key
      return place.properties[key] ?? place.properties[whole] ?? place.location
    }
    guard let map = object.map, object.kind != .map else { return nil }
    return places[ObjectReference(.map, map)]?.location
  }

  public var objects: some Sequence<ObjectReference> { places.keys }

  /// Adds the places of another file.
  public mutating func merge(_ other: SourceMap) {
    places.merge(other.places) { mine, _ in mine }
  }
}

extension Diagnostic {
  /// A finding of the model's rules at its place in the text.
  ///
  /// - Parameter file: what to name where the place is not known.
  public init(_ finding: Finding, in sources: SourceMap, file: String? = nil) {
    self.init(
      finding,
      at: sources.location(of: finding.subject, property: finding.property)
        ?? file.map { TextLocation(file: $0) })
  }
}
