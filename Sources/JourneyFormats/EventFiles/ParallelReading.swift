import Dispatch
import EventStore
import Synchronization

/// One pass over a file on several threads: chunks are cut one at a time, parsed and delivered side by side.
///
/// The number of chunks under way is bounded by tickets: one is taken before a chunk is cut and given back when the chunk has
/// been put in order. The oldest chunk always has one, so that waiting ends.
final class ParallelReading: Sendable {
  private struct Input {
    var reader: ChunkReader
    var isStopped = false
  }

  /// A failure and the chunk that it belongs to; of several the earliest counts.
  private struct Failure {
    var chunk: Int
    var error: any Error
  }

  private let input: Mutex<Input>
  private let delivery: Mutex<OrderedDelivery>
  private let failure = Mutex<Failure?>(nil)
  private let tickets = DispatchSemaphore(value: 0)
  private let parser: RowParser
  private let totalBytes: Int
  private let batches = Mutex(0)

  init(_ reader: sending ChunkReader, _ parser: RowParser, firstLine: Int, totalBytes: Int) {
    input = Mutex(Input(reader: reader))
    delivery = Mutex(OrderedDelivery(firstLine: firstLine))
    self.parser = parser
    self.totalBytes = totalBytes
  }

  /// Reads to the end and gives the summary.
  func run(
    threads: Int,
    deliver: @Sendable (EventBatch) throws -> Void,
    reject: @Sendable (RejectedRow) throws -> Void,
    progress: @Sendable (EventFileProgress) -> Void
  ) throws -> EventFileSummary {
    for _ in 0..<4 * threads { tickets.signal() }
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      work(threads, deliver, reject, progress)
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
    let last = delivery.withLock { $0.finish() }
    if let last {
      try deliver(last)
      batches.withLock { $0 += 1 }
    }
    let (digest, bytes) = try input.withLock { input in
      let source = input.reader.source
      // The size afterwards, which is that of the digested bytes even if the file has grown.
      return (try source.digestOfWholeFile(), source.raw.bytesRead)
    }
    let batchCount = batches.withLock { $0 }
    return delivery.withLock { state in
      EventFileSummary(
        rows: state.rows, rejected: state.rejected, filtered: state.filtered,
        batches: batchCount, bytes: bytes, digest: digest)
    }
  }

  private func work(
    _ threads: Int,
    _ deliver: @Sendable (EventBatch) throws -> Void,
    _ reject: @Sendable (RejectedRow) throws -> Void,
    _ progress: @Sendable (EventFileProgress) -> Void
  ) {
    var workspace = RowParser.Workspace()
    while true {
      tickets.wait()
      guard let chunk = nextChunk(threads) else {
        tickets.signal()
        return
      }
      let number = chunk.number
      let parsed = parser.parse(chunk, &workspace)
      do {
        let ready = try delivery.withLock { state in
          let ready = state.accept(parsed)
          // Under the lock, because the order of these calls is the order of the file.
          for row in ready.rejects { try reject(row) }
          progress(
            EventFileProgress(
              bytesRead: state.rawBytesRead, totalBytes: totalBytes, rows: state.rows))
          return ready
        }
        for _ in 0..<ready.chunks { tickets.signal() }
        for batch in ready.batches {
          try deliver(batch)
          batches.withLock { $0 += 1 }
        }
      } catch {
        stop(number, error, threads)
        return
      }
    }
  }

  /// The next chunk; nil at the end and after a failure.
  private func nextChunk(_ threads: Int) -> TextChunk? {
    let cut = input.withLock { input -> Result<TextChunk?, TextFileError> in
      if input.isStopped { return .success(nil) }
      do throws(TextFileError) {
        return .success(try input.reader.next())
      } catch {
        return .failure(error)
      }
    }
    switch cut {
    case .success(let chunk): return chunk
    case .failure(let error):
      stop(.max, EventFileError.file(error), threads)
      return nil
    }
  }

  private func stop(_ chunk: Int, _ error: any Error, _ threads: Int) {
    failure.withLock { failure in
      if let known = failure, known.chunk <= chunk { return }
      failure = Failure(chunk: chunk, error: error)
    }
    input.withLock { $0.isStopped = true }
    // Whoever waits for a ticket is to wake and see that there is nothing more to do.
    for _ in 0..<threads { tickets.signal() }
  }
}
