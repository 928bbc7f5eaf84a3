import JourneyModel

/// The shapes of editing, for the description of the API.
extension Schema {
  static let reference = Schema.named(
    "Reference",
    .object([
      .required("kind", .choice(ObjectReference.Kind.allCases.map(\.rawValue))),
      .required("id", .text(atMost: 80)),
      .optional("map", .text(atMost: 80), "the map that owns the object"),
    ]))

  private static let values = Schema.named("Values", .dictionary(.any))

  static let object = Schema.named(
    "Object",
    .object([
      .required("kind", .text), .required("id", .text), .optional("map", .text),
      .optional("deleted", .flag, "deleted ones keep their properties, so that they can come back"),
      .required("properties", values),
    ]))

  static let objects = Schema.object([
    .required("revision", .whole, "the revision that the objects stand at"),
    .required("objects", .list(object)),
  ])

  static let edit = Schema.named(
    "Edit",
    .either([
      .object([
        .required("type", .choice(["insert"])), .required("object", reference),
        .required("properties", values),
      ]),
      .object([
        .required("type", .choice(["set"])), .required("object", reference),
        .required("property", .text), .required("value", .any),
      ]),
      .object([
        .required("type", .choice(["tombstone", "restore"])), .required("object", reference),
      ]),
      .object([
        .required("type", .choice(["move"])), .required("object", reference),
        .required("order", .text), .optional("into", values),
      ]),
    ]))

  static let inverse = Schema.named(
    "Inverse",
    .object([
      .required("edit", edit), .required("expects", .any), .required("mayHide", .flag),
    ]))

  static let batches = Schema.object([
    .required("client", .text(atMost: 60), "a name of the tab or program, unique for ever"),
    .required(
      "batches",
      .list(
        .object([
          .required("sequence", .whole(atLeast: 0, atMost: nil), "counts up with each batch"),
          .required("intention", .text(atMost: 200), "what the person wanted, for the history"),
          .optional("edits", .list(edit), "either this"),
          .optional("undo", .list(inverse), "or this: what an earlier answer gave as inverses"),
        ]))),
  ])

  static let answers = Schema.object([
    .required(
      "answers",
      .list(
        .named(
          "BatchAnswer",
          .object([
            .required("sequence", .whole),
            .optional("revision", .whole, "missing when nothing was changed"),
            .required(
              "outcomes",
              .list(
                .object([
                  .required("outcome", .text), .optional("message", .text),
                  .optional("hint", .text), .optional("object", reference),
                ]))),
            .required("inverses", .list(inverse)),
          ]))), "in the order of the batches; those without an answer were not done")
  ])

  static let revision = Schema.named(
    "Revision",
    .object([
      .required("number", .whole), .required("at", .instant), .optional("person", .text),
      .required("author", .text), .required("client", .text), .required("sequence", .whole),
      .required("intention", .text), .required("edits", .list(edit)),
      .required("editCount", .whole),
    ]))

  static let finding = Schema.named(
    "Finding",
    .object([
      .required("code", .text), .required("severity", .choice(["note", "warning", "error"])),
      .required("message", .text), .optional("hint", .text), .required("subject", reference),
      .optional("property", .text),
    ]))
}
