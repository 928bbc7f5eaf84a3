/// What is said in English of files of the notation.
let englishNotationFindings: [FindingText] = [
  .init(
    "answers.unreadable",
    meaning: "Stored answers are not in the form that Waymark writes.",
    remedy: "Mend the row, or take the answers in again with `waymark import answers`.",
    variants: [
      "row": .init(
        "the row is no CSV in UTF-8",
        hint: "close the quoted cell, or save the file as CSV with commas in UTF-8"),
      "cells": .init(
        "the row has {cells} cells, the header {header}", hint: "quote cells that contain a comma"),
      "time": .init("the time cannot be read", hint: "write it like 2026-03-09T10:15:00Z"),
      "channel": .init("the channel is unknown", hint: "channels: {channels}"),
      "weight": .init("the weight is no number from 0.0001 to 10000", hint: "leave it empty for 1"),
      "header": .init(
        "the first columns are not those of stored answers",
        hint: "they are: {columns}; take in other files with 'waymark import answers'"),
    ]),
  .init(
    "notation.alias",
    meaning: "YAML anchors and aliases are refused: a few of them can stand for gigabytes.",
    remedy: "Write the value out; quote a text that begins with `&` or `*`.",
    message: "aliases (*name) are not part of the notation",
    hint: "write the value out; quote the text if it begins with '*'",
    variants: [
      "anchor": .init(
        "anchors (&name) are not part of the notation",
        hint: "remove it; quote the text if it begins with '&'")
    ]),
  .init(
    "notation.bad-claim",
    meaning: "A claim is not written like `loss of payment at least 30 %`.",
    remedy: "Write measure, relation and value as on the page of the notation.",
    message: "'{text}' is no claim",
    hint: "write it like 'loss of payment at least 30 %' or 'median time in payment at most 2 days'"
  ),
  .init(
    "notation.bad-date",
    meaning: "A date is not written `yyyy-mm-dd`, or there is no such day.",
    remedy: "Write it like `2026-03-09`.",
    message: "'{text}' is no date",
    hint: "write year-month-day, such as 2026-03-09"),
  .init(
    "notation.bad-id",
    meaning: "An id has other characters than a–z, 0–9 and `-`, or more than 80.",
    remedy: "Write the id that the hint proposes.",
    message: "'{text}' cannot be {what}",
    hint: "ids are lowercase letters, digits and '-'",
    variants: [
      "empty": .init("{what} is empty", hint: "ids are lowercase letters, digits and '-'")
    ],
    parts: [
      "write": "ids are lowercase letters, digits and '-'; write '{id}'"
    ]),
  .init(
    "notation.bad-number",
    meaning: "A number is expected, or another range of numbers.",
    remedy: "Write digits, with a decimal point where needed.",
    message: "'{text}' is no number",
    hint: "write it with digits and a decimal point, such as 2.5",
    variants: [
      "whole-from": .init("'{text}' is no whole number from {from} up"),
      "whole-between": .init("'{text}' is no whole number {from} … {to}"),
      "format": .init(
        "'format' is the number of the file format", hint: "write 'format: {format}'"),
      "scale": .init(
        "'{text}' is no scale", hint: "write the lowest and the highest score, such as '1–5'"),
      "range": .init(
        "'{text}' is no range of scores",
        hint: "write the lowest and the highest score, such as '0–6'"),
    ]),
  .init(
    "notation.bad-place",
    meaning:
      "What a survey is about is not written like `touchpoint checkout`, `stage payment` or `journey`.",
    remedy: "Write one of these three forms.",
    message: "'{text}' is nothing a survey can be about",
    hint: "write 'touchpoint ID', 'stage ID', or 'journey' for the whole of it"),
  .init(
    "notation.bad-time-frame",
    meaning: "A time is not written like `1–3 days` or `2 weeks`.",
    remedy: "Write two numbers and a unit: minutes, hours, days, weeks, months or years.",
    message: "'{text}' is no time frame",
    hint: "write it like '1–3 days' or '2 weeks', in {units}",
    variants: [
      "days": .init(
        "'{text}' is no whole number of days from 1 up",
        hint: "write it like '180 days' or '26 weeks'")
    ]),
  .init(
    "notation.duplicate-id",
    meaning: "An id stands twice where it must be unique.",
    remedy: "Give one of the two an id of its own.",
    message: "{what} with the id '{id}' stands already in line {line}",
    hint: "give this one an id of its own"),
  .init(
    "notation.duplicate-key",
    meaning: "A key stands twice in one mapping.",
    remedy: "Join the two, or remove one.",
    message: "'{key}' stands twice in {what}, first in line {line}",
    hint: "join the two, or remove one",
    variants: [
      "synonym": .init(
        "'{key}' says again what stands in line {line}", hint: "remove one of the two")
    ]),
  .init(
    "notation.empty-file",
    meaning: "The file is empty.",
    remedy: "Begin it with `format: 1`.",
    message: "the file is empty",
    hint: "begin it with 'format: 1'"),
  .init(
    "notation.missing-file",
    meaning: "A file that every workspace has is not there.",
    remedy: "Create it; `waymark init` shows how it looks.",
    message: "the workspace has no file 'waymark.yaml'",
    hint: "a file with 'format: 1' and 'name: …' is enough"),
  .init(
    "notation.missing-format",
    meaning: "The file does not begin with `format: 1`.",
    remedy: "Write `format: 1` in the first line.",
    message: "the file does not say its format",
    hint: "begin it with a line 'format: {format}'"),
  .init(
    "notation.missing-key",
    meaning: "A key that must be there is not.",
    remedy: "Add the line that the hint names.",
    message: "{what} needs '{key}'",
    hint: "add a line '{key}: …'",
    variants: [
      "empty": .init("'{key}' of {what} is empty", hint: "write it behind the colon"),
      "card-without-text": .init("a card without a text", hint: "write one, or remove the '-'"),
      "card-text": .init("a card needs 'text'", hint: "or a touchpoint, an emotion or a picture"),
      "role": .init(
        "a lane needs 'role'", hint: "add a line such as 'role: barrier', or 'role: custom'"),
      "name": .init("{what} needs a name"),
    ],
    parts: [
      "score": "a number from -3 to 3",
      "source": "who or what said it",
      "one-of": "one of: {values}",
      "flow-kind": "skip, return or loop",
      "stage": "name a stage by its id",
      "touchpoint": "name the touchpoint where it happens",
      "about":
        "add a line 'about: …': write 'touchpoint ID', 'stage ID', or 'journey' for the whole of it",
    ]),
  .init(
    "notation.newer-format",
    meaning: "The file was written by a newer version of the program, which this one cannot read.",
    remedy: "Use a newer version of Waymark.",
    message: "the file has format {found}; this version of Waymark reads up to {format}",
    hint: "use a newer version of Waymark",
    variants: [
      "answers": .init(
        "the answers have format {found}; this version of Waymark reads up to {format}",
        hint: "use a newer version of Waymark")
    ]),
  .init(
    "notation.not-text",
    meaning: "The file is not UTF-8 text, or holds a control character.",
    remedy: "Save the file as UTF-8.",
    message: "the bytes here are no UTF-8 text",
    hint: "save the file as UTF-8",
    variants: [
      "control": .init(
        "a control character stands here",
        hint: "remove it, or write it as an escape within double quotes")
    ]),
  .init(
    "notation.several-documents",
    meaning: "A file holds one document.",
    remedy: "Remove the line `---`.",
    message: "a second document begins here",
    hint: "a file of the notation holds one document; remove the line '---'"),
  .init(
    "notation.syntax",
    meaning:
      "The text is no YAML; the hint names the usual cause (a tab, an unquoted colon, a missing quote).",
    remedy: "Follow the hint; indent with spaces and quote texts that contain `: `.",
    message: "this is no YAML: {problem}",
    hint: "check the line",
    variants: [
      "colon": .init(
        "a ':' stands where no key can be",
        hint: "put the text in quotes if it contains ': ', and check the indentation"),
      "first-character": .init(
        "a value cannot begin with this character",
        hint:
          "indent with spaces, not with tabs; put a text that begins with '@', '`' or '%' in quotes"
      ),
      "tab": .init("a tab stands in the indentation", hint: "indent with spaces"),
      "no-colon": .init(
        "a key has no ':'", hint: "write 'key: value'; put a text over several lines in quotes"),
      "no-key": .init(
        "a key is expected here",
        hint: "check the indentation, and put a text that begins with a quote in quotes as a whole"),
      "no-item": .init(
        "an item of the list is expected here", hint: "begin it with '- ' under the items before it"
      ),
      "list-on-line": .init(
        "a list cannot begin on this line", hint: "begin it on the next line, with '- '"),
      "open-quote": .init("a quoted text does not end", hint: "add the closing quote"),
      "open-list": .init("a list in brackets does not end", hint: "add ',' or ']'"),
      "open-mapping": .init("a mapping in braces does not end", hint: "add ',' or '}'"),
      "escape": .init(
        "an unknown escape", hint: "write '\\\\' for a backslash, or use single quotes"),
      "document-end": .init(
        "the document has ended before this line",
        hint: "check the indentation of this line, or remove the line '...'"),
    ]),
  .init(
    "notation.tag",
    meaning: "YAML tags are refused.",
    remedy: "Remove it; quote a text that begins with `!`.",
    message: "tags (!name) are not part of the notation",
    hint: "remove it; quote the text if it begins with '!'"),
  .init(
    "notation.too-deep",
    meaning: "Lists and mappings stand within each other more than 64 deep.",
    remedy: "Check the indentation.",
    message: "lists and mappings stand within each other more than {limit} deep",
    hint: "check the indentation",
    variants: [
      "parser": .init(
        "lists and mappings stand too deep within each other", hint: "check the indentation")
    ]),
  .init(
    "notation.too-large",
    meaning: "The file is larger than the notation allows (16 MB).",
    remedy: "Divide the file, or check that it is the right one.",
    message: "the file has {bytes} bytes; a file of the notation has at most {limit}",
    hint: "divide it, or check that it is the right file"),
  .init(
    "notation.too-many-findings",
    meaning: "The file has more findings than are shown.",
    remedy: "Mend the first ones and check again.",
    message: "{count} more findings in this file are not shown",
    hint: "mend the first ones and check again"),
  .init(
    "notation.too-many-values",
    meaning:
      "The file holds more values than the notation allows (80,000, or 10,000 items of lists).",
    remedy: "Divide the file, or check that it is the right one.",
    message: "the file holds more than {limit} values",
    hint: "divide it, or check that it is the right file",
    variants: [
      "items": .init(
        "the lists of the file hold more than {limit} items",
        hint: "divide it, or check that it is the right file")
    ]),
  .init(
    "notation.unknown-file",
    meaning: "A file in the workspace folder is none of those the notation knows.",
    remedy: "Rename, move or remove the file.",
    message: "the file '{path}' is not read",
    hint:
      "files of a workspace: waymark.yaml, touchpoints.yaml, bindings.yaml, and those in maps, personas and surveys",
    variants: [
      "alone": .init(
        "the file is none of the files of a workspace",
        hint:
          "it begins with 'format: 1' and has keys such as 'stages', 'touchpoints' or 'questions'")
    ],
    parts: [
      "rename": "rename it to '{id}.yaml': the name of the file is the id"
    ]),
  .init(
    "notation.unknown-key",
    meaning: "A key that the notation does not have at this place.",
    remedy: "Correct the spelling, or remove the line.",
    message: "{what} has no key '{key}'",
    parts: [
      "merge": "merge keys are not part of the notation; write the values out",
      "known": "known here: {keys}",
    ]),
  .init(
    "notation.unknown-reference",
    meaning: "A survey is about a touchpoint or stage that does not exist.",
    remedy: "Correct the id, or add the touchpoint or stage.",
    message: "survey '{survey}' is about {kind} '{id}', which does not exist"),
  .init(
    "notation.unknown-value",
    meaning: "The value is none of those that can stand here.",
    remedy: "Use one of the values that the hint names.",
    message: "'{text}' is no value of '{key}'",
    variants: [
      "flag": .init(
        "'{key}' is either true or false", hint: "write '{key}: true', or leave it out"),
      "role": .init("'{text}' is no role of a lane"),
    ],
    parts: [
      "known": "known values: {values}",
      "roles": "roles: {roles}",
    ]),
  .init(
    "notation.unresolved",
    meaning: "The file stands in no workspace, so references to other files were not checked.",
    remedy: "Put the file into a folder with `waymark.yaml` to have its references checked.",
    message: "not looked up, for the file stands alone: {names}",
    hint: "put it into a workspace folder to have them checked"),
  .init(
    "notation.wrong-type",
    meaning: "A list, a mapping or a text stands where another form is expected.",
    remedy: "Write the form that the message names.",
    message: "{what} must be {expected}, but here is {form}",
    variants: [
      "cards-of-lane": .init(
        "the cards of a lane stand under a stage or step",
        hint: "write the id of the stage as a key, and its cards as a list under it")
    ],
    parts: [
      "quote-text": "put it in quotes if it is meant as text",
      "begin-items": "begin each item with '- '",
      "write-lines": "write lines of the form 'key: value'",
      "card-outside-lane": "name its 'lane' and its 'step', or write it under its lane",
      "begin-with-format": "begin it with a line 'format: 1'",
    ]),
  .init(
    "workspace.unreadable-file",
    meaning: "A file of the workspace is a link, a device, too large, or may not be read.",
    remedy: "Put the file itself there, with the right to read it."),
]
