/// Which part of a scene goes to which place of which page.
///
/// Cuts fall on the scene's page breaks only. If a piece between two breaks, with the repeated strip beside it, is
/// larger than a page, everything is drawn smaller until it fits; so nothing is ever cut through.
///
/// - Invariant: every point of the scene lies on some page.
public struct PagePlan: Sendable, Hashable {
  /// A part of the scene and where its corner lands in the page's drawing area, both in scene points.
  public struct Part: Sendable, Hashable {
    public var source: Box
    public var target: Point
  }

  public struct Page: Sendable, Hashable {
    public var parts: [Part]
  }

  /// Points on paper for one point of the scene.
  public var scale: Double
  /// Row by row, each from left to right.
  public var pages: [Page]

  /// Lays a scene out on drawing areas of a size given in points on paper.
  ///
  /// - Precondition: the scene and the area have positive sizes.
  public init(_ scene: Scene, area: Size, scaling: PageScale) {
    let breaks = scene.pageBreaks
    let across = Axis(
      length: scene.size.width, breaks: breaks.columns, repeated: breaks.repeatedWidth)
    let down = Axis(
      length: scene.size.height, breaks: breaks.rows, repeated: breaks.repeatedHeight,
      lead: breaks.repeatedTop)
    let wanted: Double =
      switch scaling {
      case .actual: 1
      case .fitWidth: area.width / scene.size.width
      case .fitPage: min(area.width / scene.size.width, area.height / scene.size.height)
      }
    scale = min(wanted, area.width / across.largestPage, area.height / down.largestPage)
    let columns = across.pages(holding: area.width / scale)
    let rows = down.pages(holding: area.height / scale)
    pages = rows.flatMap { row in
      columns.map { column in
        Page(
          parts: row.flatMap { vertical in
            column.map { horizontal in
              Part(
                source: Box(
                  x: horizontal.start, y: vertical.start,
                  width: horizontal.end - horizontal.start, height: vertical.end - vertical.start),
                target: Point(horizontal.target, vertical.target))
            }
          })
      }
    }
  }

  /// One direction of the plan: a length with places to cut and a strip at its start that each page repeats.
  struct Axis {
    struct Stretch {
      var start: Double
      var end: Double
      var target: Double
    }

    let length: Double
    let repeated: Double
    /// What stands before the strip: only the first page has it.
    let lead: Double
    /// The cuts, with both ends; the first stretch begins behind the repeated strip.
    private let stops: [Double]

    init(length: Double, breaks: [Double], repeated: Double, lead: Double = 0) {
      self.length = length
      let lead = lead > 0 && repeated > 0 && lead + repeated < length ? lead : 0
      let repeated = repeated > 0 && repeated < length ? repeated : 0
      self.repeated = repeated
      self.lead = lead
      let inside = Set(breaks).filter { $0 > lead + repeated && $0 < length }.sorted()
      stops = [lead + repeated] + inside + [length]
    }

    /// The shortest page that needs no cut between the breaks.
    var largestPage: Double {
      repeated
        + zip(stops, stops.dropFirst()).enumerated()
        .reduce(0) { max($0, $1.element.1 - $1.element.0 + ($1.offset == 0 ? lead : 0)) }
    }

    /// The stretches of each page, when a page holds so many points.
    func pages(holding room: Double) -> [[Stretch]] {
      let room = room * (1 + 1e-9)
      var pages: [[Stretch]] = []
      var start = 0
      while start < stops.count - 1 {
        var end = start + 1
        let before = repeated + (pages.isEmpty ? lead : 0)
        while end + 1 < stops.count, before + stops[end + 1] - stops[start] <= room { end += 1 }
        if pages.isEmpty || repeated == 0 {
          // On the first page the strip and what follows are one piece, without a seam.
          let from = pages.isEmpty ? 0 : stops[start]
          pages.append([Stretch(start: from, end: stops[end], target: 0)])
        } else {
          pages.append([
            Stretch(start: lead, end: lead + repeated, target: 0),
            Stretch(start: stops[start], end: stops[end], target: repeated),
          ])
        }
        start = end
      }
      return pages
    }
  }
}
