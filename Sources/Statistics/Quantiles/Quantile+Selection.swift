#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Quantile {
  /// The quantile of values in any order; reorders them.
  ///
  /// - Complexity: O(*n*) on average, O(*n* log *n*) at worst.
  public static func selecting(in values: inout [Double], _ share: Double) -> Double? {
    guard let place = Place(share: share, count: values.count) else { return nil }
    let (low, high) = neighbours(of: place, in: &values, from: 0)
    return place.between(low, high)
  }

  /// The quantile of whole numbers in any order; reorders them.
  ///
  /// - Complexity: O(*n*) on average, O(*n* log *n*) at worst.
  public static func selecting(in values: inout [Int64], _ share: Double) -> Double? {
    guard let place = Place(share: share, count: values.count) else { return nil }
    let (low, high) = neighbours(of: place, in: &values, from: 0)
    return place.between(low, high)
  }

  /// Several quantiles of whole numbers in any order, for **ascending** shares; reorders the values.
  ///
  /// Each selection goes on from where the last one ended, so median and p90 cost little more than the median.
  /// Empty for an empty sample.
  public static func selecting(in values: inout [Int64], ascending shares: [Double]) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(shares.count)
    var settled = 0
    var previous = 0.0
    for share in shares {
      precondition(share >= previous, "the shares of several quantiles ascend")
      previous = share
      guard let place = Place(share: share, count: values.count) else { return [] }
      let (low, high) = neighbours(of: place, in: &values, from: settled)
      settled = place.lower
      result.append(place.between(low, high))
    }
    return result
  }

  /// The two values around a place; everything before `start` is already no larger than what follows.
  private static func neighbours<Value: Comparable>(
    of place: Place, in values: inout [Value], from start: Int
  ) -> (Value, Value) {
    select(place.lower, in: &values, from: start, to: values.count - 1)
    let low = values[place.lower]
    guard place.part != 0, place.upper > place.lower else { return (low, low) }
    var high = values[place.upper]
    for index in place.upper..<values.count where values[index] < high { high = values[index] }
    return (low, high)
  }

  /// Moves the value of rank `rank` to its place, smaller ones before it and larger ones behind it.
  ///
  /// Floyd and Rivest, *Algorithm 489*, 1975: the pivots come from a small sample around the rank. When the input
  /// defeats that, what is left is sorted.
  static func select<Value: Comparable>(
    _ rank: Int, in values: inout [Value], from first: Int, to last: Int
  ) {
    var left = first
    var right = last
    var rounds = 0
    while right > left {
      rounds += 1
      if rounds > 40 {
        values[left...right].sort()
        return
      }
      if right - left > 600 {
        let count = Double(right - left + 1)
        let offset = Double(rank - left + 1)
        let logarithm = log(count)
        let size = 0.5 * exp(2 * logarithm / 3)
        let spread = 0.5 * (logarithm * size * (count - size) / count).squareRoot()
        let shift = offset < count / 2 ? -spread : spread
        let sampleLeft = max(left, Int(Double(rank) - offset * size / count + shift))
        let sampleRight = min(
          right, Int(Double(rank) + (count - offset) * size / count + shift))
        select(
          rank, in: &values, from: min(sampleLeft, rank), to: max(sampleRight, rank))
      }
      let pivot = values[rank]
      var low = left
      var high = right
      values.swapAt(left, rank)
      if values[right] > pivot { values.swapAt(left, right) }
      while low < high {
        values.swapAt(low, high)
        low += 1
        high -= 1
        while values[low] < pivot { low += 1 }
        while values[high] > pivot { high -= 1 }
      }
      if values[left] == pivot {
        values.swapAt(left, high)
      } else {
        high += 1
        values.swapAt(high, right)
      }
      if high <= rank { left = high + 1 }
      if rank <= high { right = high - 1 }
    }
  }
}
