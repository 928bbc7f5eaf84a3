import CPango

/// Collects what Cairo writes; lives at least as long as the surface that writes to it.
final class ByteSink {
  var bytes: [UInt8] = []

  /// The callback Cairo calls with each piece.
  static let write: cairo_write_func_t = { closure, piece, count in
    guard let closure, let piece else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes.append(
      contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// Turns a status of Cairo into an error.
func check(_ status: cairo_status_t) throws(PictureError) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .drawingFailed(cairo_status_to_string(status).map { String(cString: $0) } ?? "")
}

extension Scene {
  /// - Throws: `hasNoSize` unless both sides are positive numbers.
  func checkSize() throws(PictureError) {
    guard size.width.isFinite, size.height.isFinite, size.width > 0, size.height > 0 else {
      throw .hasNoSize(size)
    }
  }
}
