// swift-tools-version:6.2
import PackageDescription

/// One value for every target, so that no module is compiled by looser rules than its neighbour.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Modules with kernels also say where memory safety is theirs to prove.
let kernelSettings = settings + [.strictMemorySafety()]

/// The two expected files of each drawing, read by their path and so no part of a test's bundle.
func goldens(_ names: String...) -> [String] {
  names.flatMap { ["Golden/\($0).scene.txt", "Golden/\($0).svg"] }
}

let package = Package(
  name: "waymark",
  products: [
    .executable(name: "waymark", targets: ["waymark"]),
    // For the package in Benchmarks, which measures these modules from outside.
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "EventStore", targets: ["EventStore"]),
    .library(name: "JourneyAnalytics", targets: ["JourneyAnalytics"]),
    .library(name: "JourneyFormats", targets: ["JourneyFormats"]),
    .library(name: "JourneyModel", targets: ["JourneyModel"]),
    .library(name: "Picture", targets: ["Picture"]),
    .library(name: "Insight", targets: ["Insight"]),
    .library(name: "JourneyDrawing", targets: ["JourneyDrawing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: [
    // Libraries of the system, found by pkg-config; each is imported by one module only.
    .systemLibrary(
      name: "CPango", path: "Sources/Libraries/CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(
      name: "CArchive", path: "Sources/Libraries/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]),

    .target(name: "Wording", swiftSettings: settings),
    .target(name: "Diagnostics", dependencies: ["Wording"], swiftSettings: settings),
    .target(name: "Statistics", swiftSettings: settings),
    .target(name: "EventStore", dependencies: ["Diagnostics"], swiftSettings: kernelSettings),
    .target(name: "JourneyModel", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "Picture", dependencies: ["Diagnostics", "CPango"], swiftSettings: settings),
    .target(
      name: "JourneyAnalytics", dependencies: ["Diagnostics", "Statistics", "EventStore"],
      swiftSettings: kernelSettings),
    .target(
      name: "Feedback", dependencies: ["Diagnostics", "Statistics"], swiftSettings: settings),
    .target(
      name: "JourneyFormats",
      dependencies: [
        "Diagnostics", "EventStore", "JourneyModel", "Feedback", "CArchive",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: kernelSettings),
    .target(
      name: "Secrets",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(
      name: "WorkspaceStore",
      dependencies: [
        "Diagnostics", "EventStore", "JourneyModel", "Feedback", "JourneyFormats", "Secrets",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: settings),
    .target(
      name: "Insight",
      dependencies: [
        "Diagnostics", "Statistics", "EventStore", "JourneyModel", "JourneyAnalytics", "Feedback",
        "JourneyFormats", "WorkspaceStore",
      ], swiftSettings: settings),
    .target(
      name: "JourneyDrawing",
      dependencies: [
        "Diagnostics", "Wording", "Statistics", "JourneyModel", "Picture", "JourneyAnalytics",
        "Feedback", "Insight",
      ], swiftSettings: settings),
    .target(
      name: "WaymarkServer",
      dependencies: [
        "Diagnostics", "Wording", "EventStore", "JourneyModel", "Picture", "JourneyAnalytics",
        "Feedback", "JourneyFormats", "Secrets", "WorkspaceStore", "Insight", "JourneyDrawing",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [
        // Each file by itself: a folder would not be copied anew when one of its files changes.
        .copy("Assets/app.css"), .copy("Assets/app.js"), .copy("Assets/icon.svg"),
        .copy("Assets/design.css"), .copy("Assets/editor.css"), .copy("Assets/panels.css"),
        .copy("Assets/pages.css"), .copy("Assets/editor.js"), .copy("Assets/pages.js"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "waymark",
      dependencies: [
        "Wording", "Diagnostics", "Statistics", "EventStore", "JourneyModel", "Picture",
        "JourneyAnalytics", "Feedback", "JourneyFormats", "Secrets", "WorkspaceStore", "Insight",
        "JourneyDrawing", "WaymarkServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.copy("Demos")], swiftSettings: settings),

    .testTarget(name: "LayeringTests", swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(name: "WordingTests", dependencies: ["Wording"], swiftSettings: settings),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
    .testTarget(
      name: "EventStoreTests", dependencies: ["Diagnostics", "EventStore"],
      swiftSettings: settings),
    .testTarget(
      name: "JourneyModelTests", dependencies: ["Diagnostics", "JourneyModel"],
      swiftSettings: settings),
    .testTarget(
      name: "PictureTests", dependencies: ["Picture"], exclude: goldens("sample"),
      swiftSettings: settings),
    .testTarget(
      name: "JourneyAnalyticsTests",
      dependencies: ["Statistics", "EventStore", "JourneyAnalytics"],
      swiftSettings: settings),
    .testTarget(
      name: "FeedbackTests", dependencies: ["Diagnostics", "Statistics", "Feedback"],
      swiftSettings: settings),
    .testTarget(
      name: "JourneyFormatsTests",
      dependencies: [
        "Diagnostics", "Statistics", "EventStore", "JourneyModel", "Feedback", "JourneyFormats",
      ], exclude: ["Notation/Golden"], swiftSettings: settings),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets"], swiftSettings: settings),
    .testTarget(
      name: "WorkspaceStoreTests",
      dependencies: [
        "Diagnostics", "Statistics", "EventStore", "JourneyModel", "Feedback", "JourneyFormats",
        "Secrets", "WorkspaceStore", .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: settings),
    .testTarget(
      name: "InsightTests",
      dependencies: [
        "Diagnostics", "Statistics", "EventStore", "JourneyModel", "JourneyAnalytics", "Feedback",
        "JourneyFormats", "WorkspaceStore", "Insight",
      ], swiftSettings: settings),
    .testTarget(
      name: "JourneyDrawingTests",
      dependencies: [
        "Diagnostics", "Statistics", "JourneyModel", "Picture", "JourneyAnalytics", "Feedback",
        "Insight", "JourneyDrawing",
      ], exclude: goldens("flow", "funnel", "map", "paths", "table", "times", "trend"),
      swiftSettings: settings),
    .testTarget(
      name: "WaymarkServerTests",
      dependencies: [
        "WaymarkServer", "EventStore", "JourneyModel", "JourneyAnalytics", "JourneyFormats",
        "Secrets", "WorkspaceStore", "Insight",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ], swiftSettings: settings),
    .testTarget(
      name: "WaymarkCLITests", dependencies: ["waymark"], swiftSettings: settings),
  ]
)
