import ArgumentParser
import Foundation
import Wording

/// The command line: `waymark COMMAND …`.
@main
struct Waymark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: words(.aboutWaymark),
    discussion: words(.discussWaymark),
    version: "0.1.0",
    subcommands: [
      Demo.self, Init.self, Serve.self, Check.self, Render.self, Import.self, Export.self,
      Analyze.self, Verify.self, Backup.self, Restore.self, Account.self,
    ])

  /// Runs the command, and turns every failure into one message and the exit code of the contract.
  static func main() async {
    // A reader that went away (`waymark … | head`) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Terminal.complain(failure)
      Foundation.exit(failure.code.rawValue)
    } catch let code as OutcomeCode {
      Foundation.exit(code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let text = fullMessage(for: error)
      if isHelp {
        print(text)
        Foundation.exit(0)
      }
      FileHandle.standardError.write(Data((text + "\n").utf8))
      Foundation.exit(OutcomeCode.usage.rawValue)
    }
  }
}
