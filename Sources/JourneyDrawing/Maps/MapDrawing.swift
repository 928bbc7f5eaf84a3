public import Insight
public import JourneyModel
public import Picture

/// The graphic view of a map: stages across, lanes down, cards in the cells, held against what really happened.
///
/// Pure: the same map, reality and options give the same scene. Text is measured before it is placed, so nothing is clipped.
/// In the browser, groups of the role `overlay` can be hidden by their fact `overlay` without drawing again.
public struct MapDrawing: Sendable {
  /// What may be laid over the cards.
  public enum Overlay: String, Sendable, Hashable, CaseIterable {
    case numbers, flows, evidence, emotions
  }

  public struct Options: Sendable, Hashable {
    public var overlays: Set<Overlay>
    /// Only these lanes; nil = all.
    public var lanes: Set<Lane.ID>?
    public var showsHiddenLanes: Bool
    /// The least width of a step's column, in points.
    public var columnWidth: Double
    /// Columns grow until the drawing is this wide, in points.
    public var pageWidth: Double
    /// Narrow columns and margins, for small screens.
    public var isCompact: Bool
    /// Leaves out name, purpose and persona, for pages that show them themselves.
    public var showsHeader: Bool
    public var showsLegend: Bool
    /// Moves with a smaller share than this (0…1) are counted as "others".
    public var flowThreshold: Double

    public init(
      overlays: Set<Overlay> = Set(Overlay.allCases), lanes: Set<Lane.ID>? = nil,
      showsHiddenLanes: Bool = false, columnWidth: Double = 190, pageWidth: Double = 1440,
      isCompact: Bool = false, showsHeader: Bool = true, showsLegend: Bool = true,
      flowThreshold: Double = 0.04
    ) {
      self.overlays = overlays
      self.lanes = lanes
      self.showsHiddenLanes = showsHiddenLanes
      self.columnWidth = columnWidth
      self.pageWidth = pageWidth
      self.isCompact = isCompact
      self.showsHeader = showsHeader
      self.showsLegend = showsLegend
      self.flowThreshold = flowThreshold
    }

    /// For a phone: one column is read at a time.
    public static let compact = Options(columnWidth: 150, pageWidth: 720, isCompact: true)
  }

  public var options: Options
  private let easel: Easel

  public init(
    measurer: any TextMeasuring, options: Options = Options(), figures: Figures = Figures()
  ) {
    self.options = options
    easel = Easel(measurer: measurer, figures: figures)
  }

  /// Draws a map; without `reality` the places of numbers say that there are no events yet.
  ///
  /// - Complexity: O(*c* + *l* · *s*) for *c* cards, *l* lanes and *s* steps, beside measuring the texts.
  public func scene(
    _ map: JourneyMap, in workspace: Workspace, reality: MapReality? = nil
  ) -> Scene {
    let content = MapContent(map, workspace, reality, options)
    var composition = MapComposition(content, easel, options)
    return composition.scene()
  }
}
