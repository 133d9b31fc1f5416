// swift-tools-version: 6.0
import Foundation
import PackageDescription

// On Apple platforms the library comes as an XCFramework, which `xcframework.sh` makes; elsewhere it is a library of
// the system, `libekbom_mobile`.
#if os(macOS)
let library = Target.binaryTarget(name: "ekbom_mobileFFI", path: "EkbomMobile.xcframework")
#else
let library = Target.systemLibrary(name: "ekbom_mobileFFI")
#endif

let package = Package(
    name: "Ekbom",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [
        .library(name: "Ekbom", targets: ["Ekbom"]),
        .executable(name: "ekbom-example", targets: ["EkbomExample"]),
        .executable(name: "ekbom-bench", targets: ["EkbomBench"]),
    ],
    targets: [
        library,
        // What uniffi writes; not for use.
        .target(name: "EkbomGenerated", dependencies: ["ekbom_mobileFFI"]),
        .target(name: "Ekbom", dependencies: ["EkbomGenerated"]),
        .executableTarget(name: "EkbomExample", dependencies: ["Ekbom"]),
        .executableTarget(name: "EkbomBench", dependencies: ["Ekbom"]),
        .testTarget(name: "EkbomTests", dependencies: ["Ekbom"]),
    ],
    swiftLanguageModes: [.v6]
)
