/// A line between the layers of a service blueprint. Lines follow from the roles of lanes, so they cannot drift.
public struct BlueprintLine: Hashable, Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Between the customer and our front stage.
    case interaction
    /// Below what the customer sees.
    case visibility
    /// Between the back stage and what supports it.
    case internalInteraction = "internal-interaction"

    var below: BlueprintSide {
      switch self {
      case .interaction: .frontStage
      case .visibility: .backStage
      case .internalInteraction: .support
      }
    }
  }
  public var kind: Kind
  /// The lane right below the line.
  public var above: Lane.ID
  /// How many of the lanes given lie above the line.
  public var position: Int
}

extension JourneyMap {
  /// The blueprint lines among the lanes that are shown, from top to bottom.
  ///
  /// A line lies right above the first lane of its lower layer. It is left out where there is nothing above it
  /// to divide from, or where a lane of a higher layer lies below it: then the lanes are out of order.
  public var blueprintLines: [BlueprintLine] {
    Self.blueprintLines(among: lanes.filter { !$0.isHidden })
  }

  public static func blueprintLines(among lanes: [Lane]) -> [BlueprintLine] {
    BlueprintLine.Kind.allCases.compactMap { kind in
      guard let position = lanes.firstIndex(where: { $0.role.blueprintSide == kind.below }),
        lanes[..<position].contains(where: { ($0.role.blueprintSide ?? kind.below) < kind.below }),
        !lanes[position...].contains(where: { lane in
          guard let side = lane.role.blueprintSide else { return false }
          // Customer lanes may follow below (barriers under a blueprint), layers of the business may not.
          return side < kind.below && side != .customer
        })
      else { return nil }
      return BlueprintLine(kind: kind, above: lanes[position].id, position: position)
    }
  }

  /// The first lane that lies below a deeper layer than its own; nil if the layers are in order.
  public var firstLaneOutOfBlueprintOrder: Lane? {
    var deepest = BlueprintSide.customer
    for lane in lanes {
      guard let side = lane.role.blueprintSide, side != .customer else { continue }
      if side < deepest { return lane }
      deepest = side
    }
    return nil
  }
}
