import Foundation

/// What a new password must be: long enough and not one that everybody tries first. Nothing is asked of its letters.
public enum PasswordRules {
  public static let leastCharacters = 10
  /// Beyond this a "password" is only a way to keep the server busy.
  public static let mostBytes = 1_000

  public enum Problem: Error, Sendable, Hashable {
    case tooShort, tooLong, common
    /// It is the name or the e-mail address of the account.
    case own
  }

  /// What is wrong with a password; nil if nothing is.
  ///
  /// - Parameter names: what an attacker knows of the account: its e-mail address and name.
  public static func problem(with password: String, names: [String] = []) -> Problem? {
    if password.count < leastCharacters { return .tooShort }
    if password.utf8.count > mostBytes { return .tooLong }
    let plain = plain(password)
    if Set(plain).count < 4 || common.contains(plain) || isRun(plain) { return .common }
    for name in names {
      let parts = [name] + name.split(separator: "@").prefix(1).map(String.init)
      if parts.contains(where: { plain == Self.plain($0) }) { return .own }
    }
    // A common word with only digits and signs after it is tried among the first.
    let stem = plain.reversed().drop { !$0.isLetter }.reversed()
    if commonStems.contains(String(stem)) { return .common }
    return nil
  }

  private static func plain(_ text: String) -> String { text.lowercased().filter { $0 != " " } }

  /// Whether every character follows the one before it, as in `abcdefghij` or `9876543210`.
  private static func isRun(_ text: String) -> Bool {
    let codes = text.unicodeScalars.map { Int($0.value) }
    let steps = zip(codes.dropFirst(), codes).map { $0 - $1 }
    return [1, -1].contains { step in steps.count { $0 == step } >= steps.count - 1 }
  }

  private static let common: Set<String> = [
    "1q2w3e4r5t", "1qaz2wsx3edc", "qwertyuiop", "asdfghjkl;", "zxcvbnm,./", "qazwsxedcrfv",
    "1234512345", "1029384756", "0123456789", "q1w2e3r4t5", "iloveyou12", "passwordpassword",
    "correcthorsebatterystaple", "qwertyqwerty", "adminadmin", "changemenow", "letmeinplease",
    "trustno1trustno1", "1234567890qwerty", "qwerty1234567890",
  ]

  private static let commonStems: Set<String> = [
    "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "motdepasse", "contrasena",
    "qwerty", "qwertz", "azerty", "letmein", "welcome", "willkommen", "admin", "administrator",
    "changeme", "iloveyou", "monkey", "dragon", "football", "baseball", "sunshine", "princess",
    "superman", "batman", "master", "login", "secret", "hello", "summer", "winter", "spring",
    "autumn", "monday", "waymark", "customer", "journey", "marketing",
  ]
}
