import Foundation
import Testing

/// What every command has in common: help, usage errors, exit codes, where messages go.
struct UsageTests {
  static let commands = [
    "demo", "init", "serve", "check", "render", "import", "export", "analyze", "verify",
    "account", "backup", "restore",
  ]

  @Test func `without a command the help is shown`() throws {
    for arguments in [[], ["--help"], ["help"]] {
      let run = try Tool.run(arguments)
      #expect(run.code == 0)
      #expect(run.err.isEmpty)
      for command in Self.commands { #expect(run.out.contains("  \(command) ")) }
    }
  }

  @Test func `what is not built yet is absent from the help`() throws {
    let help = try Tool.run("--help").out
    #expect(!help.contains("forget"))
    #expect(!(try Tool.run("export", "--help").out.contains("xlsx")))
    #expect(!(try Tool.run("render", "--help").out.contains("html")))
  }

  @Test(arguments: commands)
  func `every command explains itself`(command: String) throws {
    let run = try Tool.run(command, "--help")
    #expect(run.code == 0)
    #expect(run.out.contains("OVERVIEW: ") && run.out.contains("USAGE: waymark \(command)"))
    #expect(run.err.isEmpty)
  }

  @Test(arguments: [
    ["serv"], ["--unknown"], ["init"], ["init", "a", "b"], ["check"], ["import"],
    ["import", "event"], ["analyze", "everything"], ["check", "x", "--format", "xml"],
    ["export", "x", "--as", "xlsx", "y"], ["init", "x", "--language", "xx"], ["verify"],
    ["serve", "x", "--port", "many"], ["import", "events", "x", "y", "--format", "xes"],
    ["analyze", "funnel", "x", "--steps", "a", "--mode", "loose"],
  ])
  func `wrong usage is exit code 2 and said on stderr alone`(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    // A group of commands without one of them shows its help.
    if arguments == ["import"] {
      #expect(run.code == 0 || run.code == 2)
      return
    }
    #expect(run.code == 2)
    #expect(run.out.isEmpty)
    #expect(!run.err.isEmpty)
  }

  @Test func `the version is printed`() throws {
    let run = try Tool.run("--version")
    #expect(run.code == 0)
    #expect(run.out.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    ["verify"], ["check"], ["analyze", "overview"], ["serve"], ["export", "--as", "json"],
  ])
  func `a folder that is not there is unreadable, with a hint`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run(
      words + [folder.path("nowhere")] + (words[0] == "export" ? [folder.path("out")] : []))
    #expect(run.code == 3)
    #expect(run.out.isEmpty)
    #expect(run.err.contains("nowhere") && run.err.contains("hint: "))
  }

  @Test func `a folder that is no workspace is said to be none`() throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run("verify", folder.path)
    #expect(run.code == 3)
    #expect(run.err.contains("is no workspace") && run.err.contains("waymark init"))
  }
}
