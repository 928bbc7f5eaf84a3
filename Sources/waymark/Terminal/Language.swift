import ArgumentParser
import Wording

extension Catalogue {
  /// The language of the command line: chosen here and nowhere else.
  static var current: Catalogue { .english }
}

/// What the command line says, with its places filled in.
func words(
  _ phrase: CommandPhrase, _ values: [String: any CustomStringConvertible] = [:]
) -> String {
  Catalogue.current.commands(phrase, values.mapValues(\.description))
}

/// The help of an argument or option.
func help(_ phrase: CommandPhrase) -> ArgumentHelp { ArgumentHelp(words(phrase)) }
