/// What a barrier costs in a month if nothing is done, as a range.
///
/// Customers who meet the barrier in a month × excess loss rate there × value of a customer.
public struct CostOfInaction: Hashable, Sendable {
  public let customersPerMonth: Interval
  /// How much more customers are lost there than elsewhere, as shares; below 0 where fewer are.
  public let excessLossRate: Interval
  /// In the workspace's currency.
  public let valuePerCustomer: Interval

  /// Nil unless counts and values are 0 or more and the rate lies in −1 … 1.
  public init?(
    customersPerMonth: Interval, excessLossRate: Interval, valuePerCustomer: Interval
  ) {
    guard customersPerMonth.low >= 0, valuePerCustomer.low >= 0,
      excessLossRate.low >= -1, excessLossRate.high <= 1
    else { return nil }
    self.customersPerMonth = customersPerMonth
    self.excessLossRate = excessLossRate
    self.valuePerCustomer = valuePerCustomer
  }

  /// The smallest and largest monthly cost the three ranges allow; below 0 is a gain.
  public var range: Interval {
    func extreme(_ rate: Double, costly: Bool) -> Double {
      // A loss is largest with most customers; a gain is largest with most customers too.
      let most = costly == (rate >= 0)
      return rate * (most ? customersPerMonth.high : customersPerMonth.low)
        * (most ? valuePerCustomer.high : valuePerCustomer.low)
    }
    return Interval(
      extreme(excessLossRate.low, costly: false), extreme(excessLossRate.high, costly: true))
  }
}
