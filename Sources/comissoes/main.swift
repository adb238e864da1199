import ComissoesCLI
import Glibc

exit(executar(Array(CommandLine.arguments.dropFirst()), em: .standard()).rawValue)
