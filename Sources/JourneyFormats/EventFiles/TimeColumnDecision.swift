/// Settles how the cells of the time column are read, looking at the whole file where a part of it does not tell.
struct TimeColumnDecision {
  let sample: TableSample
  let column: Int
  let options: EventFileOptions
  let zone: ZoneOffsets

  func reader() throws(EventFileError) -> TimeReader {
    var evidence = TimeColumnEvidence()
    for row in sample.rows { evidence.add(row.cells[column]) }
    if evidence.cells > 0, evidence.readable == 0,
      let row = sample.rows.first(where: { !$0.cells[column].isEmpty })
    {
      throw .notATimeColumn(
        path: sample.path, column: sample.columns[column],
        example: String(decoding: row.cells[column].prefix(60), as: UTF8.self), line: row.line)
    }
    var order = options.dateOrder
    if order == nil, evidence.order == .open, !sample.isWholeFile {
      do throws(TextFileError) {
        evidence = try wholeColumn()
      } catch {
        throw .file(error)
      }
    }
    if order == nil {
      switch evidence.order {
      case .notNeeded: break
      case .known(let known): order = known
      case .open:
        throw .dateOrderNeeded(
          path: sample.path, column: sample.columns[column],
          example: String(decoding: evidence.openExample ?? [], as: UTF8.self))
      }
    }
    return TimeReader(zone: zone, dateOrder: order, epochUnit: evidence.epochUnit)
  }

  /// Every cell of the column, as far as it tells day from month.
  private func wholeColumn() throws(TextFileError) -> TimeColumnEvidence {
    var evidence = TimeColumnEvidence()
    var reader = try ChunkReader(
      TextSource(path: sample.path), dialect: sample.dialect, chunkBytes: options.chunkBytes,
      maximumRecordBytes: options.maximumRecordBytes, skippedBytes: sample.headerBytes)
    var index = StructuralIndex()
    while let chunk = try reader.next() {
      index.build(chunk, sample.dialect)
      let bytes = unsafe chunk.bytes.span.bytes
      var flaws = index.flaws[...]
      for record in 1..<index.recordCount + 1 {
        if flaws.first?.record == record {
          flaws.removeFirst()
          continue
        }
        guard index.fieldCount(ofRecord: record) == sample.columns.count else { continue }
        let separator = Int(index.recordEnds[record - 1]) + 1 + column
        let cell = FieldText(
          bytes, from: Int(index.separators[separator - 1] &+ 1),
          to: Int(index.separators[separator]), isLast: column == sample.columns.count - 1,
          lineEnd: sample.dialect.lineEnd)
        evidence.add(bytes, from: cell.start, to: cell.end)
      }
    }
    return evidence
  }
}
