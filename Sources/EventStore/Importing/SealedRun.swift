/// What came of sorting and writing a run; no segment if every row was a duplicate.
struct SealedRun {
  var segment: StoredSegment?
  var duplicates: Int
}
