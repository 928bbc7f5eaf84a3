extension FindingReport {
  /// One JSON object: `findings` in reading order, then the counts `errors`, `warnings`, `notes`.
  public func json() -> String {
    let findings = diagnostics.map { diagnostic in
      JSONNode.object([
        ("code", .text(diagnostic.code)),
        ("severity", .text(diagnostic.severity.rawValue)),
        ("message", .text(diagnostic.message)),
        ("file", diagnostic.location.map { .text($0.file) }),
        ("line", diagnostic.location.map { .number($0.line) }),
        ("column", diagnostic.location.map { .number($0.column) }),
        ("hint", diagnostic.hint.map { .text($0) }),
        ("subject", diagnostic.subject.map { .text($0) }),
      ])
    }
    let report = JSONNode.object([
      ("findings", .list(findings)),
      ("errors", .number(count(.error))),
      ("warnings", .number(count(.warning))),
      ("notes", .number(count(.note))),
    ])
    return report.written() + "\n"
  }
}
