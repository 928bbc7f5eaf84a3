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
      throw .badRequest(Self.message(of: error))
    }
  }

  private static func message(of error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      let names = path.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
      return names.isEmpty ? "the body" : "'\(names.joined(separator: "."))'"
    }
    guard let error = error as? DecodingError else { return "the body is no JSON" }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) is of the wrong kind"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "the body is no JSON" : "\(place(context.codingPath)) cannot be understood"
    @unknown default: return "the body cannot be understood"
    }
  }
}

extension Response {
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    .bytes(bytes, type: "application/json", status: status)
  }
}
