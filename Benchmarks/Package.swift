// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "waymark", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Statistics", package: "waymark"),
        .product(name: "EventStore", package: "waymark"),
        .product(name: "JourneyFormats", package: "waymark"),
        .product(name: "JourneyAnalytics", package: "waymark"),
        .product(name: "JourneyModel", package: "waymark"),
        .product(name: "Picture", package: "waymark"),
        .product(name: "Insight", package: "waymark"),
        .product(name: "JourneyDrawing", package: "waymark"),
      ], swiftSettings: settings)
  ]
)
