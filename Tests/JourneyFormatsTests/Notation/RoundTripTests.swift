import Diagnostics
import JourneyFormats
import JourneyModel
import Statistics
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `what is printed reads back as the same workspace, and prints the same again`(seed: UInt64)
    throws
  {
    var world = GeneratedWorkspace(random: SplitMix64(seed: seed))
    for _ in 0..<12 {
      let contents = world.contents()
      let files = Notation.print(contents)
      let read = Notation.read(files)
      let value = try #require(read.value?.value, "\(read.diagnostics)")
      let isSame = value == contents.canonical()
      let printsTheSame = Notation.print(value) == files
      #expect(read.diagnostics == [])
      #expect(isSame)
      #expect(printsTheSame)
    }
  }

  @Test func `every awkward text survives as a value, as a key and as an item`() throws {
    for text in GeneratedWorkspace.awkward where !text.isEmpty {
      var persona = Persona(id: try #require(.init(rawValue: "p")), name: text)
      persona.portrait = [.init(name: text, value: text)]
      persona.quotes = [text, text]
      let printed = Notation.printPersona(persona)
      let read = Notation.readPersona(Array(printed.utf8), id: persona.id, file: "p.yaml")
      #expect(read.diagnostics == [], "\(printed)")
      #expect(read.value?.value.name.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
      #expect(read.value?.value == persona, "\(printed)")
    }
  }
}
