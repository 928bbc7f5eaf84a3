import JourneyModel
import Picture

extension Stage {
  /// The colour of its head, by where it lies relative to the purchase.
  var paint: Paint {
    switch phase {
    case .before: Palette.before
    case .during: Palette.during
    case .after: Palette.after
    case nil: Palette.noPhase
    }
  }
}
