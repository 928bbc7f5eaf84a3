/// Why something about accounts or links was not done.
public enum PeopleRefusal: Error, Sendable, Hashable {
  /// There is no such person, session, invitation, link or view, or it is not theirs.
  case unknown
  /// The link was never given out, was used, has expired or was taken back.
  case invalidLink
  /// Another account has this e-mail address.
  case emailTaken
  /// The workspace would be left without an active owner.
  case lastOwner
  /// The workspace has accounts already.
  case alreadySetUp
  /// A name, address, label or number of days is not within its bounds.
  case outOfBounds(what: String)
  /// More of them than anybody needs.
  case tooMany(what: String, limit: Int)
}

/// What calls of `PeopleStore` throw.
public enum PeopleError: Error, Sendable {
  case refused(PeopleRefusal)
  case store(WorkspaceStoreError)
}
