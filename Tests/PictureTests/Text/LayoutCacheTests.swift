import Testing

@testable import Picture

struct LayoutCacheTests {
  private func key(_ number: Int) -> LayoutCache.Key {
    LayoutCache.Key(text: "\(number)", style: TextStyle(size: 10), width: nil, maximumLines: nil)
  }

  @Test func `it finds what it was given and tells widths, lines and styles apart`() {
    var cache = LayoutCache(capacity: 10)
    let layout = TextLayout(lines: [], size: Size(1, 2))
    cache.insert(layout, for: key(1))
    #expect(cache.find(key(1)) == layout)
    var other = key(1)
    other.width = 5
    #expect(cache.find(other) == nil)
    other = key(1)
    other.style.isItalic = true
    #expect(cache.find(other) == nil)
  }

  @Test func `it never holds more than its capacity and keeps what is in use`() {
    var cache = LayoutCache(capacity: 20)
    let layout = TextLayout(lines: [], size: Size(0, 0))
    cache.insert(layout, for: key(-1))
    for number in 0..<1_000 {
      cache.insert(layout, for: key(number))
      #expect(cache.find(key(-1)) == layout)
      #expect(cache.count <= 20)
    }
    #expect(cache.find(key(3)) == nil)
    #expect(cache.find(key(999)) != nil)
  }
}
