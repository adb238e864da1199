import Dominio

extension Prioridade {
  /// The seven priorities, in the order of Docs/regras.md §5.
  package static let tabela: [Prioridade] = [
    Prioridade(
      "1", "o STATUS em Gestores significa DESISTIU, seja qual for a FORMA",
      olha: .init(gestores: [.status]),
      quando: { $0.gestores?.situacao == .desistiu },
      entao: { _ in
        Situacao(
          .desistiu, valor: .zero, fonte: "Gestores (Distrato)", observacao: "Cliente fez distrato")
      }),

    Prioridade(
      "2", "a FORMA ou o STATUS em Gestores significa DESCONTO",
      olha: .init(gestores: [.forma, .status]),
      quando: { $0.sentido == .desconto || $0.gestores?.situacao == .desconto },
      entao: { _ in
        Situacao(
          .desconto, valor: .zero, fonte: "Gestores (Desconto)",
          observacao: "Cliente recebeu desconto de comissão")
      }),

    Prioridade(
      "3", "a FORMA em Gestores está preenchida e não é conhecida, ou está marcada como ALERTA",
      olha: .init(gestores: [.forma, .comissao]),
      quando: { $0.sentido == .desconhecida },
      entao: {
        Situacao(
          .requerAnalise, valor: $0.gestores?.comissao,
          fonte: "Gestores (\($0.gestores?.forma?.texto ?? ""))",
          observacao: "Forma de pagamento desconhecida - análise manual necessária")
      },
      alertas: { [.formaDesconhecida($0)] }),

    Prioridade(
      "4", "a FORMA em Gestores significa FINANCIADO",
      olha: .init(gestores: [.forma, .comissao]),
      quando: { $0.sentido == .financiado },
      entao: {
        Situacao(
          .financiado, valor: $0.gestores?.comissao, fonte: "Gestores (Financiado)",
          observacao: "Aguardando assinatura (EPR) para faturamento")
      },
      alertas: { [.financiadoSemValor($0), .financiadoNoWebopay($0)].compactMap(\.self) }),

    Prioridade(
      "5a", "a FORMA em Gestores significa PAGO e a parcela 1 no WeboPay está paga",
      olha: .init(
        gestores: [.forma, .comissao], webopay: [.statusDaParcela, .statusDaComissao, .valor]),
      quando: { $0.sentido == .pago && $0.pago == true },
      entao: {
        if let valor = $0.webopay?.valor {
          Situacao(
            .pago, valor: valor, fonte: "WeboPay (confirmado)",
            observacao: "Pagamento PIX confirmado")
        } else {
          Situacao(
            .pago, valor: $0.gestores?.comissao, fonte: "Gestores (valor ausente no WeboPay)",
            observacao: "Pagamento PIX confirmado")
        }
      },
      alertas: { [.valoresDivergentes($0)].compactMap(\.self) }),

    Prioridade(
      "5b", "a FORMA em Gestores significa PAGO e a parcela 1 no WeboPay não está paga",
      olha: .init(gestores: [.forma], webopay: [.statusDaParcela, .statusDaComissao]),
      quando: { $0.sentido == .pago && $0.pago == false },
      entao: { _ in .nula("PIX pendente de pagamento no WeboPay") }),

    Prioridade(
      "5c", "a FORMA em Gestores significa PAGO e não há parcela 1 no WeboPay",
      olha: .init(gestores: [.forma], webopay: [.pagador, .parcela]),
      quando: { $0.sentido == .pago },
      entao: { _ in .nula("Aguardando confirmação de pagamento PIX no WeboPay") },
      alertas: { [.pixNaoConfirmado($0)] }),

    Prioridade(
      "6a",
      "a parcela 1 no WeboPay está paga, e não há linha em Gestores ou a FORMA está em branco",
      olha: .init(gestores: [.forma], webopay: [.statusDaParcela, .statusDaComissao, .valor]),
      quando: { $0.pago == true },
      entao: {
        Situacao(
          .pago, valor: $0.webopay?.valor, fonte: "WeboPay",
          observacao: "Pagamento confirmado apenas em WeboPay")
      },
      alertas: { [.webopaySemGestores($0)] }),

    Prioridade(
      "6b",
      "a parcela 1 no WeboPay não está paga, e não há linha em Gestores ou a FORMA está em branco",
      olha: .init(gestores: [.forma], webopay: [.statusDaParcela, .statusDaComissao]),
      quando: { $0.pago == false },
      entao: { _ in .nula("Cliente no WeboPay mas pagamento pendente") }),

    semInformacao,
  ]

  static let semInformacao = Prioridade(
    "7", "em todos os outros casos",
    olha: .init(gestores: [.forma], webopay: [.pagador, .parcela]),
    quando: { _ in true },
    entao: {
      .nula(
        $0.gestores == nil
          ? "Cliente sem informação nas planilhas de controle"
          : "Cliente em Gestores sem FORMA de pagamento")
    })
}

extension Situacao {
  fileprivate static func nula(_ observacao: String) -> Situacao {
    Situacao(.nulo, valor: nil, fonte: nil, observacao: observacao)
  }
}

// The alerts of the table, in its order. Those on names alone stand in `AlertasDeNome.swift`.
extension Alerta {
  fileprivate static func formaDesconhecida(_ fatos: Fatos) -> Alerta {
    let forma = fatos.gestores?.forma?.texto ?? ""
    return Alerta(
      .formaDesconhecida, cliente: fatos.cliente, planilha: .gestores,
      descricao: "Cliente \(fatos.cliente) com FORMA = \"\(forma)\" (desconhecida)",
      evidencias: fatos.emGestores(.forma))
  }

  fileprivate static func financiadoSemValor(_ fatos: Fatos) -> Alerta? {
    guard fatos.gestores?.comissao == nil else { return nil }
    return Alerta(
      .financiadoSemValor, cliente: fatos.cliente, planilha: .gestores,
      descricao: "Cliente \(fatos.cliente) está como FINANCIADO mas sem valor de comissão",
      evidencias: fatos.emGestores(.forma, .comissao))
  }

  fileprivate static func financiadoNoWebopay(_ fatos: Fatos) -> Alerta? {
    guard let pago = fatos.pago else { return nil }
    return Alerta(
      .financiadoNoWebopay, cliente: fatos.cliente, planilha: .webopay,
      descricao: "Cliente \(fatos.cliente) está como FINANCIADO em Gestores"
        + " mas aparece no WeboPay (\(pago ? "pago" : "pendente"))",
      evidencias: fatos.emGestores(.forma)
        + fatos.noWeboPay(.valor, .statusDaParcela, .statusDaComissao))
  }

  /// Only when both values are known and more than one cent lies between them.
  fileprivate static func valoresDivergentes(_ fatos: Fatos) -> Alerta? {
    guard let gestores = fatos.gestores?.comissao, let webopay = fatos.webopay?.valor,
      (gestores - webopay).modulo > .umCentavo
    else { return nil }
    let casas = gestores.casasParaMostrarDiferenca(de: webopay)
    return Alerta(
      .valoresDivergentes, cliente: fatos.cliente, planilha: .webopay,
      descricao: "Valores divergentes: Gestores \(gestores.emReais(casas: casas))"
        + " vs WeboPay \(webopay.emReais(casas: casas))",
      evidencias: fatos.emGestores(.forma, .comissao) + fatos.noWeboPay(.valor))
  }

  fileprivate static func pixNaoConfirmado(_ fatos: Fatos) -> Alerta {
    let parcelas = fatos.outrasParcelas.map { String($0.parcela) }
    let resto =
      switch parcelas.count {
      case 0: ""
      case 1: " (só a parcela \(parcelas[0]))"
      default: " (só as parcelas \(parcelas.emLista))"
      }
    return Alerta(
      .pixNaoConfirmado, cliente: fatos.cliente, planilha: .gestores,
      descricao: "Cliente \(fatos.cliente) marcado como PIX em Gestores"
        + " mas NÃO aparece no WeboPay\(resto)",
      evidencias: fatos.emGestores(.forma, .comissao) + fatos.evidenciasDeOutrasParcelas)
  }

  fileprivate static func webopaySemGestores(_ fatos: Fatos) -> Alerta {
    let falta = fatos.gestores == nil ? "não em Gestores" : "sem FORMA em Gestores"
    return Alerta(
      .webopaySemGestores, cliente: fatos.cliente, planilha: .webopay,
      descricao: "Cliente \(fatos.cliente) encontrado no WeboPay mas \(falta)",
      evidencias: fatos.emGestores(.forma)
        + fatos.noWeboPay(.valor, .statusDaParcela, .statusDaComissao))
  }
}

extension Dinheiro {
  fileprivate static let umCentavo = Dinheiro(centavos: 1)

  /// The fewest decimals, two at least, that still show more than one cent between the two.
  fileprivate func casasParaMostrarDiferenca(de outro: Dinheiro) -> Int {
    let todas = max(casas, outro.casas, 2)
    return (2...todas).first {
      (arredondado(casas: $0) - outro.arredondado(casas: $0)).modulo > .umCentavo
    } ?? todas
  }
}

extension [String] {
  /// `2, 3 e 5`.
  fileprivate var emLista: String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " e " + last
  }
}
