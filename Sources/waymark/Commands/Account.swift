import ArgumentParser
import Secrets
import WorkspaceStore
import Wording

/// Accounts from the server's own machine. Who may read the workspace's files may do this.
struct Account: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutAccount), discussion: words(.discussAccount))

  enum Action: String, ExpressibleByArgument, CaseIterable { case list, reset }

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpAccountAction)) var action: Action = .list
  @Argument(help: help(.helpAccountEmail)) var email: String?
  @Option(help: help(.helpServerAddress)) var url: String =
    "http://127.0.0.1:8080"

  func run() throws {
    let store = try open()
    let people = PeopleStore(database: store.database)
    // The lock is held as long as the store is.
    try withExtendedLifetime(store) {
      switch action {
      case .list: try list(people)
      case .reset: try reset(people)
      }
    }
  }

  private func list(_ people: PeopleStore) throws(CommandFailure) {
    do throws(PeopleError) {
      for person in try people.people() {
        let role = person.role.rawValue
        let state = person.isActive ? role : words(.inactiveAccount, ["role": role])
        print("\(person.email)  \(state)  \(person.name)")
      }
    } catch { throw CommandFailure(error) }
  }

  private func reset(_ people: PeopleStore) throws(CommandFailure) {
    guard let email else {
      throw CommandFailure(
        .usage, words(.whosePassword), hint: words(.addAccountEmail))
    }
    do throws(PeopleError) {
      let (token, person) = try people.reset(email: email, at: WallClock.microseconds())
      let base = url.hasSuffix("/") ? String(url.dropLast()) : url
      print(words(.newPasswordFor, ["name": person.name]))
      print("  \(base)/reset#\(token.text)")
      print(words(.startServerThenOpen))
    } catch { throw CommandFailure(error) }
  }

  private func open() throws(CommandFailure) -> OpenedStore {
    do throws(WorkspaceStoreError) { return try OpenedStore.open(workspace) } catch {
      guard case .locked = error else { throw CommandFailure(error) }
      throw CommandFailure(
        .damaged, words(.workspaceIsServed), hint: words(.endServerFirst))
    }
  }
}

extension CommandFailure {
  init(_ error: PeopleError) {
    switch error {
    case .store(let error): self.init(error)
    case .refused(.unknown):
      self.init(
        .usage, words(.noSuchAccount), hint: words(.accountListsThem))
    case .refused: self.init(.usage, words(.notWithThisAccount))
    }
  }
}
