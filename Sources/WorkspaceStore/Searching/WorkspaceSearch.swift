import GRDB
public import JourneyModel

/// Something that was found.
public struct SearchHit: Hashable, Sendable {
  public var object: ObjectReference
  /// What people call it.
  public var title: String
  /// The place where the words stand, each between U+0002 and U+0003.
  public var snippet: String
}

extension WorkspaceEditor {
  /// Objects that hold all words, the last of them as the beginning of a word; those with a hit in the title first.
  ///
  /// Deleted and hidden objects are never found. No text is a wrong query.
  public func search(_ text: String, limit: Int = 20) throws(WorkspaceStoreError) -> [SearchHit] {
    guard let query = Self.query(text), limit > 0 else { return [] }
    let state = state().state
    return try database.read { database in
      var hits: [SearchHit] = []
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT object.kind, object.map, object.id,
            snippet(search, -1, char(2), char(3), '…', 16) AS snippet
          FROM search JOIN object ON object.number = search.rowid
          WHERE search MATCH ?
          ORDER BY instr(highlight(search, 0, char(2), char(3)), char(2)) = 0,
            bm25(search, 10.0, 1.0), search.rowid
          """, arguments: [query])
      while hits.count < limit, let row = try rows.next() {
        let object = try StoredObjects.reference(row)
        guard state.isShown(object) else { continue }
        hits.append(
          SearchHit(object: object, title: state.label(of: object), snippet: row["snippet"]))
      }
      return hits
    }
  }

  /// The words in quotes, so that nothing in them means anything to FTS5; nil if there are none.
  static func query(_ text: String) -> String? {
    var words: [String] = []
    for part in text.prefix(200).split(whereSeparator: \.isWhitespace).prefix(16) {
      let word = String(
        String.UnicodeScalarView(part.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\"" }))
      // A word of signs alone has nothing that is indexed.
      if word.contains(where: { $0.isLetter || $0.isNumber }) { words.append("\"\(word)\"") }
    }
    guard !words.isEmpty else { return nil }
    return words.joined(separator: " ") + (text.last?.isWhitespace == true ? "" : "*")
  }
}
