import Foundation
import GRDB
import Glibc
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

/// Processes that are killed without warning: what was acknowledged stays, what was not is whole or absent.
@Suite struct KillTests {
  @Test func `a server killed at any moment loses no acknowledged batch and doubles none`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path
    do {
      let database = try WorkspaceDatabase(path: "\(path)/waymark.sqlite")
      let editor = try WorkspaceEditor(database: database)
      try editor.record(
        try WorkspaceState(stored: []).edits(toShow: EditorWorld.workspace), intention: "Made",
        author: .commandLine)
      try database.close()
    }
    for cycle in 0..<8 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, cycle = cycle as Int] in
        try KillTests.commitUntilKilled(path, cycle)
      }
      let acknowledged = try KillTests.numbers("\(path)/acknowledged")
      #expect(Set(acknowledged).count == acknowledged.count)
      let database = try WorkspaceDatabase(path: "\(path)/waymark.sqlite")
      let editor = try WorkspaceEditor(database: database)
      let state = editor.state().state
      for number in acknowledged { #expect(state.knows(card("k\(number)")), "lost \(number)") }
      // The batch under way may have been stored too, but no more than that, and nothing twice.
      let stored = try database.read {
        try Int.fetchAll($0, sql: "SELECT sequence FROM revision WHERE client = 'k'")
      }
      #expect(Set(stored).count == stored.count)
      #expect(stored.count - acknowledged.count <= 1)
      #expect(try database.verify() == [])
      // What was stored without an answer is answered when it is sent again.
      for number in stored where !acknowledged.contains(number) {
        let again = try #require(try editor.commit([(KillTests.batch(number), .olena)]).first)
        #expect(again.revision == nil)
        #expect(again.answer.outcomes.map(\.outcome) == [.applied])
        try KillTests.note(number, "\(path)/acknowledged")
      }
      try database.close()
    }
    #expect(try KillTests.numbers("\(path)/acknowledged").count >= 8)
  }

  @Test
  func `text that is being taken in is in the files or in the database, wherever it is killed`()
    async throws
  {
    let source = packageFolder.appending(path: "Tests/Fixtures/W1").path
    let printed = Notation.print(try FolderDocuments(opening: source).load().contents)
    let names = printed.map(\.document.path)
    for delay in [1_000, 8_000, 20_000, 40_000, 80_000, 160_000, 240_000, 320_000] as [UInt32] {
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/shop"
      try FileManager.default.copyItem(atPath: source, toPath: path)
      // A fast machine may be done before.
      _ = await #expect(processExitsWith: .failure) {
        [path = path as String, delay = delay as UInt32] in
        Thread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }.start()
        _ = try OpenedStore.open(path)
        exit(1)
      }
      let store = try OpenedStore.open(path)
      #expect(store.editor.revision == 1)
      for text in printed { #expect(try store.documents.read(text.document) == text.bytes) }
      for name in names {
        #expect(FileManager.default.fileExists(atPath: "\(path)/text-before-sqlite/\(name)"))
        if name != "waymark.yaml" {
          #expect(!FileManager.default.fileExists(atPath: "\(path)/\(name)"))
        }
      }
      try store.close()
    }
  }

  static func batch(_ number: Int) -> EditBatch {
    EditBatch(
      client: "k", sequence: number, intention: "Add",
      change: .edits([newCard("k\(number)", "Card \(number)")]))
  }

  static func commitUntilKilled(_ path: String, _ cycle: Int) throws {
    let editor = try WorkspaceEditor(database: WorkspaceDatabase(path: "\(path)/waymark.sqlite"))
    var number = (try numbers("\(path)/acknowledged").max() ?? 0) + 1
    // Different moments in different cycles, as a kill from outside would find.
    let delay = UInt32(1_000 + cycle * 7_919 % 40_000)
    var isDoomed = false
    while true {
      _ = try editor.commit([(batch(number), .olena)])
      try note(number, "\(path)/acknowledged")
      number += 1
      if isDoomed { continue }
      // Not before one batch is through, however slow the machine is.
      isDoomed = true
      Thread {
        usleep(delay)
        kill(getpid(), SIGKILL)
      }.start()
    }
  }

  static func note(_ number: Int, _ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    let line = Array("\(number)\n".utf8)
    #expect(write(file, line, line.count) == line.count)
  }

  static func numbers(_ path: String) throws -> [Int] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { Int($0) }
  }

  @Test(arguments: Migration.all.indices)
  func `a migration that is killed leaves the old schema or the new one`(step: Int) async throws {
    let statements = KillTests.statements(Migration.all[step].sql)
    // In front of the first statement, behind each one, and so also just before the commit.
    for place in stride(from: 0, through: statements.count, by: max(1, statements.count / 4)) {
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/waymark.sqlite"
      try WorkspaceDatabase(path: path, migrations: Array(Migration.all[..<step])).close()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, step = step as Int, place = place as Int] in
        try KillTests.migrateAndDie(path, step, place)
      }
      let queue = try DatabaseQueue(path: path)
      let version = try await queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      #expect(version == step)
      let tables = try await queue.read {
        try String.fetchAll(
          $0, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE '%grdb_migrations%'")
      }
      let fresh = try DatabaseQueue()
      try Migration.migrator(Array(Migration.all[..<step])).migrate(fresh)
      let expected = try await fresh.read {
        try String.fetchAll(
          $0, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE '%grdb_migrations%'")
      }
      #expect(Set(tables) == Set(expected))
      try queue.close()
      let database = try WorkspaceDatabase(path: path)
      #expect(try database.verify() == [])
      try database.close()
    }
  }

  static func statements(_ sql: String) -> [String] {
    sql.components(separatedBy: ";\n").filter {
      !$0.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }
  }

  static func migrateAndDie(_ path: String, _ step: Int, _ place: Int) throws {
    var parts = statements(Migration.all[step].sql)
    parts.insert("SELECT die()", at: place)
    let deadly = Migration(
      name: Migration.all[step].name, sql: parts.joined(separator: ";\n") + ";\n")
    let die = DatabaseFunction("die") { _ in
      kill(getpid(), SIGKILL)
      return nil
    }
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(function: die) }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try Migration.migrator(Array(Migration.all[..<step]) + [deadly]).migrate(pool)
  }

  @Test
  func `after a failed write nothing is acknowledged until it is opened anew, and nothing is lost`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      let editor = try WorkspaceEditor(database: WorkspaceDatabase(path: "\(path)/waymark.sqlite"))
      try editor.record(
        try WorkspaceState(stored: []).edits(toShow: EditorWorld.workspace), intention: "Made",
        author: .commandLine)
      _ = try editor.commit([(KillTests.batch(1), .olena)])
      var former = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &former)
      // No file may grow: writes fail as on a broken disk.
      var none = rlimit(rlim_cur: 4_096, rlim_max: former.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &none)
      func fails(_ number: Int) -> Bool {
        do {
          _ = try editor.commit([(KillTests.batch(number), .olena)])
          return false
        } catch {
          guard case .diskFailure = error else { return false }
          return true
        }
      }
      let first = fails(2)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &former)
      let second = fails(2)
      let isClean = !editor.state().state.knows(card("k2")) && editor.revision == 2
      exit(first && second && isClean ? 0 : 1)
    }
    let database = try WorkspaceDatabase(path: "\(path)/waymark.sqlite")
    let editor = try WorkspaceEditor(database: database)
    #expect(editor.state().state.knows(card("k1")))
    #expect(
      try editor.commit([(KillTests.batch(2), .olena)]).first?.answer.outcomes.first?.outcome
        == .applied)
    #expect(try database.verify() == [])
  }
}
