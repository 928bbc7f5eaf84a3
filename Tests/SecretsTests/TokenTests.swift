import Secrets
import Testing

@Suite struct TokenTests {
  @Test func `a token comes back from its text`() throws {
    let token = Token()
    #expect(Token(text: token.text) == token)
    #expect(token.text.utf8.count == 26)
  }

  @Test(arguments: ["", "abc", "UUUUUUUUUUUUUUUUUUUUUUUUUU", "0123456789abcdefghjkmnpqr/"])
  func `what cannot be a token is none`(text: String) {
    #expect(Token(text: text) == nil)
  }

  @Test func `a digest tells tokens and purposes apart`() {
    let (one, other) = (Token(), Token())
    #expect(one.digest(for: "session") == one.digest(for: "session"))
    #expect(one.digest(for: "session") != other.digest(for: "session"))
    #expect(one.digest(for: "session") != one.digest(for: "share"))
  }

  @Test func `tokens differ`() {
    #expect(Set((0..<1_000).map { _ in Token() }).count == 1_000)
  }
}
