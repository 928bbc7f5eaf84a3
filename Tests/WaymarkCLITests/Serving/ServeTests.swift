import Foundation
import Glibc
import Testing

/// `waymark serve`, as far as its start goes.
struct ServeTests {
  @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "example.org"])
  func `a host that other machines can reach is refused`(host: String) throws {
    let folder = try TemporaryFolder()
    let pram = try Samples.copy(of: Samples.pram, in: folder)
    let run = try Tool.run("serve", pram, "--host", host)
    #expect(run.code == 2)
    #expect(run.err.contains("there are no accounts yet") && run.err.contains("hint: "))
    #expect(run.out.isEmpty)
  }

  @Test(arguments: [["--port", "70000"], ["--port", "-1"], ["--public-url", "maps"]])
  func `a port or address that cannot be is refused`(options: [String]) throws {
    let run = try Tool.run(["serve", try Samples.pram.get()] + options)
    #expect(run.code == 2)
    #expect(run.out.isEmpty)
  }

  @Test func `a port in use is said to be so`() throws {
    let holder = try #require(HeldPort())
    let folder = try TemporaryFolder()
    let pram = try Samples.copy(of: Samples.pram, in: folder)
    let run = try Tool.run("serve", pram, "--port", "\(holder.port)")
    #expect(run.code == 2)
    #expect(run.err.contains(":\(holder.port)") && run.err.contains("choose one with --port"))
    #expect(run.err.lowercased().contains("in use"), "\(run.err)")
  }

  @Test func `the link is printed, and the end is asked for by a signal`() throws {
    let outputs = try TemporaryFolder()
    // A pipe with a name: reading waits until the server speaks, and ends when it does.
    let pipe = outputs.path("out")
    guard mkfifo(pipe, 0o600) == 0 else { throw POSIXError(.EIO) }
    let shop = try Samples.copy(of: Samples.pram, in: outputs)
    // Opened without waiting for a writer; once the server has started, its end of the pipe is open, and closes with it.
    let reading = open(pipe, O_RDONLY | O_NONBLOCK)
    let server = try Child(["serve", shop, "--port", "0"], out: pipe, err: outputs.path("err"))
    _ = fcntl(reading, F_SETFL, O_RDONLY)
    var printed = ""
    var bytes = [UInt8](repeating: 0, count: 4_096)
    while !printed.contains("Ctrl-C") {
      let count = read(reading, &bytes, bytes.count)
      if count <= 0 { break }
      printed += String(decoding: bytes.prefix(count), as: UTF8.self)
    }
    close(reading)
    #expect(printed.contains("at http://127.0.0.1:"))
    #expect(!printed.contains("http://127.0.0.1:0/"))
    server.interrupt()
    _ = try server.waitForEnd()
    // Nobody has an account yet: the link to make the first one goes to the messages, not to the results.
    let told = try outputs.text("err")
    #expect(told.contains("/setup#") && told.contains("15 minutes"))
    #expect(!printed.contains("/setup#"))
  }
}
