public import EventStore
import Foundation
public import JourneyFormats
import Synchronization

/// Takes an event file into the log of a workspace: whole or not at all.
public struct EventImport: Sendable {
  public var path: String
  public var options: EventFileOptions
  /// The name under which event ids are unique; the file's name without folder and `.gz` if nil.
  public var source: String?
  /// Takes a file in that was imported before.
  public var again: Bool
  /// When, kept in the list of imports as it is.
  public var date: String

  public init(
    path: String, options: EventFileOptions, source: String? = nil, again: Bool = false,
    date: String
  ) {
    self.path = path
    self.options = options
    self.source = source
    self.again = again
    self.date = date
  }

  /// What an import did.
  public struct Outcome: Sendable {
    public var summary: ImportSummary
    public var file: EventFileSummary
    /// Where the rejected rows stand; nil if there are none.
    public var rejects: String?
  }

  /// Why an import did not happen.
  public enum Failure: Error {
    case file(EventFileError)
    case store(EventStoreError)
    case text(TextFileError)
    /// Not one row could be taken; the first reason, with its line.
    case allRejected(count: Int, line: Int, reason: String)
  }

  /// The source's name when none is given.
  public var sourceName: String {
    if let source { return source }
    let name = URL(filePath: path).lastPathComponent
    return name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// Reads the file on all cores and adds its rows to the log of `directory`.
  ///
  /// - Parameters:
  ///   - reader: the opened file, for callers that show its layout first.
  ///   - progress: called now and then while rows are read.
  public func run(
    _ reader: EventFileReader, into directory: String, configuration: WriterConfiguration? = nil,
    progress: @Sendable (EventFileProgress) -> Void = { _ in }
  ) throws(Failure) -> Outcome {
    let lock: WriterLock
    do throws(EventStoreError) { lock = try WriterLock(directory: directory) } catch {
      throw .store(error)
    }
    return try run(reader, holding: lock, configuration: configuration, progress: progress)
  }

  /// The same for whoever holds the lock of the workspace already.
  public func run(
    _ reader: EventFileReader, holding lock: WriterLock,
    configuration: WriterConfiguration? = nil,
    progress: @Sendable (EventFileProgress) -> Void = { _ in }
  ) throws(Failure) -> Outcome {
    let directory = lock.directory
    do {
      let writer = try EventStoreWriter(
        lock: lock, configuration: configuration ?? WriterConfiguration())
      // Reading takes the digest anyway; beforehand it is taken only where it may spare the reading.
      let mayBeKnown = try !again && writer.mayHoldFile(bytes: reader.fileBytes())
      let digest = mayBeKnown ? try FileDigest.ofFile(path).description : nil
      let session = try writer.beginImport(
        source: sourceName, digest: digest, date: date, attributes: reader.attributeNames,
        again: again)
      let rejects = directory + "/events/rejects/\(session.id).csv"
      do {
        let outcome = try Self.fill(session, from: reader, rejects: rejects, progress: progress)
        return outcome
      } catch {
        session.cancel()
        Self.remove(rejects: rejects)
        throw error
      }
    } catch let failure as Failure {
      throw failure
    } catch let error as EventStoreError {
      throw .store(error)
    } catch let error as EventFileError {
      throw .file(error)
    } catch let error as TextFileError {
      throw .text(error)
    } catch {
      preconditionFailure("an import throws only its own errors: \(error)")
    }
  }

  /// Takes back what a failed import wrote: its rejected rows, and their folder if nothing else stands in it.
  private static func remove(rejects: String) {
    let folder = URL(filePath: rejects).deletingLastPathComponent().path
    try? FileManager.default.removeItem(atPath: rejects)
    if let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  private static func fill(
    _ session: ImportSession, from reader: EventFileReader, rejects: String,
    progress: @Sendable (EventFileProgress) -> Void
  ) throws -> Outcome {
    let sink = RejectSink(path: rejects)
    let file = try reader.read(
      deliver: { try session.append($0) }, reject: { try sink.take($0) }, progress: progress)
    let rejected = try sink.finish()
    if file.isAllRejected, let first = rejected.first {
      throw Failure.allRejected(
        count: rejected.count, line: first.line, reason: first.reason.text)
    }
    let summary = try session.finish(
      rejected: rejected.count, digest: file.digest.description, bytes: file.bytes)
    return Outcome(
      summary: summary, file: file, rejects: rejected.count > 0 ? rejects : nil)
  }
}

/// Writes rejected rows as they come; calls come one at a time, but from several threads.
private final class RejectSink: Sendable {
  private struct State: ~Copyable {
    var writer: RejectFileWriter
    var first: RejectedRow?
  }
  private let state: Mutex<State>
  private let folder: String

  init(path: String) {
    folder = URL(filePath: path).deletingLastPathComponent().path
    state = Mutex(State(writer: RejectFileWriter(path: path), first: nil))
  }

  func take(_ row: RejectedRow) throws {
    try state.withLock { state in
      if state.first == nil {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        state.first = row
      }
      try state.writer.write(row)
    }
  }

  func finish() throws -> (count: Int, first: RejectedRow?) {
    try state.withLock { state in
      try state.writer.finish()
      return (state.writer.count, state.first)
    }
  }
}
