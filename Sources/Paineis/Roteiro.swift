/// Search and order for the table of receivables. Reads only what stands in the table.
let roteiro: StaticString = """
  (function () {
    "use strict";
    const lista = document.getElementById("lista");
    if (!lista) { return; }
    const corpo = lista.tBodies[0];
    const linhas = Array.from(corpo.rows);
    const achados = document.getElementById("achados");
    const procura = document.getElementById("procura");
    const plano = (texto) => texto.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase();
    const textos = linhas.map((linha) =>
      plano(Array.from(linha.cells, (celula) => celula.textContent).join(" ")));

    // In cents, without fractions.
    const centavos = (linha) => {
      const valor = linha.querySelector("data");
      if (!valor) { return null; }
      const partes = valor.value.replace("-", "").split(".");
      const soma = BigInt(partes[0] + ((partes[1] || "") + "00").slice(0, 2));
      return valor.value.startsWith("-") ? -soma : soma;
    };
    const reais = (soma) => {
      const negativo = soma < 0n;
      const digitos = String(negativo ? -soma : soma).padStart(3, "0");
      const inteiro = digitos.slice(0, -2).replace(/\\B(?=(\\d{3})+$)/g, ".");
      return (negativo ? "-R$ " : "R$ ") + inteiro + "," + digitos.slice(-2);
    };

    const filtrar = () => {
      const palavras = plano(procura.value).split(/\\s+/).filter(Boolean);
      let quantas = 0;
      let soma = 0n;
      linhas.forEach((linha, lugar) => {
        const fica = palavras.every((palavra) => textos[lugar].includes(palavra));
        linha.hidden = !fica;
        if (fica) {
          quantas += 1;
          soma += centavos(linha) || 0n;
        }
      });
      achados.textContent = palavras.length === 0
        ? ""
        : quantas.toLocaleString("pt-BR") + " de " + linhas.length.toLocaleString("pt-BR")
          + (linhas.length === 1 ? " linha, " : " linhas, ") + reais(soma);
    };

    const ordem = new Intl.Collator("pt-BR", { numeric: true });
    const chave = (linha, coluna) => {
      const celula = linha.cells[coluna];
      const dia = celula.querySelector("time");
      if (dia) { return dia.dateTime; }
      if (celula.querySelector("data")) { return centavos(linha); }
      const texto = celula.textContent;
      return texto === "–" || celula.classList.contains("n") ? null : texto;
    };
    const comparar = (um, outro) =>
      typeof um === "bigint" ? (um < outro ? -1 : um > outro ? 1 : 0) : ordem.compare(um, outro);

    const titulos = Array.from(lista.tHead.rows[0].cells);
    titulos.forEach((titulo, coluna) => {
      const botao = document.createElement("button");
      botao.type = "button";
      botao.textContent = titulo.textContent;
      titulo.replaceChildren(botao);
      botao.addEventListener("click", () => {
        const desce = titulo.getAttribute("aria-sort") === "ascending";
        titulos.forEach((outro) => outro.removeAttribute("aria-sort"));
        titulo.setAttribute("aria-sort", desce ? "descending" : "ascending");
        const pares = linhas.map((linha, lugar) => [chave(linha, coluna), lugar, linha]);
        // What has no value stands last either way.
        pares.sort((um, outro) => {
          if (um[0] === null || outro[0] === null) {
            return (um[0] === null) - (outro[0] === null) || um[1] - outro[1];
          }
          const sentido = desce ? -1 : 1;
          return sentido * comparar(um[0], outro[0]) || um[1] - outro[1];
        });
        corpo.append(...pares.map((par) => par[2]));
      });
    });
    titulos[0].setAttribute("aria-sort", "ascending");

    const busca = document.getElementById("busca");
    busca.hidden = false;
    busca.addEventListener("submit", (evento) => evento.preventDefault());
    procura.addEventListener("input", filtrar);
  })();

  """
