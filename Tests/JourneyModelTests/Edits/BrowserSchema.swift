@testable import JourneyModel

/// The schemas of all objects as the browser's model reads them: a TypeScript table made from `ObjectSchema`.
enum BrowserSchema {
  static func text() throws -> String {
    var lines = [
      "/** Made from JourneyModel's ObjectSchema; `UPDATE_GOLDEN=1 swift test --filter BrowserModel` writes it anew. */",
      "import type { KindSchema } from './shape'", "",
      "export const schemas: { readonly [kind: string]: KindSchema } = {",
    ]
    for kind in ObjectReference.Kind.allCases {
      guard let schema = ObjectSchema.of(kind) else { continue }
      lines.append("  \(kind.rawValue): {")
      lines.append("    inMap: \(schema.isInMap),")
      lines.append("    properties: {")
      for property in schema.properties {
        var parts = ["shape: \(shape(property.shape))"]
        if property.isRequired {
          parts.append("required: true")
        } else {
          let initial = try BrowserVectors.line(schema.defaults[property.name] ?? .none)
          parts.append("initial: \(initial.replacing("\"", with: "'"))")
        }
        let name = property.name.rawValue
        lines.append(
          "      \(name.contains(".") ? "'\(name)'" : name): { \(parts.joined(separator: ", ")) },")
      }
      lines += ["    },", "  },"]
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shape(_ shape: PropertyShape) -> String {
    switch shape {
    case .text: "{ of: 'text' }"
    case .number: "{ of: 'number' }"
    case .integer: "{ of: 'integer' }"
    case .flag: "{ of: 'flag' }"
    case .date: "{ of: 'date' }"
    case .order: "{ of: 'order' }"
    case .choice(let names):
      "{ of: 'choice', names: [\(names.map { "'\($0)'" }.joined(separator: ", "))] }"
    case .identifier(let kind): "{ of: 'identifier', kind: '\(kind.rawValue)' }"
    case .list(let element): "{ of: 'list', each: \(Self.shape(element)) }"
    case .record(let name): "{ of: 'record', name: '\(name.prefix { $0 != "(" }.trimmed)' }"
    case .optional(let wrapped): "{ of: 'optional', value: \(Self.shape(wrapped)) }"
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring { last == " " ? dropLast() : self }
}
