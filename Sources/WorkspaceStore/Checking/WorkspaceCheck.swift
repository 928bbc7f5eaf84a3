public import Diagnostics
public import JourneyFormats
public import JourneyModel

/// Everything that can be found wrong in a workspace or in one of its files, without its events.
public enum WorkspaceCheck {
  /// Checks a workspace folder, or one file in or outside a workspace.
  ///
  /// - Parameter today: for what grows stale.
  /// - Returns: findings ordered by file and place, those without a place last.
  public static func check(
    _ path: String, today: CalendarDate, limits: NotationLimits = NotationLimits()
  ) throws(WorkspaceStoreError) -> [Diagnostic] {
    switch try FolderFile.resolved(path).map({ real throws(WorkspaceStoreError) in
      try FolderFile.kind(real)
    }) ?? nil {
    case .folder: return try checkFolder(path, today: today, limits: limits)
    case .file: return try checkFile(path, today: today, limits: limits)
    case .other: throw .notARegularFile(path: path)
    case nil: throw .notFound(path: path)
    }
  }

  /// Checks every file of a workspace, and what they say together.
  ///
  /// - Throws: `.notFound`, `.notAFolder` or `.notAWorkspace`; what is wrong inside is a finding.
  public static func checkFolder(
    _ path: String, today: CalendarDate, limits: NotationLimits = NotationLimits()
  ) throws(WorkspaceStoreError) -> [Diagnostic] {
    let read = try FolderDocuments(opening: path, limits: limits).gather()
    guard let value = read.value else { return read.diagnostics }
    return findings(in: value, reading: read.diagnostics, today: today)
  }

  /// Checks one file; its references are looked up in the nearest folder above it that is a workspace.
  ///
  /// - Throws: `.notFound`, `.notARegularFile`, `.tooLarge`; what is wrong inside is a finding.
  public static func checkFile(
    _ path: String, today: CalendarDate, limits: NotationLimits = NotationLimits()
  ) throws(WorkspaceStoreError) -> [Diagnostic] {
    guard let real = FolderFile.resolved(path),
      let bytes = try FolderFile.read(real, limit: limits.bytes)
    else { throw .notFound(path: path) }
    let folder = try FolderDocuments.nearestWorkspace(to: path)
    let inside = folder.map { String(real.dropFirst($0.count + 1)) }
    let document =
      inside.flatMap { WorkspaceDocument(path: $0) }
      ?? WorkspaceDocument(guessing: bytes, path: real, limits: limits)
    guard let document else {
      return [
        Diagnostic(
          "notation.unknown-file", .error, variant: "alone", at: TextLocation(file: path))
      ]
    }
    var files: [DocumentText] = []
    if let folder {
      let workspace = try WorkspaceAccess.reading(folder)
      for other in try workspace.documents() where other != document {
        // Files that cannot be read are findings of the whole workspace, not of this file.
        if let bytes = try? workspace.read(other) { files.append(DocumentText(other, bytes)) }
      }
    } else if document != .settings {
      files.append(DocumentText(.settings, Notation.printSettings(Workspace(name: "alone"))))
    }
    files.append(DocumentText(document, bytes))
    let read = Notation.read(files, limits: limits)
    return selected(
      from: read, document: document, path: path, isAlone: folder == nil, today: today)
  }

  /// The findings that concern one document, at the path under which it was given.
  private static func selected(
    from read: Diagnosed<Sourced<WorkspaceContents>>, document: WorkspaceDocument, path: String,
    isAlone: Bool, today: CalendarDate
  ) -> [Diagnostic] {
    var unresolved = UnresolvedReferences()
    var all = read.diagnostics
    if var value = read.value {
      if isAlone { unresolved.complete(&value.value) }
      all = findings(in: value, reading: read.diagnostics, today: today)
    }
    var result = all.filter { $0.location?.file == document.path }
    for index in result.indices { result[index].location?.file = path }
    if !unresolved.names.isEmpty {
      result.append(
        Diagnostic(
          "notation.unresolved", .note,
          ["names": Saying.list(unresolved.names, limit: 5)], at: TextLocation(file: path)))
    }
    return result
  }

  /// Findings of reading, of the model's rules and of the surveys, each at its place.
  ///
  /// - Parameter readings: live numbers of cards that claim something, where there are any.
  public static func findings(
    in contents: Sourced<WorkspaceContents>, reading: [Diagnostic], today: CalendarDate,
    readings: [ObjectReference: Evidence.Reading] = [:]
  ) -> [Diagnostic] {
    let rules = contents.findings(today: today, readings: readings)
    let result = reading + rules.filter { !isSaid($0, by: reading) }
    return result.enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (let left?, let right?): left == right ? a.offset < b.offset : left < right
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): a.offset < b.offset
      }
    }.map(\.element)
  }

  /// Whether reading has said the same already, and more exactly: it knows both places of an id and what is missing.
  private static func isSaid(_ finding: Diagnostic, by reading: [Diagnostic]) -> Bool {
    if finding.code.hasSuffix(".duplicate-id") {
      return reading.contains {
        $0.code == "notation.duplicate-id" && $0.subject == finding.subject
      }
    }
    guard finding.code.hasSuffix(".empty-name") || finding.code.hasSuffix(".empty-card") else {
      return false
    }
    return reading.contains {
      $0.code == "notation.missing-key" && $0.location == finding.location
    }
  }
}
