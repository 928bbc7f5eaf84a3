/// What is said in English of changes to a workspace: what became of them, what they may hold, and what they are called
/// in the history.
let englishEditTexts: [String: String] = [
  // What became of an edit
  "edit.to-tombstone": "the {kind} was deleted in the meantime",
  "edit.to-tombstone#hint": "restore it from the history to go on with it",
  "edit.already-exists": "there is another {kind} '{id}'",
  "edit.already-exists#hint": "give the new one another id",
  "edit.unknown-object": "there is no {kind} '{id}'",
  "edit.changed-since": "somebody has changed {names} since; it stays as they made it",
  "edit.filled-since": "somebody has put {count} more into the {kind} since",
  "edit.deleted-since": "somebody has deleted the {kind} since",
  "edit.restored-since": "somebody has restored the {kind} since",
  "edit.not-possible": "it cannot be taken back any more",

  // What a batch may hold
  "batch.too-many-edits": "the batch has {count} edits; at most {limit} are taken at once",
  "batch.too-many-edits#hint": "send them in several batches",
  "batch.long-intention": "the intention is longer than {limit} characters",
  "batch.long-intention#hint": "say it shorter",
  "batch.client": "a batch has a client of 1 to {limit} characters and a sequence from 0 up",
  "batch.long-text": "'{name}' of a {kind} is longer than {limit} bytes",
  "batch.long-text#hint": "keep long texts in a document and link to it",

  // In the history
  "word/command-line": "command line",
  "history.taken-in": "Taken in from text files",
  "history.settings-file": "Change the settings in waymark.yaml",
  "history.saved": "Save the workspace",
]
