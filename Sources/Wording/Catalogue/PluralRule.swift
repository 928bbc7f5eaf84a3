/// The forms that words take beside numbers, as the Unicode CLDR names them.
public enum PluralForm: Sendable, Hashable, CaseIterable {
  case one, few, many, other
}

/// Which form of a word a language puts beside a number.
public struct PluralRule: Sendable {
  /// The forms that the language has, in the order in which a phrase writes them between `|`.
  public let forms: [PluralForm]
  private let choose: @Sendable (UInt) -> PluralForm

  /// - Parameter choose: the form beside a whole number; a broken number such as 2.3 takes `other`.
  public init(forms: [PluralForm], _ choose: @escaping @Sendable (UInt) -> PluralForm) {
    precondition(forms.contains(.other), "every language has a form for broken numbers")
    self.forms = forms
    self.choose = choose
  }

  /// The form beside a number; nil stands for a broken one.
  public func form(_ number: Int?) -> PluralForm { number.map { choose($0.magnitude) } ?? .other }

  /// That form of `one|other`, or of as many as the language has; the last where there are fewer.
  public func choose(_ number: Int?, of text: some StringProtocol) -> String {
    let written = text.split(separator: "|", omittingEmptySubsequences: false)
    guard let last = written.last else { return "" }
    let place = forms.firstIndex(of: form(number)) ?? forms.endIndex
    return String(written.indices.contains(place) ? written[place] : last)
  }

  /// `one|other`: 1 card, 2 cards, 2.3 cards.
  public static let english = PluralRule(forms: [.one, .other]) { $0 == 1 ? .one : .other }
}
