import Foundation
import Testing

@testable import Secrets

struct PasswordTests {
  static let cheap = PasswordCosts(roundsExponent: 4)

  @Test func `a password matches its own hash and no other`() {
    let hash = PasswordHash(of: "a long sentence", costs: Self.cheap)
    #expect(hash.matches("a long sentence"))
    #expect(!hash.matches("a long sentence "))
    #expect(!hash.matches(""))
  }

  @Test func `the same password is hashed differently each time`() {
    let texts = (0..<20).map { _ in PasswordHash(of: "a long sentence", costs: Self.cheap).text }
    #expect(Set(texts).count == 20)
  }

  @Test func `a stored text is read back with its costs`() throws {
    let hash = PasswordHash(
      of: "ünïcode 😀", costs: PasswordCosts(roundsExponent: 5, blockSize: 4, parallelism: 2))
    let read = try #require(PasswordHash(text: hash.text))
    #expect(read == hash && read.costs == hash.costs && read.matches("ünïcode 😀"))
  }

  @Test func `an accent typed as two characters is the same accent`() {
    let hash = PasswordHash(of: "caf\u{E9} au lait", costs: Self.cheap)
    #expect(hash.matches("cafe\u{301} au lait"))
  }

  @Test func `the key is scrypt's, as Python computes it`() throws {
    // hashlib.scrypt(b"correct horse", salt=b"0123456789abcdef", n=1<<14, r=8, p=1, dklen=32)
    let text =
      "scrypt$14$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$\(Self.pythonKey)"
    #expect(try #require(PasswordHash(text: text)).matches("correct horse"))
  }
  static let pythonKey = "0LupyHkzAIgDr9UDsriAAf87vMbCbcaUfDvFOAHk0D0="

  @Test(arguments: [
    "", "scrypt", "scrypt$15$8$1$$", "scrypt$99$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$AAAA",
    "scrypt$40$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$\(pythonKey)",
    "scrypt$15$8$99$MDEyMzQ1Njc4OWFiY2RlZg==$\(pythonKey)", "bcrypt$15$8$1$MDEy$AAAA",
    "scrypt$-1$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$\(pythonKey)",
  ])
  func `what is no hash, or asks for too much work, is not read`(text: String) {
    #expect(PasswordHash(text: text) == nil)
  }

  @Test func `the standard costs are those of the design`() {
    #expect(PasswordCosts.standard == PasswordCosts(roundsExponent: 15, blockSize: 8))
  }

  @Test func `the keeper hashes and checks, and works as long for somebody unknown`() async throws {
    let keeper = PasswordKeeper(costs: Self.cheap)
    let hash = try await keeper.hash("a long sentence").text
    #expect(try await keeper.matches("a long sentence", hash))
    #expect(try await !keeper.matches("another sentence", hash))
    #expect(try await !keeper.matches("a long sentence", nil))
    #expect(try await !keeper.matches("a long sentence", "no hash"))
  }

  @Test func `many checks at once are all answered`() async throws {
    let keeper = PasswordKeeper(costs: Self.cheap)
    let hash = try await keeper.hash("a long sentence").text
    let right = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask {
          try await keeper.matches(number.isMultiple(of: 2) ? "a long sentence" : "wrong", hash)
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(right == 20)
  }

  @Test(arguments: [
    "short", "123456789", "aaaaaaaaaaaa", "1234567890", "abcdefghijkl", "9876543210",
    "Password123!", "password1234567", "QWERTYUIOP", "Welcome2026!", "waymark2026", "ababababab",
    "1q2w3e4r5t",
  ])
  func `an obvious password is refused`(password: String) {
    #expect(PasswordRules.problem(with: password) != nil)
  }

  @Test(arguments: [
    "a quiet river bend", "correct-horse-9", "тиха вода греблю рве", "zK4#mmQ8!xv", "eleven lamps",
  ])
  func `a password that is merely long enough is taken`(password: String) {
    #expect(PasswordRules.problem(with: password) == nil)
  }

  @Test func `the account's own address is refused, and so is a book`() {
    let names = ["olena.shevchenko@example.org", "Olena Shevchenko"]
    #expect(PasswordRules.problem(with: "olena.shevchenko@example.org", names: names) == .own)
    #expect(PasswordRules.problem(with: "Olena.Shevchenko", names: names) == .own)
    #expect(PasswordRules.problem(with: "olenashevchenko", names: names) == .own)
    #expect(PasswordRules.problem(with: String(repeating: "book ", count: 300)) == .tooLong)
  }
}

struct SecretKeyTests {
  @Test func `codes depend on key, purpose and text`() throws {
    let (one, other) = (SecretKey(), SecretKey())
    let code = one.code(of: "ann", for: "customer")
    #expect(code.count == 32 && code == one.code(of: "ann", for: "customer"))
    #expect(one.accepts(code, of: "ann", for: "customer"))
    #expect(
      !one.accepts(code, of: "ann", for: "card") && !one.accepts(code, of: "ben", for: "customer"))
    #expect(!other.accepts(code, of: "ann", for: "customer"))
    #expect(one.code(of: "b", for: "a") != one.code(of: "", for: "ab"))
    let kept = try #require(SecretKey(bytes: one.stored))
    #expect(kept.code(of: "ann", for: "customer") == code)
    #expect(SecretKey(bytes: Data([1, 2])) == nil)
  }

  @Test func `bytes are equal only when all of them are`() {
    let bytes = Data((0..<32).map { UInt8($0) })
    #expect(ConstantTime.areEqual(bytes, bytes) && ConstantTime.areEqual(Data(), Data()))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(!ConstantTime.areEqual(bytes, changed))
    }
    #expect(!ConstantTime.areEqual(bytes, bytes.dropLast()))
    #expect(ConstantTime.areEqual(bytes.dropFirst(), Data(bytes.dropFirst())))
  }
}
