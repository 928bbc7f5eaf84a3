import Diagnostics
import Foundation
import HTTPTypes
import Hummingbird

/// The one way in which values become JSON and JSON becomes values.
enum JSONBytes {
  /// Keys are sorted, so that the same value always gives the same bytes.
  static func of(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(value)) } catch {
      preconditionFailure("every answer can be written as JSON: \(error)")
    }
  }

  /// - Throws: `APIFailure` 400 that names the place.
  static func read<Value: Decodable>(
    _ bytes: some Sequence<UInt8>, as type: Value.Type
  ) throws(APIFailure) -> Value {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: any Error) -> APIFailure {
    guard let error = error as? DecodingError else { return .badRequest("no-json") }
    switch error {
    case .keyNotFound(let key, let context):
      return .badRequest("missing", ["place": place(context.codingPath + [key])])
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return .badRequest("wrong-kind", ["place": place(context.codingPath)])
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? .badRequest("no-json")
        : .badRequest("not-understood", ["place": place(context.codingPath)])
    @unknown default: return .badRequest("not-understood", ["place": place([])])
    }
  }

  /// `'batches.[0].edits'`, or the body itself.
  private static func place(_ path: [any CodingKey]) -> Saying {
    let names = path.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
    return names.isEmpty ? .word("the-body") : .text("'\(names.joined(separator: "."))'")
  }
}

extension Response {
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    .bytes(bytes, type: "application/json", status: status)
  }
}
