package import Archives
package import DurableFiles

/// Why a data directory cannot be taken elsewhere, or brought from there.
package enum TransporteError: Error, Equatable, Sendable {
  case dados(DadosError)
  case arquivo(FileError)
  /// The package is no archive, or one that must not be unpacked.
  case pacote(ArchiveError)
  /// There is nothing to take along.
  case semDados(pasta: String)
  /// The package has no files in it.
  case vazio(caminho: String)
  /// The target has data already; they are not overwritten.
  case ocupado(caminho: String)
  /// The package holds a file that no data directory has.
  case estranho(nome: String)
}

func comoTransporte<Valor>(_ corpo: () throws(DadosError) -> Valor) throws(TransporteError) -> Valor
{
  do throws(DadosError) { return try corpo() } catch { throw .dados(error) }
}

func comoTransporte<Valor>(_ corpo: () throws(FileError) -> Valor) throws(TransporteError) -> Valor
{
  do throws(FileError) { return try corpo() } catch { throw .arquivo(error) }
}

func comoTransporte<Valor>(
  _ corpo: () throws(ArchiveError) -> Valor
) throws(TransporteError) -> Valor {
  do throws(ArchiveError) { return try corpo() } catch { throw .pacote(error) }
}
