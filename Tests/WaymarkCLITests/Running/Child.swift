import Foundation

/// A run of the program as the system starts it: tests start several at once, which `Foundation.Process` does not bear.
final class Child {
  private let id: pid_t

  /// Starts the program; what it says goes to the two files.
  init(_ arguments: [String], out: String, err: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 1, out, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, flags, 0o600)
    var words = ([Tool.url.path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var id: pid_t = 0
    let failure = posix_spawn(&id, Tool.url.path, &actions, nil, words, environ)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .ENOENT) }
    self.id = id
  }

  /// Asks the program to end, as Ctrl-C does.
  func interrupt() { kill(id, SIGINT) }

  /// The exit code; −1 if a signal ended the program.
  func waitForEnd() throws -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(.init(rawValue: errno) ?? .ECHILD) }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
