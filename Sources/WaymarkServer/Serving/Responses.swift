import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
    bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
  }

  static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Self.bytes(bytes, type: "text/html; charset=utf-8", status: status)
  }

  static func bytes(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, fileName: String? = nil,
    cache: String = "no-store"
  ) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = type
    headers[.cacheControl] = cache
    if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
