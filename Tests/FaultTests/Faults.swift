import Testing

/// The promises of the data directory, held by the real program against what can happen to it.
/// `make faults` runs them as often as the figures of Docs/regras.md say; `make test` a little.
///
/// They share the processors with nobody, so that what is measured is measured.
@Suite(.serialized) struct Faults {}
