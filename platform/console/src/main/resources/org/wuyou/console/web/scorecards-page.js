import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { statusChip } from './outcome.js';
import { ask, href } from './route.js';
import { say, both, date, figure } from './texts.js';
import './data-table.js';

// The scorecards of a region: its parts beside each other, item by item, with ranks, sources and the composite if there is one.
class ScorecardsPage extends PolicyPage {
  static styles = [look, css`
    section + section { margin-top: 1rem; }
    h3 { margin-top: 1.1rem; }
    .items { padding-left: 1.1rem; margin: 0.4rem 0; }
  `];

  async fetch({ parts, query }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    if (!code) return { regions };
    const readings = Object.entries(query).filter(([key, choice]) => key.startsWith('r.') && choice)
      .map(([key, choice]) => ({ reading: key.slice(2), choice }));
    const { region } = await this.api.policies('Scorecards', {
      region: code, year: query.year ? Number(query.year) : null, asOf: query.asOf || null, readings });
    return { regions, code, region };
  }

  content({ regions, code, region }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.scorecards')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!region) return html`<div class="card"><p>${say('targets.unknownRegion', code)}</p></div>`;
    return html`<section class="card">
        <h2>${region.name} · ${say('tab.scorecards')}</h2>
        <p class="soft small">${both(region.bundle.name)} · ${say('targets.inForce', date(region.bundle.validFrom), date(region.bundle.validTo) || say('targets.open'))}</p>
        ${this.fields(regions, region)}
        ${region.scorecards.length ? '' : html`<p id="none">${say('scorecards.none')}</p>`}
      </section>
      ${region.scorecards.map((card) => this.scorecard(region, card))}`;
  }

  fields(regions, region) {
    const { query } = this.route;
    const asked = new Set(region.scorecards.flatMap((card) => card.rule.readings));
    return html`<div class="fields">
      ${regionChoice('scorecards', regions, region.code)}
      <label>${say('targets.year')}<input id="year" type="number" .value=${query.year ?? ''} placeholder=${say('targets.wholePlan')}
        @change=${(event) => ask({ year: event.target.value })}></label>
      <label>${say('targets.asOf')}<input id="as-of" type="date" .value=${query.asOf ?? ''} @change=${(event) => ask({ asOf: event.target.value })}></label>
      ${region.bundle.readings.filter((one) => asked.has(one.id)).map((one) => html`<label>${both(one.question)}
        <select id=${one.id} @change=${(event) => ask({ [`r.${one.id}`]: event.target.value })}>${one.choices.map((choice) => html`
          <option value=${choice.id === one.usual ? '' : choice.id} ?selected=${choice.id === (query[`r.${one.id}`] || one.usual)}>${both(choice.meaning)}</option>`)}
        </select></label>`)}
    </div>`;
  }

  scorecard(region, card) {
    const { rule, rows, total } = card;
    const composite = rows.some((row) => row.composite != null);
    const lines = rows.length ? [...rows, { division: region.code, name: say('targets.whole'), cells: total, composite: null }] : [];
    return html`<section class="card" data-scorecard=${rule.id}>
      <h2><a href=${href('rules', [region.code, rule.id])}>${both(rule.name)}</a></h2>
      <p>${both(rule.summary)}</p>
      <p class="soft small">${say('finding.article', rule.article)} · ${rule.departments.map(both).join(say('list.comma'))}</p>
      ${lines.length ? html`<data-table .language=${this.language} .label=${both(rule.name)} .rows=${lines} .rowid=${(row) => row.division} .columns=${[
        { key: 'unit', label: say('scorecards.unit'), value: (row) => row.name,
          cell: (row) => html`<a href=${href('targets', [region.code], { year: this.route.query.year, scope: row.division === region.code ? '' : row.division })}>${row.name}</a>` },
        ...total.flatMap((item, index) => this.item(item, index)),
        ...(composite ? [{ key: 'composite', label: say('scorecards.composite'), end: true,
          value: (row) => (row.composite == null ? null : Number(row.composite)), cell: (row) => (row.composite == null ? '–' : figure(row.composite)) }] : []),
      ]}></data-table>` : html`<p class="soft">${say('scorecards.noUnits')}</p>`}
      <h3>${say('scorecards.items')}</h3>
      <ul class="items">${total.map((item) => html`<li>${both(item.indicator.name)}${say('list.colon')}${item.target
        ? html`<a href=${href('rules', [region.code, item.target.id])}>${both(item.target.rule.summary)}</a>
          <span class="soft small">${say('finding.article', item.target.rule.article)}</span>` : say('scorecards.noTarget')}
        <span class="soft small">${item.weight == null ? say('scorecards.noWeight') : say('scorecards.weight', figure(item.weight))}</span></li>`)}</ul>
      ${composite ? '' : html`<p class="soft small">${say('scorecards.noComposite')}</p>`}
    </section>`;
  }

  // The figure of one item with its parts, and the rank on it.
  item({ indicator }, index) {
    const value = (row) => (row.cells[index].value == null ? null : Number(row.cells[index].value));
    return [
      { key: `value${index}`, label: both(indicator.name), end: true, value, cell: (row) => this.cell(row.cells[index]) },
      { key: `rank${index}`, label: say('scorecards.rank'), end: true, value: (row) => row.cells[index].rank,
        cell: (row) => html`<span class="rank">${row.cells[index].rank ?? '–'}</span>` },
    ];
  }

  cell({ indicator, shown, numerator, denominator, status }) {
    return html`${shown ?? '–'} ${status === 'NO_THRESHOLD' ? '' : statusChip(status)}
      ${indicator.unit === '%' && numerator != null && denominator != null ? html`<div class="soft small">${figure(numerator)} / ${figure(denominator)}</div>` : ''}`;
  }
}
customElements.define('scorecards-page', ScorecardsPage);
