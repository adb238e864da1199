private import Glibc

/// What a path leads to, links followed; the path itself when that cannot be told. A file that is
/// to be replaced must be: a rename over a link would take the link away.
package func resolvedPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}
