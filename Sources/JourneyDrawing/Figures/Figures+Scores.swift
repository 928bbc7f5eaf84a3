public import Insight
import Wording

/// A score as it is printed: the number, its unit, and its interval.
public struct PrintedScore: Sendable, Hashable {
  /// `+25`, `82 %`, `5.5`.
  public var value: String
  /// `NPS`, `CSAT`, `of 7`.
  public var unit: String
  /// `+14…+35`; of the share, named, where the value is a mean on a scale of ten.
  public var interval: String
  /// Where value, low and high lie between the ends of the scale, 0…1.
  public var position: Double
  public var low: Double
  public var high: Double
}

extension Figures {
  /// A score of any kind; on scales of ten points the mean comes first and the top-3 share second.
  public func score(_ reading: ScoreReading) -> PrintedScore {
    let span = max(reading.scaleMaximum - reading.scaleMinimum, .leastNormalMagnitude)
    func place(_ value: Double) -> Double {
      min(max((value - reading.scaleMinimum) / span, 0), 1)
    }
    switch reading.kind {
    case .nps:
      return PrintedScore(
        value: signed(reading.value, digits: 0), unit: "NPS",
        interval: signed(reading.low, digits: 0) + "…" + signed(reading.high, digits: 0),
        position: (reading.value + 100) / 200, low: (reading.low + 100) / 200,
        high: (reading.high + 100) / 200)
    case .csat:
      if reading.scaleMaximum >= 10, let mean = reading.mean {
        return PrintedScore(
          value: number(mean, digits: 1), unit: scale(reading),
          interval: strings(
            .topShare,
            [
              "share": share(reading.value),
              "interval": shareInterval(reading.low, reading.high),
            ]),
          position: place(mean), low: place(mean), high: place(mean))
      }
      return PrintedScore(
        value: share(reading.value), unit: "CSAT",
        interval: shareInterval(reading.low, reading.high), position: reading.value,
        low: reading.low, high: reading.high)
    case .ces, .rating:
      return PrintedScore(
        value: number(reading.value, digits: 1), unit: scale(reading),
        interval: number(reading.low, digits: 1) + "–" + number(reading.high, digits: 1),
        position: place(reading.value), low: place(reading.low), high: place(reading.high))
    }
  }

  private func scale(_ reading: ScoreReading) -> String {
    strings(.ofScale, ["maximum": number(reading.scaleMaximum, digits: 0)])
  }

  /// `n 412`.
  public func base(_ n: Int) -> String { "n" + locale.unitSpace + count(n) }
}
