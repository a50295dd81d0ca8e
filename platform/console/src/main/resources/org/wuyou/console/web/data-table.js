import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say, locale } from './texts.js';

const PAGE = 25;

// Rows with a search, an order chosen at the head of a column, and pages.
// columns: [{key, label, value: row => text or number to search and order by, cell: row => what is shown,
// end: numbers, once: on one line}]
class DataTable extends LitElement {
  static properties = {
    columns: { attribute: false }, rows: { attribute: false }, language: {}, label: {}, rowid: { attribute: false },
    wanted: { state: true }, by: { state: true }, down: { state: true }, page: { state: true },
  };
  static styles = [look, css`
    .tools { display: flex; gap: 0.6rem; align-items: center; justify-content: space-between; flex-wrap: wrap; margin-bottom: 0.4rem; }
    .tools input { max-width: 18rem; width: 100%; }
    th button { border: 0; background: none; padding: 0; min-height: 0; color: inherit; font: inherit; }
    th.end, td.end { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.once { white-space: nowrap; }
    nav { display: flex; gap: 0.6rem; align-items: center; justify-content: flex-end; margin-top: 0.5rem; }
    @media (max-width: 640px) { td.end { text-align: left; } }
  `];

  constructor() {
    super();
    this.wanted = '';
    this.page = 0;
  }

  willUpdate(changed) {
    if (changed.has('rows')) this.page = 0;
  }

  found() {
    const words = this.wanted.trim().toLowerCase();
    const rows = words
      ? this.rows.filter((row) => this.columns.some((column) => String(column.value?.(row) ?? '').toLowerCase().includes(words)))
      : [...this.rows];
    const column = this.columns.find((one) => one.key === this.by);
    if (!column) return rows;
    const order = new Intl.Collator(locale(), { numeric: true });
    const compare = (a, b) => {
      const [left, right] = [column.value(a), column.value(b)];
      if (left == null || right == null) return (left == null) - (right == null);
      const sign = typeof left === 'number' && typeof right === 'number' ? left - right : order.compare(left, right);
      return this.down ? -sign : sign;
    };
    return rows.sort(compare);
  }

  render() {
    const found = this.found();
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const shown = found.slice(this.page * PAGE, (this.page + 1) * PAGE);
    return html`
      ${this.rows.length > 8 ? html`<div class="tools">
        <input type="text" placeholder=${say('table.search')} aria-label=${say('table.search')} .value=${this.wanted}
          @input=${(event) => { this.wanted = event.target.value; this.page = 0; }}>
        <span class="soft small" role="status">${say('table.count', found.length)}</span></div>` : ''}
      ${found.length ? html`<table aria-label=${this.label ?? ''}>
        <thead><tr>${this.columns.map((column) => this.head(column))}</tr></thead>
        <tbody>${shown.map((row) => html`<tr data-row=${this.rowid?.(row) ?? ''}>${this.columns.map((column) => html`
          <td class=${column.end ? 'end' : column.once ? 'once' : ''} data-label=${column.label}>${column.cell ? column.cell(row) : column.value(row) ?? '–'}</td>`)}</tr>`)}
        </tbody></table>` : html`<p class="soft">${say('table.nothing', this.wanted)}</p>`}
      ${pages > 1 ? html`<nav aria-label=${say('table.pages')}>
        <button ?disabled=${this.page === 0} @click=${() => { this.page -= 1; }}>${say('table.back')}</button>
        <span class="small">${say('table.page', this.page + 1, pages)}</span>
        <button ?disabled=${this.page >= pages - 1} @click=${() => { this.page += 1; }}>${say('table.on')}</button></nav>` : ''}`;
  }

  head(column) {
    const sorted = this.by === column.key ? (this.down ? 'descending' : 'ascending') : 'none';
    return html`<th scope="col" class=${column.end ? 'end' : ''} aria-sort=${sorted}>${column.value
      ? html`<button @click=${() => this.order(column.key)}>${column.label}
          <span aria-hidden="true">${{ ascending: '▲', descending: '▼', none: '' }[sorted]}</span></button>`
      : column.label}</th>`;
  }

  order(key) {
    this.down = this.by === key && !this.down;
    this.by = key;
    this.page = 0;
  }
}
customElements.define('data-table', DataTable);
