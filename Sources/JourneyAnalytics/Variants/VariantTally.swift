/// Counts journeys by their exact sequence of items.
///
/// Sequences are packed to the narrowest whole bytes per item and hashed; equal hashes are told apart by comparing
/// the sequences themselves where a hash does not determine its sequence, so counts are exact. They are logged in parts
/// by hash, and the parts are counted apart at the end, each in a table that fits a cache.
struct VariantTally: Sendable {
  /// Bytes per item: 1, 2 or 4.
  let width: Int
  let log = UnsafeVariantLog()

  init(itemCount: Int) {
    width = itemCount <= 1 << 8 ? 1 : itemCount <= 1 << 16 ? 2 : 4
  }

  func take(_ chunk: CaseChunk) { log.take(chunk, width: width) }
}
