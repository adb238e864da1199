/// The options that every tree has. They are rows like any other; only the request they make is special.
enum BuiltIn {
  static let help = Row(.flag, "--ajuda", aliases: ["--help", "-h"], help: Texts.helpOfHelp)

  static let version = Row(.flag, "--versao", aliases: ["--version"], help: Texts.helpOfVersion)

  /// Hidden, and named as other Swift programs name it, for the installers that ask for it.
  static let completionScript: Token<CompletionScript?> = {
    var form = Form()
    let asked = form.choice(
      "--generate-completion-script", CompletionScript.self, value: "<shell>",
      help: Texts.helpOfCompletionScript)
    var row = asked.row
    row.isHidden = true
    return Token(row: row, read: asked.read)
  }()

  /// Hidden, too: for installers.
  static let manualPage: Row = {
    var row = Row(.flag, "--generate-man-page", help: Texts.helpOfManualPage)
    row.isHidden = true
    return row
  }()

  static func rows(withVersion: Bool) -> [Row] {
    [help] + (withVersion ? [version] : []) + [completionScript.row, manualPage]
  }
}
