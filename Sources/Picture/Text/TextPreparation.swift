extension String {
  /// The text with every kind of line break as "\n", tabs as spaces, and without other control characters.
  var preparedForSetting: String {
    let isClean = utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF
    }
    if isClean { return self }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A where afterReturn: break
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFFFC, 0xFFFE, 0xFFFF: break
      default: result.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(result)
  }

  /// Whether it has scripts beside which spaces, digits and marks are set in another font or order: Hebrew, Arabic,
  /// Indic, Chinese, Japanese, Korean and others, but not Latin, Greek, Cyrillic, symbols and emoji.
  var dependsOnNeighbours: Bool {
    var lead: UInt8 = 0
    for byte in utf8 {
      switch (lead, byte) {
      case (_, 0xD6...0xE1), (_, 0xE3...0xEE), (_, 0xF1...): return true
      case (0xEF, let second) where second != 0xB8: return true
      case (0xF0, let second) where second != 0x9F: return true
      default: lead = byte
      }
    }
    return false
  }

  /// Cuts the text after so many characters or line breaks; true if anything was cut.
  mutating func shorten(to characters: Int, lines: Int) -> Bool {
    if utf8.count <= characters { return false }
    var end = startIndex
    var count = 0
    var breaks = 0
    while end < endIndex {
      if self[end] == "\n" { breaks += 1 }
      if count == characters || breaks == lines { break }
      end = index(after: end)
      count += 1
    }
    if end == endIndex { return false }
    self = String(self[..<end])
    return true
  }
}

extension Substring {
  var withoutTrailingSpaces: String { String(trimmingTrailingSpaces) }

  var trimmingTrailingSpaces: Substring {
    var rest = self
    while let last = rest.unicodeScalars.last, last.isBreakSpace {
      rest.unicodeScalars.removeLast()
    }
    return rest
  }

  var withoutLeadingSpaces: Substring {
    var rest = self
    while let first = rest.unicodeScalars.first, first.isBreakSpace {
      rest.unicodeScalars.removeFirst()
    }
    return rest
  }
}

extension Unicode.Scalar {
  /// A space at which a line may break, and which then is not drawn; no-break spaces are not among them.
  var isBreakSpace: Bool {
    switch value {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: true
    default: false
    }
  }
}
