import Foundation
import WorkspaceStore

/// Accounts as they go over the wire.
enum AccountWire {
  /// Oneself, with what only oneself sees.
  struct Me: Encodable {
    var id: String
    var name: String
    var email: String
    var role: Role
    var settings: JSONValue

    init(_ person: Person) {
      id = person.id
      name = person.name
      email = person.email
      role = person.role
      settings = StoredSettings.value(of: person.settings)
    }

    static let schema = Schema.named(
      "Me",
      .object([
        .required("id", .text), .required("name", .text), .required("email", .text),
        .required("role", RoleSchema.role),
        .required("settings", .dictionary(.any), "what the browser keeps: theme, tour seen …"),
      ]))
  }

  struct Answer: Encodable {
    var person: Me
    static let schema = Schema.object([.required("person", Me.schema)])
  }

  struct Session: Encodable {
    struct Place: Encodable { var name: String }
    var person: Me?
    var workspace: Place
    var needsSetup: Bool

    // Null is said, not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(person, forKey: .person)
      try container.encode(workspace, forKey: .workspace)
      try container.encode(needsSetup, forKey: .needsSetup)
    }
    private enum CodingKeys: String, CodingKey { case person, workspace, needsSetup }

    static let schema = Schema.named(
      "Session",
      .object([
        .required("person", .nullable(Me.schema), "null for somebody who is not signed in"),
        .required(
          "workspace",
          .object([.required("name", .text, "empty for somebody who is not signed in")])),
        .required("needsSetup", .flag, "nobody has an account yet"),
      ]))
  }

  struct Device: Encodable {
    var id: String
    var device: String
    var createdAt: Int64
    var lastSeenAt: Int64
    var isCurrent: Bool

    static let schema = Schema.named(
      "Device",
      .object([
        .required("id", .text), .required("device", .text, "what the browser calls itself"),
        .required("createdAt", .instant), .required("lastSeenAt", .instant),
        .required("isCurrent", .flag),
      ]))
  }

  struct Colleague: Encodable {
    var id: String
    var name: String
    /// Only for owners, and oneself.
    var email: String?
    var role: Role
    var isActive: Bool

    init(_ person: Person, for asking: SignedInPerson) {
      id = person.id
      name = person.name
      email = asking.role == .owner || asking.id == person.id ? person.email : nil
      role = person.role
      isActive = person.isActive
    }

    static let schema = Schema.named(
      "Person",
      .object([
        .required("id", .text), .required("name", .text),
        .optional("email", .text, "only for owners, and of oneself"),
        .required("role", RoleSchema.role), .required("isActive", .flag),
      ]))
  }
}

/// JSON that is kept for the browser as text.
enum StoredSettings {
  static func value(of text: String) -> JSONValue {
    do { return try JSONBytes.read(text.utf8, as: JSONValue.self) } catch { return .object([:]) }
  }

  /// - Throws: 400 if it is no object, or nested deeper than settings are.
  static func text(of value: JSONValue) throws(APIFailure) -> String {
    guard case .object = value, value.depth <= 8 else {
      throw .badRequest("'settings' takes an object")
    }
    return String(decoding: JSONBytes.of(value), as: UTF8.self)
  }
}

enum RoleSchema {
  static let role = Schema.named("Role", .choice(Role.allCases.map(\.rawValue)))
}

extension Schema {
  /// What a new account says of itself, beside a link's token.
  static let newAccount = Schema.object([
    .required("token", .text, "what stands behind the # of the link"),
    .required("name", .text(atMost: 100)), .required("email", .text(atMost: 254)),
    .required("password", .text(atMost: 1_000)),
  ])
}
