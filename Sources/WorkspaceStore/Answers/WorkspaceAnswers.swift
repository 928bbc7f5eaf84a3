public import Feedback

/// The form in which a workspace keeps answers: a table that a spreadsheet opens, one answer a row.
public enum WorkspaceAnswers {
  /// Reads stored answers.
  ///
  /// - Parameter file: how the table is called in errors.
  /// - Throws: `.badAnswers` at the first row that cannot be read; `.newerFormat` for a table of a newer version.
  public static func read(
    _ bytes: [UInt8], of survey: Survey, file: String? = nil
  ) throws(WorkspaceStoreError) -> [Answer] {
    try AnswerTable.read(bytes, survey: survey, file: file ?? "answers/\(survey.id).csv")
  }

  /// Writes answers as `read` reads them.
  public static func write(_ answers: [Answer], of survey: Survey) -> [UInt8] {
    AnswerTable.write(answers, survey: survey)
  }
}
