import { css } from 'lit';

// What all parts of the page look like.
export const look = css`
  * { box-sizing: border-box; }
  h1, h2, h3 { line-height: 1.3; margin: 0; font-weight: 600; }
  h2 { font-size: 1.15rem; }
  h3 { font-size: 1rem; }
  p { margin: 0.4rem 0; }
  a { color: var(--brand); }
  .soft { color: var(--soft); }
  .small { font-size: 0.87rem; }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.2rem; }
  button, .button {
    font: inherit; padding: 0.35rem 0.85rem; border-radius: 7px; border: 1px solid var(--line);
    background: var(--card); color: var(--ink); cursor: pointer; min-height: 2.25rem;
  }
  button:hover, .button:hover { border-color: var(--brand); }
  button:focus-visible, a:focus-visible, input:focus-visible, summary:focus-visible, .focusable:focus-visible {
    outline: 3px solid var(--brand); outline-offset: 2px;
  }
  button.main { background: var(--brand); border-color: var(--brand); color: var(--brand-ink); font-weight: 600; }
  button.danger { color: var(--bad); }
  button.main.danger { background: var(--bad); border-color: var(--bad); color: var(--card); }
  button:disabled { opacity: 0.5; cursor: not-allowed; }
  button.plain, .button.plain { border: 0; background: none; padding: 0.35rem 0.5rem; color: var(--brand); text-decoration: none; }
  button.plain:hover, .button.plain:hover { text-decoration: underline; }
  .progress { position: fixed; left: 0; top: 0; height: 3px; width: 100%; z-index: 3;
    background: linear-gradient(90deg, transparent, var(--brand), transparent); background-size: 40% 100%;
    background-repeat: no-repeat; animation: run 1.2s linear infinite; }
  .progress[hidden] { display: none; }
  @keyframes run { from { background-position: -60% 0; } to { background-position: 160% 0; } }
  @media (prefers-reduced-motion: reduce) { .progress { animation: none; background: var(--brand); } }
  .fields { display: flex; gap: 0.6rem 1rem; flex-wrap: wrap; align-items: end; margin: 0.6rem 0 0.9rem; }
  .fields label { display: grid; gap: 0.15rem; font-size: 0.87rem; color: var(--soft); }
  select, input[type='date'], input[type='number'], input[type='search'] { font: inherit; padding: 0.35rem 0.5rem; min-height: 2.25rem;
    border: 1px solid var(--soft); border-radius: 7px; background: var(--card); color: var(--ink); max-width: 100%; }
  select:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
  .findings { list-style: none; padding: 0; margin: 0.5rem 0; }
  .findings li { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  .findings li:last-child { border-bottom: 0; }
  .tally { display: flex; gap: 0.4rem; flex-wrap: wrap; margin: 0.4rem 0 0.8rem; }
  summary { cursor: pointer; padding: 0.25rem 0; }
  dl.pairs { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
  dl.pairs dt { color: var(--soft); }
  dl.pairs dd { margin: 0; overflow-wrap: anywhere; }
  input[type='password'], input[type='text'] {
    font: inherit; width: 100%; padding: 0.5rem 0.7rem; border: 1px solid var(--soft); border-radius: 7px;
    background: var(--card); color: var(--ink);
  }
  code { font: 0.87em ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere; }
  table { width: 100%; border-collapse: collapse; }
  th { text-align: left; font-weight: 500; color: var(--soft); font-size: 0.87rem; white-space: nowrap; }
  th, td { padding: 0.6rem 0.7rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
  tbody tr:last-child td { border-bottom: 0; }
  .chip { display: inline-block; padding: 0.05rem 0.6rem; border-radius: 99px; font-size: 0.87rem; white-space: nowrap; }
  .chip.good { background: var(--good-paper); color: var(--good); }
  .chip.warn { background: var(--warn-paper); color: var(--warn); }
  .chip.bad { background: var(--bad-paper); color: var(--bad); }
  .chip.calm { background: var(--calm-paper); color: var(--soft); }
  .box { border-radius: 8px; padding: 0.7rem 0.9rem; margin: 0.6rem 0; overflow-wrap: anywhere; }
  .box.bad { background: var(--bad-paper); }
  .box.warn { background: var(--warn-paper); }
  .box.good { background: var(--good-paper); }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.4rem 0; font: 0.85rem/1.5 ui-monospace, Menlo, monospace; }
  @media (max-width: 640px) {
    .card { padding: 0.8rem; }
    .fields label, .fields select, .fields input { width: 100%; }
    dl.pairs { grid-template-columns: 1fr; gap: 0; }
    dl.pairs dd { margin-bottom: 0.4rem; }
    table, tbody, tr, td { display: block; }
    thead { position: absolute; left: -9999px; }
    tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
    tr:last-child { border-bottom: 0; }
    td { border: 0; padding: 0.15rem 0; }
    td[data-label]::before { content: attr(data-label) ' '; color: var(--soft); font-size: 0.87rem; margin-right: 0.4rem; }
  }
`;
