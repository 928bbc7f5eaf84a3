import Foundation
import Testing

/// `waymark serve`, as far as its start goes.
struct ServeTests {
  @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "example.org"])
  func `a host that other machines can reach is refused`(host: String) throws {
    let run = try Tool.run("serve", try Samples.pram.get(), "--host", host)
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
    let run = try Tool.run("serve", try Samples.pram.get(), "--port", "\(holder.port)")
    #expect(run.code == 2)
    #expect(run.err.contains(":\(holder.port)") && run.err.contains("choose one with --port"))
    #expect(run.err.lowercased().contains("in use"), "\(run.err)")
  }

  @Test func `the link is printed, and the end is asked for by a signal`() throws {
    let process = Process()
    process.executableURL = Tool.url
    process.arguments = ["serve", try Samples.pram.get(), "--port", "0"]
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    // Reading waits for the server to speak; a server that ends without a word ends the reading, too.
    var printed = ""
    while !printed.contains("Ctrl-C") {
      let more = out.fileHandleForReading.availableData
      if more.isEmpty { break }
      printed += String(decoding: more, as: UTF8.self)
    }
    #expect(printed.contains("at http://127.0.0.1:"))
    #expect(!printed.contains("http://127.0.0.1:0/"))
    process.terminate()
    process.waitUntilExit()
    #expect(err.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }
}
