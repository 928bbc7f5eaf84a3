import Foundation
import Testing

/// `waymark account`: accounts from the server's own machine.
struct AccountTests {
  @Test func `a workspace without accounts lists none, and nobody's password is reset`() throws {
    let folder = try TemporaryFolder()
    let workspace = try Samples.blank(in: folder)
    let listed = try Tool.run("account", workspace)
    #expect(listed.code == 0 && listed.out.isEmpty)
    let unknown = try Tool.run("account", workspace, "reset", "nobody@example.org")
    #expect(unknown.code == 2 && unknown.err.contains("no active account"))
    let whose = try Tool.run("account", workspace, "reset")
    #expect(whose.code == 2 && whose.err.contains("whose password?"))
    #expect(try Tool.run("account", folder.path("none")).code == 3)
    #expect(try Tool.run("account", workspace, "forget").code == 2)
  }
}
