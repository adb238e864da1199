/// How the page looks: on a screen by day and by night, on a telephone, on A4.
///
/// Every text has a contrast of at least 4.5 to what is behind it.
let estilo: StaticString = """
  :root {
    --fundo: #f6f6f3; --folha: #ffffff; --texto: #1d2126; --suave: #565d66; --linha: #dedfdb;
    --trilho: #ecedea; --um: #1f5f8b; --dois: #2c7a66; --mais: #2c7a66; --menos: #b0472f;
    --alta: #a32d1c; --media: #855300; --baixa: #4a5560; --elo: #1a5680; --aviso: #fff4dc;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --fundo: #14161a; --folha: #1c1f24; --texto: #e8e9eb; --suave: #a9b0b9; --linha: #343941;
      --trilho: #2a2e35; --um: #6fb0df; --dois: #6cc2aa; --mais: #6cc2aa; --menos: #f08c76;
      --alta: #ff9d8a; --media: #eabb62; --baixa: #b4bcc6; --elo: #8cc4ee; --aviso: #33290f;
    }
  }
  * { box-sizing: border-box; }
  html { scroll-behavior: smooth; }
  @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
  body {
    margin: 0 auto; padding: 2.5rem 1.5rem 3rem; max-width: 68rem; background: var(--fundo);
    color: var(--texto); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
      "Liberation Sans", sans-serif;
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: break-word;
  }
  .pular { position: absolute; left: -100rem; }
  .pular:focus { left: 1rem; top: 1rem; background: var(--folha); padding: .5rem 1rem; }
  a { color: var(--elo); text-underline-offset: .15em; }
  a:focus-visible, button:focus-visible, input:focus-visible {
    outline: 2px solid var(--elo); outline-offset: 2px; border-radius: 2px;
  }
  header { margin-bottom: 1.75rem; }
  .sobre { margin: 0; color: var(--suave); font-size: .875rem; letter-spacing: .08em;
    text-transform: uppercase; }
  h1 { margin: .1rem 0 .2rem; font-size: 2.25rem; line-height: 1.15; font-weight: 650;
    letter-spacing: -.015em; }
  .sob { margin: 0; color: var(--suave); }
  nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0;
    list-style: none; font-size: .9375rem; }
  nav a { display: inline-block; padding: .2rem 0; }
  section, .aviso { background: var(--folha); border: 1px solid var(--linha); border-radius: 10px;
    padding: 1.5rem; margin: 0 0 1.25rem; }
  .aviso { background: var(--aviso); padding: 1rem 1.5rem; }
  #resumo { padding: 0; border: 0; background: none; }
  #resumo h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  h2 { margin: 0 0 1rem; font-size: 1.1875rem; line-height: 1.3; font-weight: 650; }
  section p { margin: 0 0 1rem; max-width: 65ch; }
  section p:last-child { margin-bottom: 0; }
  .nota { color: var(--suave); font-size: .875rem; margin-top: .75rem; }
  .numeros { display: grid; grid-template-columns: repeat(3, 1fr); gap: .75rem; margin: 0; }
  .numeros div { background: var(--folha); border: 1px solid var(--linha); border-radius: 10px;
    padding: 1.1rem 1.25rem; }
  .numeros dt { color: var(--suave); font-size: .875rem; }
  .numeros dd { margin: 0; }
  .numeros strong { display: block; font-size: 1.625rem; line-height: 1.3; font-weight: 650;
    letter-spacing: -.01em; white-space: nowrap; }
  .numeros span { display: block; color: var(--suave); font-size: .875rem; }
  .lado { display: grid; grid-template-columns: 1fr 1.15fr; gap: 2.5rem; align-items: start; }
  .lado.tres { grid-template-columns: 1fr 1fr 1.2fr; gap: 2rem; }
  .lado > * { min-width: 0; }
  .lado figure { margin: 0; }
  #alertas figure { max-width: 32rem; }
  figure { margin: 0 0 1rem; min-width: 0; }
  figcaption { margin-bottom: .75rem; color: var(--suave); font-size: .875rem; }
  svg { display: block; overflow: visible; }
  .bars text { fill: var(--texto); font-size: 14px; }
  .bars .value { text-anchor: end; }
  .track { fill: var(--trilho); }
  .um { fill: var(--um); } .dois { fill: var(--dois); }
  .mais { fill: var(--mais); } .menos { fill: var(--menos); }
  rect.alta { fill: var(--alta); } rect.media { fill: var(--media); } rect.baixa { fill: var(--baixa); }
  table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
  caption.falado { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top;
    border-bottom: 1px solid var(--linha); font-weight: 400; }
  th:last-child, td:last-child { padding-right: 0; }
  thead th { color: var(--suave); font-size: .8125rem; vertical-align: bottom; }
  tr.total > *, tr.ponta > *, tfoot th, tfoot td { font-weight: 650; }
  tr.total > * { border-bottom: 0; }
  tfoot tr:last-child > * { border-bottom: 0; }
  .n { text-align: right; white-space: nowrap; }
  .d { white-space: nowrap; }
  .c { min-width: 9.5rem; }
  small { display: block; color: var(--suave); font-size: .8125rem; }
  code { font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    background: var(--trilho); padding: .1em .35em; border-radius: 4px;
    -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  code span { white-space: nowrap; }
  .selo { white-space: nowrap; }
  .selo.alta { color: var(--alta); } .selo.media { color: var(--media); }
  .selo.baixa { color: var(--baixa); }
  .rever { color: var(--alta); } .espera { color: var(--suave); }
  #busca { display: grid; grid-template-columns: auto minmax(0, 26rem) 1fr; gap: .75rem;
    align-items: center; margin-bottom: 1rem; }
  [hidden], #busca[hidden] { display: none !important; }
  #busca input { width: 100%; min-height: 2.5rem; padding: .4rem .75rem; font: inherit;
    color: var(--texto); background: var(--folha); border: 1px solid var(--suave);
    border-radius: 6px; }
  #busca input::placeholder { color: var(--suave); opacity: 1; }
  #busca p { margin: 0; color: var(--suave); font-size: .875rem; }
  th button { font: inherit; color: inherit; background: none; border: 0; padding: .25rem 0;
    cursor: pointer; text-decoration: underline; text-underline-offset: .2em;
    text-decoration-color: var(--linha); }
  th button:hover { color: var(--texto); text-decoration-color: currentColor; }
  [aria-sort="ascending"] button::after { content: " ↑"; }
  [aria-sort="descending"] button::after { content: " ↓"; }
  footer { color: var(--suave); font-size: .875rem; padding: .5rem 0; }
  footer p { margin: 0 0 .5rem; max-width: 75ch; }

  @media screen and (max-width: 60rem) {
    .lado, .lado.tres { grid-template-columns: 1fr; gap: 1rem; }
  }
  @media screen and (max-width: 46rem) {
    body { padding: 1.5rem 1rem 2rem; }
    h1 { font-size: 1.875rem; }
    section { padding: 1.25rem 1rem; }
    .numeros { grid-template-columns: 1fr 1fr; gap: .5rem; }
    .numeros div { padding: .85rem .9rem; }
    .numeros strong { font-size: clamp(1rem, 4.6vw, 1.5rem); white-space: normal; }
    #assinaturas table { font-size: .8125rem; }
    #assinaturas th, #assinaturas td { padding-right: 0; padding-left: .35rem; }
    #assinaturas th:first-child { padding-left: 0; }
    th, td { padding-right: .5rem; }
    .c { min-width: 0; }
    td.comando { display: block; padding: 0 0 .6rem; }
    #alertas thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    #alertas tr { display: grid; grid-template-columns: 5rem 1fr auto;
      border-bottom: 1px solid var(--linha); }
    #alertas tr > * { border: 0; }
    #alertas td.comando { grid-column: 2 / -1; }
    #busca { grid-template-columns: 1fr; gap: .4rem; }
    .lista, .lista thead, .lista tbody, .lista tfoot { display: block; }
    .lista tr { display: flex; flex-wrap: wrap; column-gap: .75rem; padding: .6rem 0;
      border-bottom: 1px solid var(--linha); }
    .lista tr > * { border: 0; padding: 0; }
    .lista tbody th, .lista tfoot th { flex: 1 0 calc(100% - 9rem); width: calc(100% - 9rem); }
    .lista tbody .n, .lista tfoot .n { flex: 0 1 auto; margin-left: auto; }
    .lista tbody td:not(.n) { order: 1; color: var(--suave); font-size: .875rem; }
    .lista tbody td.s { flex-basis: 100%; }
    .lista tbody td.rever { color: var(--alta); }
    .lista tbody .falta { display: none; }
    .lista tbody .d:not(.falta)::before { content: "assinado em "; }
  }

  @page { size: A4; margin: 14mm 14mm 16mm; }
  @media print {
    :root { --fundo: #fff; --trilho: #eee; }
    html { font-size: 8.25pt; }
    body { max-width: none; padding: 0; }
    .bars text { font-size: 7.5pt; }
    .lado, .lado.tres { gap: 1.5rem; }
    nav, .pular, #busca { display: none !important; }
    section, .numeros div { border-color: #ccc; }
    section { padding: 4mm; margin-bottom: 4mm; }
    #status, #assinaturas, #ponte, #esperas, figure, .numeros div { break-inside: avoid; }
    th, td { padding-block: .3rem; }
    .c { min-width: 8.5rem; }
    h2 { break-after: avoid; }
    #recebiveis { border: 0; padding: 0; }
    thead { display: table-header-group; }
    tfoot { display: table-row-group; }
    tr { break-inside: avoid; }
    .um, .dois, .mais, .menos, .track, rect { print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    th button { text-decoration: none; }
    a { color: inherit; text-decoration: none; }
  }

  """
