import CYaml

/// One step through a YAML text: the start or end of a value, or a scalar.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(text: String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// `*name`, and `&name` or `!tag` before a value: never accepted.
    case alias, anchor, tag
  }
  var kind: Kind
  /// Where it begins, counted in characters (Unicode scalars) from 0.
  var characterOffset: Int
}

/// Why a text is no YAML.
struct YAMLFault: Error {
  /// libyaml's words, which carry no text of the file.
  var problem: String
  var context: String
  /// Where, counted in characters from 0; nil if `byteOffset` says it.
  var characterOffset: Int?
  /// Where, counted in bytes from 0, for bytes that are no UTF-8 or may not stand in YAML.
  var byteOffset: Int?
}

/// Reads YAML event by event and builds nothing, so that a reader can stop at the first thing it does not accept.
///
/// libyaml looks at most 1,024 characters ahead of the event it hands over.
@safe final class YAMLEventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var isAtEnd = false

  init(_ bytes: some Collection<UInt8>) {
    unsafe input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = unsafe input.initialize(fromContentsOf: bytes)
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let isReady = unsafe yaml_parser_initialize(parser)
    precondition(isReady == 1, "there is no memory for a YAML parser")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; nil after the end of the stream.
  func next() throws(YAMLFault) -> YAMLEvent? {
    if isAtEnd { return nil }
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      isAtEnd = true
      throw fault()
    }
    defer { unsafe yaml_event_delete(&event) }
    let kind = unsafe Self.kind(of: event)
    if case .streamEnd = kind { isAtEnd = true }
    return YAMLEvent(kind: kind, characterOffset: unsafe Int(event.start_mark.index))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      if unsafe scalar.anchor != nil { return .anchor }
      if unsafe scalar.tag != nil { return .tag }
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return .scalar(text: text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      if unsafe event.data.sequence_start.anchor != nil { return .anchor }
      return unsafe event.data.sequence_start.tag == nil ? .sequenceStart : .tag
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      if unsafe event.data.mapping_start.anchor != nil { return .anchor }
      return unsafe event.data.mapping_start.tag == nil ? .mappingStart : .tag
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamEnd
    }
  }

  private func fault() -> YAMLFault {
    let parser = unsafe parser.pointee
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "no memory"
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    if unsafe parser.error == YAML_READER_ERROR {
      return YAMLFault(
        problem: problem, context: context, byteOffset: unsafe Int(parser.problem_offset))
    }
    return YAMLFault(
      problem: problem, context: context,
      characterOffset: unsafe Int(parser.problem_mark.index))
  }
}
