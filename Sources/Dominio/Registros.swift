// What one row of each spreadsheet says, once read. `linha` is the row's number in Excel.

package enum Acompanhamento {
  package struct Registro: Sendable, Equatable {
    package let linha: Int
    /// Whom the row is about: by the name written there, or by the client whom it was linked to.
    package var cliente: ChaveDeNome
    /// The name as it is written there.
    package let grafia: ChaveDeNome
    package let cadastro: Cadastro

    package init(linha: Int, cliente: ChaveDeNome, cadastro: Cadastro = Cadastro()) {
      self.linha = linha
      self.cliente = cliente
      grafia = cliente
      self.cadastro = cadastro
    }
  }

  /// What Acompanhamento says of a client besides the name. It decides nothing.
  package struct Cadastro: Sendable, Equatable {
    package var dia: Dia?
    package var corretor: String?
    package var imobiliaria: String?
    package var empreendimento: String?
    package var unidade: String?

    package init(
      dia: Dia? = nil, corretor: String? = nil, imobiliaria: String? = nil,
      empreendimento: String? = nil, unidade: String? = nil
    ) {
      self.dia = dia
      self.corretor = corretor
      self.imobiliaria = imobiliaria
      self.empreendimento = empreendimento
      self.unidade = unidade
    }
  }
}

package enum Gestores {
  /// What a FORMA means for the engine. Docs/regras.md §4
  package enum Sentido: String, Sendable, CaseIterable {
    case pago = "PAGO"
    case financiado = "FINANCIADO"
    case desconto = "DESCONTO"
    /// Mapped to ALERTA, or to nothing: a person must look.
    case desconhecida = "ALERTA"
  }

  /// A FORMA that is not blank: its text, trimmed, folded and in upper case, and what it means.
  package struct Forma: Sendable, Equatable {
    package let texto: String
    package let sentido: Sentido

    package init(texto: String, sentido: Sentido) {
      self.texto = texto
      self.sentido = sentido
    }
  }

  /// What the STATUS column means. An unmapped text means nothing, and is an aviso.
  package enum Situacao: String, Sendable, CaseIterable {
    case desistiu = "DESISTIU"
    case desconto = "DESCONTO"
    case entrou = "ENTROU"
    case aberto = "ABERTO"
  }

  package struct Registro: Sendable, Equatable {
    package let linha: Int
    /// Whom the row is about: by the name written there, or by the client whom it was linked to.
    package var cliente: ChaveDeNome
    /// The name as it is written there.
    package let grafia: ChaveDeNome
    package let forma: Forma?
    package let situacao: Situacao?
    package let comissao: Dinheiro?
    package let empreendimento: String?

    package init(
      linha: Int, cliente: ChaveDeNome, forma: Forma? = nil, situacao: Situacao? = nil,
      comissao: Dinheiro? = nil, empreendimento: String? = nil
    ) {
      self.linha = linha
      self.cliente = cliente
      grafia = cliente
      self.forma = forma
      self.situacao = situacao
      self.comissao = comissao
      self.empreendimento = empreendimento
    }
  }
}

package enum WeboPay {
  package struct Registro: Sendable, Equatable {
    package let linha: Int
    /// Whom the row is about: by the name written there, or by the client whom it was linked to.
    package var cliente: ChaveDeNome
    /// The name as it is written there.
    package let grafia: ChaveDeNome
    package let parcela: Int
    package let valor: Dinheiro?
    /// Status_parcela is `Pago`.
    package let parcelaPaga: Bool
    /// Status_comissão is `pago`.
    package let comissaoPaga: Bool
    package let venda: Venda

    package init(
      linha: Int, cliente: ChaveDeNome, parcela: Int, valor: Dinheiro? = nil, parcelaPaga: Bool,
      comissaoPaga: Bool, venda: Venda = Venda()
    ) {
      self.linha = linha
      self.cliente = cliente
      grafia = cliente
      self.parcela = parcela
      self.valor = valor
      self.parcelaPaga = parcelaPaga
      self.comissaoPaga = comissaoPaga
      self.venda = venda
    }

    package var pago: Bool { parcelaPaga && comissaoPaga }
  }

  /// What WeboPay says of the sale besides the payment. It decides nothing.
  package struct Venda: Sendable, Equatable {
    package var dia: Dia?
    package var empreendimento: String?
    package var unidade: String?
    package var parcelas: Int?

    package init(
      dia: Dia? = nil, empreendimento: String? = nil, unidade: String? = nil, parcelas: Int? = nil
    ) {
      self.dia = dia
      self.empreendimento = empreendimento
      self.unidade = unidade
      self.parcelas = parcelas
    }
  }
}

package enum EPR {
  package struct Registro: Sendable, Equatable {
    package let linha: Int
    /// Whom the row is about: by the name written there, or by the client whom it was linked to.
    package var cliente: ChaveDeNome
    /// The name as it is written there.
    package let grafia: ChaveDeNome
    package let assinatura: Dia?
    package let empreendimento: String?
    package let contrato: String?

    package init(
      linha: Int, cliente: ChaveDeNome, assinatura: Dia? = nil, empreendimento: String? = nil,
      contrato: String? = nil
    ) {
      self.linha = linha
      self.cliente = cliente
      grafia = cliente
      self.assinatura = assinatura
      self.empreendimento = empreendimento
      self.contrato = contrato
    }
  }
}
