import Dispatch
import Synchronization
import WorkspaceStore

/// Takes batches of edits from many people and commits what waits together, in the order it came: one disk sync serves
/// everyone who waits for it.
final class EditQueue: Sendable {
  /// One result for each batch, in their order; throws when none of them was done.
  typealias Commit =
    @Sendable ([(EditBatch, Author)]) throws(WorkspaceStoreError) -> [Result<
      WorkspaceEditor.Committed, WorkspaceStoreError
    >]
  typealias Answers = [Result<BatchAnswer, WorkspaceStoreError>]

  private struct Submission: Sendable {
    var batches: [EditBatch]
    var author: Author
    var answer: CheckedContinuation<Answers, Never>
  }
  private struct State {
    var waiting: [Submission] = []
    var isDraining = false
  }
  private let state = Mutex(State())
  private let thread = DispatchQueue(label: "waymark.edits")
  private let commit: Commit
  /// So many batches go into one transaction at most.
  static let groupLimit = 256

  init(commit: @escaping Commit) { self.commit = commit }

  /// - Returns: a result per batch, once all that were done are on the disk.
  func submit(_ batches: [EditBatch], by author: Author) async -> Answers {
    await withCheckedContinuation { continuation in
      let starts = state.withLock { state in
        state.waiting.append(Submission(batches: batches, author: author, answer: continuation))
        defer { state.isDraining = true }
        return !state.isDraining
      }
      if starts { thread.async { self.drain() } }
    }
  }

  private func drain() {
    while let group = nextGroup() {
      let all = group.flatMap { submission in submission.batches.map { ($0, submission.author) } }
      var results: Answers
      do throws(WorkspaceStoreError) {
        results = try commit(all).map { result in result.map(\.answer) }
      } catch { results = all.map { _ in .failure(error) } }
      var rest = results[...]
      for submission in group {
        submission.answer.resume(returning: Array(rest.prefix(submission.batches.count)))
        rest = rest.dropFirst(submission.batches.count)
      }
    }
  }

  /// The submissions for one transaction; nil when nothing waits any more.
  private func nextGroup() -> [Submission]? {
    state.withLock { state in
      var count = 0
      let end =
        state.waiting.firstIndex { submission in
          count += submission.batches.count
          return count > Self.groupLimit
        } ?? state.waiting.endIndex
      // One that is larger than a group is a group by itself.
      let group = Array(state.waiting.prefix(max(1, end)))
      state.waiting.removeFirst(group.count)
      if group.isEmpty { state.isDraining = false }
      return group.isEmpty ? nil : group
    }
  }
}
