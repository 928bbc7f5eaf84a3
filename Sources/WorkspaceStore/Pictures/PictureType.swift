/// A picture that somebody brings: known by its first bytes alone, never by the name or type that came with it.
public enum PictureType: String, Sendable, CaseIterable {
  case png, jpeg, webp, gif

  public var mediaType: String { "image/\(rawValue)" }

  /// Nil for everything else: SVG is refused because it may hold scripts.
  public init?(of bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(12))
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if head.starts(with: Array("GIF87a".utf8)) || head.starts(with: Array("GIF89a".utf8)) {
      self = .gif
    } else if head.count == 12, head.starts(with: Array("RIFF".utf8)),
      head[8...] == ArraySlice(Array("WEBP".utf8))
    {
      self = .webp
    } else {
      return nil
    }
  }

  /// Whether the bytes look like an SVG, so that the refusal can say why.
  public static func looksLikeSVG(_ bytes: some Collection<UInt8>) -> Bool {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    return head.contains("<svg") || head.hasPrefix("<?xml")
  }
}
