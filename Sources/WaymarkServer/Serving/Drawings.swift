import Insight
import JourneyDrawing
import JourneyModel
import Picture

/// One measurer for all drawings of the server, so that a text is measured once.
struct Drawings: Sendable {
  private let measurer: PangoTextMeasurer

  init(measurer: PangoTextMeasurer = PangoTextMeasurer()) { self.measurer = measurer }

  func map(_ options: MapDrawing.Options = MapDrawing.Options()) -> MapDrawing {
    MapDrawing(measurer: measurer, options: options)
  }
  var funnel: FunnelDrawing { FunnelDrawing(measurer: measurer, width: 1_120) }
  var flow: FlowDrawing { FlowDrawing(measurer: measurer) }
  var paths: PathsDrawing { PathsDrawing(measurer: measurer, width: 1_120) }
  var time: TimeDrawing { TimeDrawing(measurer: measurer, width: 1_120) }

  /// For a page: colours follow the page, light or dark.
  func svg(_ scene: Scene, prefix: String = "") -> [UInt8] {
    SVGWriter(SVGOptions(colours: .adaptive, isStandalone: false, idPrefix: prefix)).write(scene)
  }
}
