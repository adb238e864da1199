// swift-tools-version: 6.0
import PackageDescription

/// What every Swift target of this package is compiled with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A C library of Debian, seen through a module map.
func debian(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// Which commit is built, for `--versao`. `make` says so; without it the program says it has none.
let commit = (Context.environment["COMMIT"] ?? "").filter {
  $0.isLetter || $0.isNumber || $0 == "-"
}

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "comissoes",
  products: [.executable(name: "comissoes", targets: ["comissoes"])],
  targets: [
    // L0: C libraries. Module maps, and inline functions for what Swift cannot import.
    debian("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    debian("CLibXML2", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
    debian("CXlsxWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
    debian("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    debian("CICU", pkgConfig: "icu-uc", package: "libicu-dev"),
    debian("CLibZip", pkgConfig: "libzip", package: "libzip-dev"),

    // One instruction of processors; header only.
    .systemLibrary(name: "CPrefetch"),

    // What is known of a program only when it is built. In C, so that a new commit compiles one line.
    .target(name: "BuildFacts", cSettings: [.define("COMMIT", to: "\"\(commit)\"")]),

    // L1: general modules. They know nothing of commissions.
    module("Spreadsheets", ["CPrefetch", "CZlib", "CLibXML2"]),
    module("SheetWriting", ["CXlsxWriter"]),
    module("DurableFiles", ["CCrypto", "CZlib"]),
    module("Archives", ["CLibZip"]),
    module("JSONDocuments"),
    module("CommandLineKit"),
    module("NormalForms", ["CICU"]),
    module("NearNames", ["NormalForms"]),
    module("Errands"),
    module("Pages"),

    // L2: the trade. Pure: no files, no clock, no terminal.
    module("Dominio", ["NormalForms"]),
    module("Conciliacao", ["Dominio", "NearNames"]),

    // L3: from the outer world to the trade, and back.
    module("Planilhas", ["Dominio", "NormalForms", "Spreadsheets"]),
    module(
      "Dados",
      ["Archives", "Dominio", "DurableFiles", "Errands", "JSONDocuments", "NormalForms"]),
    module("Relatorios", ["Dominio", "SheetWriting", "Spreadsheets"]),
    module("Paineis", ["Conciliacao", "Dominio", "Pages"]),

    // L4: commands, configuration, tables, messages, exit codes.
    module(
      "ComissoesCLI",
      [
        "BuildFacts", "CommandLineKit", "Spreadsheets", "Archives", "DurableFiles", "JSONDocuments",
        "Dominio", "Conciliacao", "NearNames", "Paineis",
        "Planilhas", "Dados", "Relatorios", "SheetWriting",
      ]),

    // L5: the program.
    .executableTarget(name: "comissoes", dependencies: ["ComissoesCLI"], swiftSettings: strict),

    // Tests.
    .executableTarget(
      name: "fuzz", dependencies: ["ComissoesCLI", "CZlib", "Dominio", "Spreadsheets"],
      path: "Tests/Fuzz",
      swiftSettings: strict),
    // What `make bench` measures of the modules alone.
    .executableTarget(
      name: "cells", dependencies: ["Spreadsheets", "CZlib"], path: "Tests/Bench/Cells",
      swiftSettings: strict),
    .executableTarget(
      name: "cross",
      dependencies: ["Conciliacao", "Dados", "Dominio", "Errands", "Planilhas", "Spreadsheets"],
      path: "Tests/Bench/Cross", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["CLibXML2", "JSONDocuments"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Spreadsheets"),
    tests(of: "SheetWriting", ["Archives", "Spreadsheets"]),
    tests(of: "DurableFiles"),
    tests(of: "Archives"),
    tests(of: "JSONDocuments"),
    tests(of: "CommandLineKit"),
    tests(of: "NormalForms"),
    tests(of: "NearNames"),
    tests(of: "Errands"),
    tests(of: "Pages"),
    tests(of: "Dominio"),
    tests(of: "Conciliacao", ["Dominio"]),
    tests(of: "Planilhas", ["Dominio", "Spreadsheets"]),
    tests(of: "Dados", ["Archives", "Dominio", "DurableFiles", "JSONDocuments"]),
    tests(of: "Relatorios", ["Dominio", "SheetWriting", "Spreadsheets"]),
    tests(of: "Paineis", ["Conciliacao", "Dominio"]),
    tests(
      of: "ComissoesCLI",
      [
        "Spreadsheets", "SheetWriting", "DurableFiles", "JSONDocuments", "Dominio", "Conciliacao",
        "Planilhas", "Dados", "Relatorios",
      ]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "TestSupport", "Spreadsheets", "comissoes", "ComissoesCLI", "CommandLineKit", "Conciliacao",
        "Archives", "Dados", "Dominio", "DurableFiles", "JSONDocuments", "Planilhas", "Relatorios",
      ],
      swiftSettings: strict),
    // What can happen to the data directory. A little with `make test`, all with `make faults`.
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "TestSupport", "comissoes", "Dados", "Dominio", "DurableFiles", "JSONDocuments",
        "SheetWriting",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
