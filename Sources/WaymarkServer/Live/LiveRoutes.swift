import Hummingbird
import JourneyFormats
import JourneyModel
import WorkspaceStore

/// The routes of editing together.
extension LiveWorkspace {
  var routes: [APIRoute] { readingRoutes + editingRoutes + streamRoutes + pictureRoutes }

  private var readingRoutes: [APIRoute] {
    [
      APIRoute(
        .get, "/api/workspace", .view, "The objects of the workspace that lie in no map.",
        response: .objects
      ) { [self] _ in .raw(.json(objects(of: nil))) },
      APIRoute(
        .get, "/api/maps/{map}", .view, "A map's objects, and those that lie in no map.",
        response: .objects
      ) { [self] request in
        let map = try known(request.parameter("map"))
        return .raw(.json(objects(of: map)))
      },
      APIRoute(
        .get, "/api/maps/{map}/findings", .view, "What the rules find in a map.",
        response: .object([
          .required("revision", .whole), .required("findings", .list(.finding)),
        ])
      ) { [self] request in .json(try await findings(in: try known(request.parameter("map")))) },
      APIRoute(
        .get, "/api/maps/{map}/reality", .view,
        "The live numbers of a map and what its cards stand on.", response: RealityAnswer.schema
      ) { [self] request in .json(try await reality(of: try known(request.parameter("map")))) },
      APIRoute(
        .get, "/api/maps/{map}/history", .view, "Who changed what in a map, the newest first.",
        query: [
          .optional("before", .whole, "only older revisions"), .optional("limit", .whole),
        ],
        response: .object([.required("revisions", .list(.revision))])
      ) { [self] request in
        let limit = min(max(try request.number("limit") ?? 50, 1), 200)
        let map = try known(request.parameter("map"))
        let revisions = try editor.history(
          map: map, before: try request.number("before"), limit: limit)
        return .json(["revisions": revisions.map(Self.told)])
      },
      APIRoute(
        .get, "/api/search", .view, "Maps, cards, personas and more that hold the words.",
        query: [.required("q", .text, "words; the last may be the beginning of one")],
        response: .object([
          .required(
            "hits",
            .list(
              .object([
                .required("kind", .text), .required("id", .text), .optional("map", .text),
                .required("title", .text),
                .required("snippet", .text, "found words stand between U+0002 and U+0003"),
              ])))
        ])
      ) { [self] request in
        let words = String((request.query["q"] ?? "").prefix(200))
        return .json(["hits": try editor.search(words, limit: 30).map(HitAnswer.init)])
      },
      APIRoute(
        .get, "/api/templates", .view, "Stage models to start a map from.",
        response: .list(
          .object([
            .required("id", .text), .required("name", .text), .required("summary", .text),
            .required("stages", .list(.text)),
            .required(
              "lanes",
              .list(
                .object([
                  .required("role", .text), .required("name", .text), .required("more", .flag),
                ]))),
          ]))
      ) { _ in .json(Template.all.map(TemplateAnswer.init)) },
    ]
  }

  private var editingRoutes: [APIRoute] {
    [
      APIRoute(
        .post, "/api/edits", .edit,
        "Makes changes, in order; a batch that was sent before is answered again and not done again.",
        request: .batches, response: .answers
      ) { [self] request in
        let body = try await request.body(BatchesBody.self)
        return .json(["answers": try await submit(body, by: try author(of: request))])
      },
      APIRoute(
        .post, "/api/maps", .edit, "Makes a map after a template.",
        request: NewMapBody.schema,
        response: .object([.required("map", .text), .optional("revision", .whole)])
      ) { [self] request in
        let body = try await request.body(NewMapBody.self)
        return .json(try await make(body, by: try author(of: request)))
      },
    ]
  }

  private var streamRoutes: [APIRoute] {
    [
      APIRoute(
        .get, "/api/events", .view,
        "What happens from now on; with a revision, also what has happened since.",
        query: [
          .optional("since", .whole, "the last revision that is known; Last-Event-ID wins"),
          .optional("client", .text), .optional("map", .text),
        ], response: .events
      ) { [self] request in .raw(try events(for: request)) },
      APIRoute(
        .post, "/api/presence", .view, "Tells the others what this person has in hand.",
        request: .object([
          .required("client", .text(atMost: 60)), .required("map", .text(atMost: 80)),
          .optional("object", .nullable(.reference)),
        ])
      ) { [self] request in
        try attend(try await request.body(PresenceBody.self), try request.signedIn)
        return .nothing
      },
    ]
  }

  private var pictureRoutes: [APIRoute] {
    [
      APIRoute(
        .put, "/api/files", .edit, "Stores a picture: PNG, JPEG, WebP or GIF.",
        request: .bytes(PictureType.allCases.map(\.mediaType)),
        response: .object([.required("hash", .text), .required("type", .text)]),
        longestBody: PictureFolder.largest
      ) { [self] request in
        let bytes = Array(try await request.bytes().readableBytesView)
        guard let type = PictureType(of: bytes) else {
          throw APIFailure(
            .unsupportedMediaType, "no-picture",
            variant: PictureType.looksLikeSVG(bytes) ? "svg" : "")
        }
        let hash = try pictures.store(bytes)
        return .json(["hash": hash, "type": type.mediaType])
      },
      APIRoute(
        .get, "/files/{hash}", .view, "A picture.",
        response: .bytes(PictureType.allCases.map(\.mediaType))
      ) { [self] request in
        guard let picture = try pictures.read(request.parameter("hash")) else {
          throw APIFailure.notFound("picture")
        }
        return .raw(
          .bytes(
            picture.bytes, type: picture.type.mediaType,
            cache: "private, max-age=31536000, immutable"))
      },
    ]
  }
}

/// The body of `POST /api/edits`.
struct BatchesBody: Decodable {
  struct Batch: Decodable {
    var sequence: Int
    var intention: String
    var edits: [Edit]?
    var undo: [Inverse]?
  }
  var client: String
  var batches: [Batch]
}

struct PresenceBody: Decodable {
  var client: String
  var map: String
  var object: ObjectReference?
}

private struct HitAnswer: Encodable {
  var kind: String
  var id: String
  var map: String?
  var title: String
  var snippet: String

  init(_ hit: SearchHit) {
    kind = hit.object.kind.rawValue
    id = hit.object.id
    map = hit.object.map
    title = hit.title
    snippet = hit.snippet
  }
}

private struct TemplateAnswer: Encodable {
  struct Lane: Encodable {
    var role: String
    var name: String
    var more: Bool
  }
  var id: String
  var name: String
  var summary: String
  var stages: [String]
  var lanes: [Lane]

  init(_ template: Template) {
    let map = template.journeyMap
    id = template.id
    name = template.name
    summary = template.summary
    stages = map.stages.map(\.name)
    lanes = map.lanes.map { Lane(role: $0.role.rawValue, name: $0.name, more: $0.isHidden) }
  }
}
