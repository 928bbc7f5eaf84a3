public import ArgumentParser
public import JourneyAnalytics
public import JourneyFormats

// Words of other modules that stand as options on the command line.
extension Level: ExpressibleByArgument {}
extension FunnelQuery.Entry: ExpressibleByArgument {}
extension FunnelQuery.Mode: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension AnswerKind: ExpressibleByArgument {}
