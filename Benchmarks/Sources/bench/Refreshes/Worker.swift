/// Answers commands on standard input, so that a driver can have several programs take turns.
///
/// A line is the name of a question (it is answered once, and the line that comes back tells what it cost) or
/// `answers PATH` (the answers to all questions are written there). The end of the input ends the worker.
struct Worker {
  private struct Ready: Encodable { var ready = true }
  private struct Written: Encodable { var answers: String }

  let run: RefreshRun

  func serve() throws {
    try JSONLine.print(Ready())
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      if words.count == 2, words[0] == "answers" {
        try run.writeAnswers(to: words[1])
        try JSONLine.print(Written(answers: words[1]))
      } else if let question = RefreshQuestion(rawValue: line) {
        try JSONLine.print(try run.time(question))
      } else {
        throw BenchError.usage("no such question: \(line)")
      }
    }
  }
}
