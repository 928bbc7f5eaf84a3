/// What can go wrong between a scene and a finished file.
public enum PictureError: Error, Sendable, Hashable {
  /// The bitmap would have more pixels than allowed, or a side longer than a bitmap can have.
  case tooLarge(width: Int, height: Int, pixelLimit: Int)
  /// The scene's width or height is not a positive number.
  case hasNoSize(Size)
  /// The factor from points to pixels lies outside 1…4.
  case scaleOutOfRange(Double)
  /// The page is so small that margins and footer leave no room for the picture.
  case pageTooSmall(Size)
  /// The page is longer than the 14,400 points (200 inches) that readers of PDF accept.
  case pageTooLarge(Size)
  /// The drawing library gave up; the words are its own.
  case drawingFailed(String)
}

extension PictureError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let width, let height, let limit):
      "the picture would be \(width) × \(height) pixels, more than the \(limit) allowed;"
        + " choose a smaller scale, or SVG or PDF, which have no limit"
    case .hasNoSize(let size):
      "a picture of \(size.width) × \(size.height) points cannot be drawn"
    case .scaleOutOfRange(let scale):
      "a scale of \(scale) is outside 1 to 4"
    case .pageTooSmall(let size):
      "a page of \(size.width) × \(size.height) points has no room between its margins"
    case .pageTooLarge(let size):
      "a page of \(size.width) × \(size.height) points is longer than the 14400 a PDF may have"
    case .drawingFailed(let words):
      "the picture could not be drawn: \(words)"
    }
  }
}
