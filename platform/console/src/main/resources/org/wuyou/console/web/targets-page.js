import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { statusChip, statusName, subjectList, findingList } from './outcome.js';
import { ask, href } from './route.js';
import { say, both, date, figure, sign } from './texts.js';
import './data-table.js';

const ORDER = ['NOT_MET', 'UNDETERMINED', 'PLAN_FIGURE_MISSING', 'NO_DATA', 'NO_BASE', 'NOT_DUE', 'MET'];

// The target board of a region: what is to be reached, what is, and who is missing.
class TargetsPage extends PolicyPage {
  static styles = [look, css`
    .fields { margin-top: 0.2rem; }
    .band { color: var(--soft); }
    .who { max-width: 26rem; }
  `];

  async fetch({ parts, query }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    if (!code) return { regions };
    const [board, below] = await Promise.all([
      this.api.policies('Board', {
        region: code, year: query.year ? Number(query.year) : null, asOf: query.asOf || null, scope: query.scope || null }),
      this.api.policies('DivisionsBelow', { parent: code }).catch(() => null),
    ]);
    return { regions, region: board.region, below: below?.divisions.nodes ?? [] };
  }

  content({ regions, region, below }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.targets')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!region) return html`<div class="card"><p>${say('targets.unknownRegion', this.route.parts[0])}</p></div>`;
    const board = region.targetBoard;
    return html`<section class="card">
      <h2>${region.name} · ${both(region.bundle.name)}</h2>
      <p class="soft small">${say('targets.inForce', date(region.bundle.validFrom), date(region.bundle.validTo) || say('targets.open'))}
        · <a href=${href('rules', [region.code])}>${say('targets.rules')}</a></p>
      ${this.fields(regions, region, below)}
      ${board.length ? html`${this.tally(board)}
        <data-table .language=${this.language} .label=${say('tab.targets')} .columns=${this.columns(region)} .rows=${board}
          .rowid=${(row) => row.target.id}></data-table>` : html`<p class="soft">${say('targets.none')}</p>`}
    </section>`;
  }

  fields(regions, region, below) {
    const { query } = this.route;
    const years = yearsOf(region.bundle.targets);
    const select = (name, label, options, value, change) => html`<label>${say(label)}
      <select id=${name} @change=${(event) => change(event.target.value)}>${options.map(([key, text]) => html`
        <option value=${key} ?selected=${key === (value ?? '')}>${text}</option>`)}</select></label>`;
    return html`<div class="fields">
      ${regionChoice('targets', regions, region.code)}
      ${select('year', 'targets.year', [['', say('targets.wholePlan')], ...years.map((year) => [String(year), String(year)])], query.year, (year) => ask({ year }))}
      ${below.length ? select('scope', 'targets.scope', [['', say('targets.whole')], ...below.map((one) => [one.code, one.name])], query.scope, (scope) => ask({ scope })) : ''}
      <label>${say('targets.asOf')}<input id="as-of" type="date" .value=${query.asOf ?? ''} @change=${(event) => ask({ asOf: event.target.value })}></label>
    </div>`;
  }

  tally(board) {
    const counts = group(board);
    const rank = (status) => (ORDER.indexOf(status) + ORDER.length + 1) % (ORDER.length + 1);
    return html`<div class="tally">${[...counts].sort(([a], [b]) => rank(a) - rank(b)).map(([status, all]) => html`
      ${statusChip(status)} <span>${all.length}</span>`)}</div>`;
  }

  columns(region) {
    const { year } = this.route.query;
    return [
      { key: 'target', label: say('targets.target'), value: (row) => `${row.target.id} ${both(row.target.name)} ${both(row.target.rule.summary)}`,
        cell: (row) => html`<a href=${href('rules', [region.code, row.target.id])}>${both(row.target.name)}</a>
          ${row.target.striveFor ? html`<span class="chip warn">${say('targets.strive')}</span>` : ''}
          <div class="soft small">${both(row.target.rule.summary)}</div>` },
      { key: 'found', label: say('targets.found'), end: true, value: (row) => (row.value == null ? null : Number(row.value)), cell: (row) => row.shown ?? '–' },
      { key: 'wanted', label: say('targets.wanted'), end: true, value: (row) => (row.threshold == null ? null : Number(row.threshold)),
        cell: (row) => (row.threshold == null ? '–' : `${sign(row.target.symbol)} ${figure(row.threshold)} ${row.unit}`) },
      { key: 'status', label: say('targets.status'), value: (row) => statusName(row.status), cell: (row) => statusChip(row.status, row.target.striveFor) },
      { key: 'due', label: say('targets.due'), once: true, value: (row) => row.due, cell: (row) => date(row.due) },
      { key: 'who', label: say('targets.who'), cell: (row) => this.who(row, year ?? String(row.year)) },
    ];
  }

  // Who stands between the figure and the target.
  who(row, year) {
    const { tally } = row;
    const parts = [
      tally ? html`<div class="small">${say('targets.tally', tally.met, tally.notMet, tally.notAssessed)}</div>` : '',
      subjectList('subjects.short', tally?.shortOfIt, year), subjectList('subjects.without', row.without, year),
      subjectList('subjects.excluded', row.excluded, year), subjectList('subjects.undetermined', row.undetermined, year),
      row.missing.length ? html`<div class="small">${say('finding.missing', row.missing.join(say('list.comma')))}</div>` : '',
      row.findings.length ? html`<details><summary>${say('targets.why')}</summary>${findingList(row.findings)}</details>` : '',
    ].filter(Boolean);
    return html`<div class="who">${parts.length ? parts : '–'}</div>`;
  }
}
customElements.define('targets-page', TargetsPage);

function group(board) {
  const counts = new Map();
  for (const one of board) counts.set(one.status, [...(counts.get(one.status) ?? []), one]);
  return counts;
}

function yearsOf(targets) {
  const first = Math.min(...targets.map((one) => Number(one.due.slice(0, 4))));
  const last = Math.max(...targets.map((one) => Number(one.lastDue.slice(0, 4))));
  return Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
}
