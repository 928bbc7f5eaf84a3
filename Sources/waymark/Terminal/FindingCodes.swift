import Diagnostics
import Feedback
import JourneyFormats
import JourneyModel

/// Every documented code of a finding, of all modules.
enum FindingCodes {
  static let all: [FindingCode] =
    ModelRules.codes + NotationCode.codes + Survey.codes + EventFileError.codes
    + AnswerFileError.codes
}
