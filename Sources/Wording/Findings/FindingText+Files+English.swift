/// What is said in English of files of events and answers.
let englishFileFindings: [FindingText] = [
  .init(
    "answers.bad-time",
    meaning: "The time of a row cannot be read.",
    remedy: "Mend the cell in the file and import it again.",
    message: "the row is left out: {reason}"),
  .init(
    "answers.broken-row",
    meaning: "A row has another number of fields than the header, broken quotes, or is no text.",
    remedy: "Mend the row in the file and import it again.",
    message: "the row is left out: {reason}"),
  .init(
    "answers.column-twice",
    meaning: "Two options name the same column.",
    remedy: "Name a column of its own for each role.",
    message: "the column '{name}' is given for {options}",
    hint: "name a column of its own for each"),
  .init(
    "answers.date-order",
    meaning: "Nothing in the column of times tells the day from the month.",
    remedy: "Say which comes first with --date-order dmy, mdy or ymd.",
    message: "day and month cannot be told apart in the column '{column}' ('{example}')",
    hint: "say which comes first with --date-order dmy, mdy or ymd"),
  .init(
    "answers.no-rows",
    meaning: "The file has column names and nothing else.",
    remedy: "Export the table again, with its rows.",
    message: "the file has column names but no rows"),
  .init(
    "answers.not-a-score",
    meaning: "A score is not a whole number.",
    remedy: "Mend the cell, or read the column as text with --kind text.",
    message: "the row is left out: {reason}"),
  .init(
    "answers.not-a-time-column",
    meaning: "The column of times holds nothing that can be read as a time.",
    remedy: "Name another column with --time, or write times as 2024-05-31 14:05:00.",
    message: "the column '{column}' holds no times that can be read, such as '{example}'",
    hint: "name the column of times with --time, or write times as 2024-05-31 14:05:00"),
  .init(
    "answers.off-scale",
    meaning: "A score is not on the scale.",
    remedy: "Mend the cell, or say what the scale is with --scale.",
    message: "the row is left out: {reason}"),
  .init(
    "answers.same-id",
    meaning: "An earlier row has the same id.",
    remedy: "Take one of the rows out, or name another column with --id.",
    message: "the row is left out: {reason}"),
  .init(
    "answers.score-not-found",
    meaning: "No column, or more than one, could hold the scores.",
    remedy: "Name the column with --score, and what it holds with --kind.",
    message: "no column looks like scores; the columns are {columns}",
    hint: "name the column with --score, and what it holds with --kind",
    variants: [
      "several": .init(
        "several columns could be the scores: {candidates}",
        hint: "name the column with --score, and what it holds with --kind")
    ]),
  .init(
    "answers.too-large",
    meaning: "The file is larger than answer files may be.",
    remedy: "Split it into several files.",
    message: "the file is larger than {megabytes} MB",
    hint: "split it into several files"),
  .init(
    "answers.unknown-column",
    meaning: "An option names a column that the file does not have.",
    remedy: "Name a column of the file; the message lists them.",
    message: "{option} names the column '{name}', which the file does not have",
    hint: "its columns are {columns}"),
  .init(
    "answers.unknown-zone",
    meaning: "The zone that was given does not exist.",
    remedy: "Use a name such as Europe/Kyiv, or an offset such as +02:00.",
    message: "there is no time zone '{name}'",
    hint: "use a name such as Europe/Kyiv, or an offset such as +02:00"),
  .init(
    "events.column-twice",
    meaning: "Two options name the same column.",
    remedy: "Name a column of its own for each role.",
    message: "the column '{name}' is given for {options}",
    hint: "name a column of its own for each"),
  .init(
    "events.date-order",
    meaning: "Nothing in the column of times tells the day from the month.",
    remedy: "Say which comes first with --date-order dmy, mdy or ymd.",
    message: "day and month cannot be told apart in the column '{column}' ('{example}')",
    hint: "say which comes first with --date-order dmy, mdy or ymd"),
  .init(
    "events.no-rows",
    meaning: "The file has column names and nothing else.",
    remedy: "Export the table again, with its rows.",
    message: "the file has column names but no rows"),
  .init(
    "events.not-a-time-column",
    meaning: "The column of times holds nothing that can be read as a time.",
    remedy: "Name another column with --time, or write times as 2024-05-31 14:05:00.",
    message: "the column '{column}' holds no times that can be read, such as '{example}'",
    hint: "name the column of times with --time, or write times as 2024-05-31 14:05:00"),
  .init(
    "events.roles-not-found",
    meaning: "No column looks like the customer, the time or the activity.",
    remedy: "Name the columns with --case, --time and --activity, or mend the separator.",
    message: "no column looks like {roles}; the columns are {columns}",
    hint: "say which columns they are with {options}",
    parts: [
      "separator":
        "the file seems to have one column when cut at {separator}: is it separated by ',', ';', tab or '|'?"
    ]),
  .init(
    "events.unknown-column",
    meaning: "An option names a column that the file does not have.",
    remedy: "Name a column of the file; the message lists them.",
    message: "{option} names the column '{name}', which the file does not have",
    hint: "its columns are {columns}"),
  .init(
    "events.unknown-zone",
    meaning: "The zone of --zone does not exist.",
    remedy: "Use a name such as Europe/Kyiv, or an offset such as +02:00.",
    message: "there is no time zone '{name}'",
    hint: "use a name such as Europe/Kyiv, or an offset such as +02:00"),
  .init(
    "file.binary-file",
    meaning: "The file holds bytes that no text has.",
    remedy: "Export the table as CSV in UTF-8, plain or gzipped.",
    message: "this is not a text file: byte {byte} is one that no text has",
    hint: "export the table as CSV in UTF-8, plain or gzipped"),
  .init(
    "file.broken-compression",
    meaning: "The gzip file is cut short, or its checksum does not match.",
    remedy: "Copy or download the file again.",
    message: "the gzip file is damaged or cut short ({detail})",
    hint: "copy or download the file again"),
  .init(
    "file.empty-file",
    meaning: "The file holds nothing.",
    remedy: "Export the table again.",
    message: "the file is empty",
    hint: "a table begins with a line of column names"),
  .init(
    "file.line-too-long",
    meaning: "A line is longer than a record may be.",
    remedy: "Make sure that the file is a table with one record a line.",
    message: "the line is longer than {limit} bytes",
    hint: "make sure that the file is a table with one record a line"),
  .init(
    "file.not-utf8",
    meaning: "The column names are not UTF-8 text.",
    remedy: "Save the file in UTF-8.",
    message: "the line of column names is not UTF-8 text",
    hint: "save the file in UTF-8"),
  .init(
    "file.unreadable",
    meaning: "The system does not let the file be read.",
    remedy: "Check the path and the permissions; name a regular file.",
    message: "cannot {attempt}: {reason}",
    variants: [
      "not-regular": .init(
        "this is not a regular file", hint: "save the table to a file first, and name that file")
    ]),
]
