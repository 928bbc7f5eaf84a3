import CPango

extension Typesetter {
  /// A text in lines, and how many of its characters no installed font can draw.
  struct BrokenText {
    var layout: TextLayout
    var unknownGlyphCount: Int
  }

  /// Breaks a text into lines by `TextMeasuring`'s rules.
  ///
  /// A line's width is that of the line set by itself, since that is how it will be drawn.
  func breakLines(
    _ text: String, style: TextStyle, width: Double?, maximumLines: Int?
  ) -> BrokenText {
    let width = width.flatMap { $0.isFinite ? max($0, 0) : nil }
    var text = text.preparedForSetting
    var isCut = false
    if let maximumLines {
      if maximumLines < 1 || text.isEmpty {
        return BrokenText(layout: .empty, unknownGlyphCount: 0)
      }
      isCut = text.shorten(
        to: maximumLines * Self.mostCharacters(in: width, style: style), lines: maximumLines)
    }
    if text.isEmpty { return BrokenText(layout: .empty, unknownGlyphCount: 0) }

    var (pieces, unknown) = pieces(of: text, style: style, width: width)
    if let maximumLines, pieces.count > maximumLines || isCut {
      pieces.removeSubrange(min(maximumLines, pieces.count)...)
      let last = pieces.count - 1
      let rest = text.utf8[pieces[last].text.startIndex...].prefix { $0 != 0x0A }
      let shortened = ellipsized(Substring(rest), style: style, width: width)
      pieces[last] = Piece(text: Substring(shortened), width: nil)
    }
    return BrokenText(layout: stacked(pieces, style: style), unknownGlyphCount: unknown)
  }

  /// A line without the spaces at which it was broken, and its width if it is known already.
  private struct Piece {
    var text: Substring
    var width: Double?
    var continuesWord = false
  }

  /// Breaks a text; every piece of more than one character fits into the width.
  private func pieces(
    of text: String, style: TextStyle, width: Double?
  ) -> (pieces: [Piece], unknownGlyphCount: Int) {
    set(text, style: style, width: width)
    let unknown = Int(pango_layout_get_unknown_glyphs_count(layout))
    let pieces = brokenPieces(of: text[...])
    let isPlain = !text.dependsOnNeighbours
    let lines = pieces.flatMap {
      isPlain && $0.width != nil ? [$0] : fitted($0, style: style, width: width)
    }
    return (lines, unknown)
  }

  /// A piece measured by itself, and broken again if that makes it too wide.
  ///
  /// Beside other scripts, spaces and digits may come from another font than they do in a line of their own; and a letter
  /// cut off from the next loses its kerning.
  private func fitted(_ piece: Piece, style: TextStyle, width: Double?) -> [Piece] {
    var piece = piece
    let text = String(piece.text)
    let alone = self.width(of: text, style: style)
    piece.width = alone
    guard let width, alone > width, text.count > 1 else { return [piece] }
    var parts: [Piece] = []
    var limit = width
    repeat {
      set(text, style: style, width: max(limit, 0))
      parts = brokenPieces(of: piece.text)
      limit -= alone - width + 0.1
    } while parts.count == 1 && limit > -1
    guard parts.count > 1 else { return [piece] }
    parts[parts.count - 1].continuesWord = piece.continuesWord
    return parts.flatMap { fitted($0, style: style, width: width) }
  }

  /// The lines of the shared layout.
  private func brokenPieces(of text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    let utf8 = text.utf8
    var position = utf8.startIndex
    var offset = 0
    var node = pango_layout_get_lines_readonly(layout)
    while let current = node {
      let linePointer = current.pointee.data.assumingMemoryBound(to: PangoLayoutLine.self)
      let line = linePointer.pointee
      node = current.pointee.next
      let next = node?.pointee.data.assumingMemoryBound(to: PangoLayoutLine.self).pointee
      let startsSoftly = line.is_paragraph_start == 0
      let endsSoftly = next?.is_paragraph_start == 0

      position = utf8.index(position, offsetBy: Int(line.start_index) - offset)
      offset = Int(line.start_index)
      let whole = text[position..<utf8.index(position, offsetBy: Int(line.length))]
      var piece = whole
      if startsSoftly { piece = piece.withoutLeadingSpaces }
      if endsSoftly { piece = piece.trimmingTrailingSpaces }
      // A line that held nothing but the spaces of a break is no line.
      if piece.isEmpty, !whole.isEmpty { continue }
      // Pango counts the one space at a break as nothing. Further spaces it counts, and letters that join may look
      // different at the end of a line: such lines are measured by themselves.
      let trimmed = whole.utf8.count - piece.utf8.count
      let isExact =
        trimmed == (endsSoftly ? 1 : 0) && piece.startIndex == whole.startIndex
        && (!startsSoftly || pieces.last?.width != nil)
      var width: Double?
      if isExact {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(linePointer, nil, &logical)
        width = Double(logical.width) / Double(PANGO_SCALE)
      }
      pieces.append(
        Piece(text: piece, width: width, continuesWord: endsSoftly && trimmed == 0))
    }
    return pieces.isEmpty ? [Piece(text: text, width: nil)] : pieces
  }

  private func stacked(_ pieces: [Piece], style: TextStyle) -> TextLayout {
    let leading = style.size * style.lineHeight
    let first = baseline(of: style)
    var widest = 0.0
    var lines: [TextLayout.Line] = []
    lines.reserveCapacity(pieces.count)
    for piece in pieces {
      let text = String(piece.text)
      let width = piece.width ?? width(of: text, style: style)
      widest = max(widest, width)
      lines.append(
        TextLayout.Line(
          text: text, width: width, baseline: first + Double(lines.count) * leading,
          continuesWord: piece.continuesWord))
    }
    return TextLayout(lines: lines, size: Size(widest, Double(lines.count) * leading))
  }

  /// The longest beginning of a text that fits into the width with "…" behind it; at least "…".
  private func ellipsized(_ text: Substring, style: TextStyle, width: Double?) -> String {
    guard let width else { return text.withoutTrailingSpaces + "…" }
    let room = width - self.width(of: "…", style: style)
    guard room > 0 else { return "…" }
    let whole = String(text.prefix(Self.mostCharacters(in: width, style: style)))
    set(whole, style: style)
    var byte: Int32 = 0
    let isInside = pango_layout_line_x_to_index(
      pango_layout_get_line_readonly(layout, 0), Self.units(room), &byte, nil)
    let fits = { (kept: Substring) in
      self.width(of: kept.withoutTrailingSpaces + "…", style: style) <= width
    }
    var kept = isInside != 0 ? Substring(whole.utf8.prefix(Int(byte))) : whole[...]
    while !kept.isEmpty, !fits(kept) { kept.removeLast() }
    while kept.endIndex < whole.endIndex {
      let longer = whole[..<whole.index(after: kept.endIndex)]
      guard fits(longer) else { break }
      kept = longer
    }
    return kept.withoutTrailingSpaces + "…"
  }

  /// More characters than a line of this width can show; keeps a huge text from being set only to be cut.
  private static func mostCharacters(in width: Double?, style: TextStyle) -> Int {
    guard let width, style.size > 0 else { return 10_000 }
    return max(200, Int(min(width / style.size * 8, 10_000)))
  }
}

extension TextLayout {
  /// What an empty text measures: no lines, no size.
  static let empty = TextLayout(lines: [], size: Size(0, 0))
}
