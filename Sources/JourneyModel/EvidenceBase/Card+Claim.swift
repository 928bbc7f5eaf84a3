extension Card {
  /// What the card claims in numbers: what it says itself, or what a card of its lane says by standing there.
  ///
  /// A card in a touchpoint lane says that customers come to its touchpoint: any reach above none.
  public func claim(inLaneOf role: LaneRole?) -> Claim? {
    if let claim { return claim }
    guard role == .touchpoint, let touchpoint else { return nil }
    return Claim(
      measure: .touchpointReach(touchpoint), relation: .atLeast, value: .leastNonzeroMagnitude)
  }
}
