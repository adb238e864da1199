package import Dominio

extension Panorama {
  /// - Parameters:
  ///   - guardada: the base of the month.
  ///   - bases: all of the data directory, this one among them.
  ///   - eprs: those that the month's reports were made from, in the order of the reports. Without
  ///     any, everybody who is financed still waits for the signature.
  package init(_ guardada: Base, entre bases: [Base], eprs: [EPRUsada]) {
    let mes = guardada.competencia
    let outras = bases.filter { $0.competencia != mes }
    let base = guardada.comHerancas(de: outras)
    // The analysis writes down alerts of its own, which are not those of the base.
    var rascunho = guardada
    let analise = analisarRecebimentos(
      &rascunho, epr: eprs.last?.registros ?? [], outras: outras)
    let recebiveis = Recebiveis(base, eprs: eprs, analise: analise)

    self.base = mes
    temEPR = !eprs.isEmpty
    totais = Totais(base)
    porStatus = Status.allCases.map { status in
      let clientes = base.clientes.filter { $0.situacao.status == status }
      return DeStatus(
        status: status,
        soma: Soma(
          clientes: clientes.count,
          valor: clientes.compactMap(\.situacao.valor?.arredondado).soma))
    }
    self.recebiveis = base.clientes.flatMap { recebiveis.de($0, em: mes) }
    assinaturas = self.recebiveis.porAssinatura
    aguardando = Soma(
      clientes: analise.aguardandoAssinatura.count, valor: analise.valorAguardando)
    esperas = self.recebiveis.filter { $0.estado == .aguardando && $0.valor != nil }
      .sorted { ($1.valor ?? .zero, $0.cliente) < ($0.valor ?? .zero, $1.cliente) }
    estornos = analise.desistencias.filter { $0.estorno != nil }
    let abertos = Dictionary(grouping: base.alertas.filter { $0.situacao == .pendente }, by: \.tipo)
    alertas = TipoDeAlerta.piorPrimeiro.compactMap { tipo in
      abertos[tipo].map { DeAlerta(tipo: tipo, quantos: $0.count) }
    }
    ponte = outras.map(\.competencia).filter { $0 < mes }.max().flatMap {
      Ponte(bases, de: $0, para: mes)
    }
    fontes = base.fontes
    relatorios = base.relatorios.count
  }
}

extension [Recebivel] {
  /// Only what was signed.
  fileprivate var porAssinatura: [Panorama.DeAssinatura] {
    let assinados = filter { $0.estado.ehFaturado || $0.estado == .assinado }
    let porMes = Dictionary(grouping: assinados) { $0.assinatura.map(MesCivil.init) }
    let meses = porMes.keys.compactMap(\.self).sorted().map(Optional.some)
    return (meses + (porMes[nil] == nil ? [] : [nil])).map { mes in
      let doMes = porMes[mes] ?? []
      return Panorama.DeAssinatura(
        mes: mes, faturado: Panorama.Soma(doMes.filter(\.estado.ehFaturado)),
        aFaturar: Panorama.Soma(doMes.filter { !$0.estado.ehFaturado }))
    }
  }
}
