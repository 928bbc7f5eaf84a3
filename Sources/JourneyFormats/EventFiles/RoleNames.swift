/// Names that columns of event files go by, the likelier first; letters and digits only, lowercase.
enum RoleNames {
  static func names(_ role: EventRole) -> [String] {
    switch role {
    case .customer:
      [
        "caseconceptname", "caseid", "case", "customerid", "customer", "userid", "user",
        "clientid", "client", "visitorid", "visitor", "patientid", "patient", "personid", "person",
        "memberid", "member", "subscriberid", "subscriber", "contactid", "contact", "accountid",
        "account", "buyerid", "buyer", "guestid", "guest", "profileid", "distinctid",
        "anonymousid", "userpseudoid", "fullvisitorid", "deviceid", "cookieid", "journeyid",
        "traceid", "uid", "cid", "email", "клиент", "идклиента", "пользователь", "покупатель",
        "клієнт", "користувач", "klient", "idklienta", "użytkownik",
      ]
    case .time:
      [
        "timetimestamp", "timestamp", "eventtimestamp", "eventtime", "time", "datetime",
        "eventdatetime", "occurredat", "createdat", "eventdate", "date", "starttimestamp",
        "starttime", "completetimestamp", "completetime", "receivedat", "senttime", "sentat",
        "loggedat", "hittime", "ts", "when", "время", "датавремя", "датаивремя", "дата", "час",
        "датачас", "czas", "data", "dataiczas",
      ]
    case .activity:
      [
        "conceptname", "activity", "activityname", "event", "eventname", "eventtype", "action",
        "actionname", "eventaction", "activityid", "task", "taskname", "step", "stepname",
        "handling", "operation", "touchpoint", "interaction", "behavior", "page", "pagename",
        "screen", "screenname", "pagepath", "pageurl", "url", "событие", "действие",
        "активность", "подія", "дія", "zdarzenie", "aktywność", "czynność",
      ]
    case .channel:
      [
        "channel", "channelname", "acquisitionchannel", "marketingchannel", "channelgrouping",
        "channelgroup", "trafficsource", "utmsource", "sourcemedium", "source", "utmmedium",
        "medium", "канал", "kanał",
      ]
    case .value:
      [
        "value", "eventvalue", "revenue", "amount", "ordervalue", "totalamount", "total",
        "totalprice", "price", "sum", "conversionvalue", "payment", "сумма", "выручка", "сума",
        "виручка", "kwota", "wartość", "przychód",
      ]
    case .session:
      [
        "sessionid", "session", "usersession", "visitid", "visit", "gasessionid", "sessionkey",
        "сессия", "сесія", "sesja", "idsesji",
      ]
    case .eventID: []
    }
  }

  /// Words that, as a part of a longer name, hint at a role.
  static func words(_ role: EventRole) -> Set<String> {
    switch role {
    case .customer:
      ["customer", "user", "client", "visitor", "patient", "case", "member", "person"]
    case .time: ["timestamp", "datetime", "time", "date"]
    case .activity: ["activity", "event", "action"]
    case .channel: ["channel"]
    case .value: ["revenue", "amount", "value"]
    case .session: ["session"]
    case .eventID: []
    }
  }

  /// Words that a column of this role does not have in a longer name: an `event_id` is no activity.
  static func foreignWords(_ role: EventRole) -> Set<String> {
    switch role {
    case .customer: ["name", "type", "cohort", "lifecycle", "agent", "segment", "count", "age"]
    case .activity: ["id", "time", "timestamp", "date", "count", "value", "uuid", "category"]
    case .session: ["count", "duration", "number", "length"]
    case .time: ["zone", "timezone", "spent"]
    default: []
    }
  }

  /// A name without case, spaces and punctuation.
  static func normalized(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(isWordScalar)))
  }

  /// The words of a name: cut at punctuation, and where a capital follows a small letter.
  static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var wasLower = false
    for scalar in name.unicodeScalars {
      let breaks = !isWordScalar(scalar) || wasLower && scalar.properties.isUppercase
      if breaks, !current.isEmpty {
        parts.append(current.lowercased())
        current = ""
      }
      if isWordScalar(scalar) { current.unicodeScalars.append(scalar) }
      wasLower = scalar.properties.isLowercase
    }
    if !current.isEmpty { parts.append(current.lowercased()) }
    return parts
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
