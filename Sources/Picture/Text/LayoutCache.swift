/// Remembers what was measured, up to a bounded number of texts.
///
/// Two generations: when the young one is full it becomes the old one, and what was not asked for in the meantime goes.
/// So a lookup never sorts or scans, and a text in use is never dropped.
struct LayoutCache {
  struct Key: Hashable {
    var text: String
    var style: TextStyle
    var width: Double?
    var maximumLines: Int?
  }

  private let generationSize: Int
  private var young: [Key: TextLayout] = [:]
  private var old: [Key: TextLayout] = [:]

  /// - Parameter capacity: the most texts remembered, at least 2.
  init(capacity: Int) {
    generationSize = max(capacity / 2, 1)
  }

  var count: Int { young.count + old.count }

  mutating func find(_ key: Key) -> TextLayout? {
    if let layout = young[key] { return layout }
    guard let layout = old.removeValue(forKey: key) else { return nil }
    insert(layout, for: key)
    return layout
  }

  mutating func insert(_ layout: TextLayout, for key: Key) {
    if young.count >= generationSize, young[key] == nil {
      old = young
      young = Dictionary(minimumCapacity: generationSize)
    }
    young[key] = layout
  }
}
