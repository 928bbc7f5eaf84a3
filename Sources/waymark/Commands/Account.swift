import ArgumentParser
import Secrets
import WorkspaceStore

/// Accounts from the server's own machine. Who may read the workspace's files may do this.
struct Account: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the accounts of a workspace, or helps somebody who has lost their password.",
    discussion: """
      waymark account DIR                list the accounts
      waymark account DIR reset EMAIL    print a link by which a new password is chosen, once, within 15 minutes

      The workspace must not be served at the same moment.
      """)

  enum Action: String, ExpressibleByArgument, CaseIterable { case list, reset }

  @Argument(help: "The workspace folder.") var workspace: String
  @Argument(help: "What to do: list or reset.") var action: Action = .list
  @Argument(help: "The e-mail address of the account, for reset.") var email: String?
  @Option(help: "The address of the server, for the link.") var url: String =
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
        let state = person.isActive ? person.role.rawValue : "\(person.role.rawValue) (inactive)"
        print("\(person.email)  \(state)  \(person.name)")
      }
    } catch { throw CommandFailure(error) }
  }

  private func reset(_ people: PeopleStore) throws(CommandFailure) {
    guard let email else {
      throw CommandFailure(
        .usage, "whose password?", hint: "add the e-mail address of the account")
    }
    do throws(PeopleError) {
      let (token, person) = try people.reset(email: email, at: WallClock.microseconds())
      let base = url.hasSuffix("/") ? String(url.dropLast()) : url
      print("A new password for \(person.name), once, within 15 minutes:")
      print("  \(base)/reset#\(token.text)")
      print("Start the server again, then open the link.")
    } catch { throw CommandFailure(error) }
  }

  private func open() throws(CommandFailure) -> OpenedStore {
    do throws(WorkspaceStoreError) { return try OpenedStore.open(workspace) } catch {
      guard case .locked = error else { throw CommandFailure(error) }
      throw CommandFailure(
        .damaged, "the workspace is being served or written to at this moment",
        hint: "end the server (Ctrl-C), run this again, and start the server anew")
    }
  }
}

extension CommandFailure {
  init(_ error: PeopleError) {
    switch error {
    case .store(let error): self.init(error)
    case .refused(.unknown):
      self.init(
        .usage, "there is no active account with this e-mail address",
        hint: "'waymark account DIR' lists them")
    case .refused: self.init(.usage, "this cannot be done with this account")
    }
  }
}
