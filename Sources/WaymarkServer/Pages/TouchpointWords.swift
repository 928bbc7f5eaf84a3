import JourneyModel
import Wording

/// A touchpoint's traits in words: channel, setting, whose it is, what can be done about it, who answers for it.
struct TouchpointWords {
  var words: Catalogue

  func traits(of touchpoint: Touchpoint, in workspace: Workspace) -> [String] {
    var traits: [String] = []
    if let channel = workspace.channels.first(where: { $0.id == touchpoint.channel }) {
      traits.append(channel.name)
    }
    traits.append(words(touchpoint.setting == .online ? .online : .offline))
    switch touchpoint.ownership {
    case .own: traits.append(words(.ownTouchpoint))
    case .paid: traits.append(words(.paidTouchpoint))
    case .thirdParty: traits.append(words(.thirdPartyTouchpoint))
    }
    switch touchpoint.influence {
    case .yes: traits.append(words(.influenceYes))
    case .indirectly: traits.append(words(.influenceIndirect))
    case .no: traits.append(words(.influenceNo))
    }
    for id in touchpoint.departments {
      let name = workspace.departments.first { $0.id == id }?.name ?? id.rawValue
      traits.append(words(.responsible, ["department": name]))
    }
    return traits
  }
}
