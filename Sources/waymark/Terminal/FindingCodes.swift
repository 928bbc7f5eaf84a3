import Diagnostics
import JourneyFormats
import JourneyModel

/// Every documented code of a finding, of all modules.
enum FindingCodes {
  static let all: [FindingCode] =
    ModelRules.codes + NotationCode.codes + EventFileError.codes + AnswerFileError.codes
}
