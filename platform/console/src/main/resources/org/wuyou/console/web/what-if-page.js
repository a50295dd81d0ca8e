import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { kindName, statusChip } from './outcome.js';
import { ask, go, href } from './route.js';
import { say, both, figure } from './texts.js';
import './data-table.js';
import './line-chart.js';

const JUDGING = ['STANDARD', 'BENEFIT', 'SELECTION', 'TARGET'];
const GROUPS = ['divisions', 'industries', 'tiers'];
const OWN = ['rule', 'year', 'scope', 'vary', 'from', 'to'];

// What if a figure or a reading were another: who gains, who loses, what it costs, how the answer moves along a range.
// The address holds all that was asked: ?rule=…&p.leastIntensity=2.5&r.A-05=…
class WhatIfPage extends PolicyPage {
  static styles = [look, css`
    h3 { margin: 1.3rem 0 0.4rem; }
    .sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.6rem; margin: 0.8rem 0; }
    .sums div { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.9rem; }
    .sums strong { display: block; font-size: 1.25rem; }
    fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0.8rem 0; min-width: 0; }
    legend { padding: 0 0.4rem; color: var(--soft); font-size: 0.87rem; }
    fieldset input { max-width: 9rem; }
  `];

  async fetch({ parts, query }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    if (!code) return { regions };
    const { policyBundle: bundle } = await this.api.policies('Bundle', { region: code });
    if (!bundle || !query.rule) return { regions, code, bundle };
    const variables = {
      region: code, rule: query.rule, year: query.year ? Number(query.year) : null,
      asOf: query.year ? `${query.year}-12-31` : null, scope: query.scope || null,
      readings: chosen(query, 'r').map(([reading, choice]) => ({ reading, choice })),
    };
    const [simulation, sensitivity] = await Promise.all([
      this.api.policies('Simulate', { ...variables, parameters: chosen(query, 'p').map(([parameter, value]) => ({ parameter, value })) }),
      query.vary && query.from && query.to
        ? this.api.policies('Sensitivity', { ...variables, parameter: query.vary, from: query.from, to: query.to }) : null,
    ]);
    return { regions, code, bundle, outcome: simulation.policySimulate, line: sensitivity?.policySensitivity };
  }

  content({ regions, code, bundle, outcome, line }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.what-if')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!bundle) return html`<div class="card"><p>${say('targets.unknownRegion', code)}</p></div>`;
    return html`<section class="card"><h2>${say('tab.what-if')}</h2><p class="soft">${say('whatIf.about')}</p>
      ${this.question(regions, code, bundle)}
      ${outcome ? this.outcome(bundle, outcome) : html`<p class="soft">${say('whatIf.begin')}</p>`}
      ${outcome ? this.sensitivity(bundle, line) : ''}</section>`;
  }

  question(regions, code, bundle) {
    const { query } = this.route;
    const rules = bundle.rules.filter((rule) => JUDGING.includes(rule.kind));
    const rule = rules.find((one) => one.id === query.rule);
    const parameters = bundle.parameters.filter((one) => rule && (one.clause === rule.clause || one.article === rule.article));
    const others = bundle.parameters.filter((one) => !parameters.includes(one));
    const readings = bundle.readings.filter((one) => !rule || !rule.readings.length || rule.readings.includes(one.id));
    return html`<form @submit=${(event) => { event.preventDefault(); this.carry(event.target); }}>
      <div class="fields">
        ${regionChoice('what-if', regions, code)}
        <label>${say('whatIf.rule')}<select id="rule" name="rule" required @change=${(event) => go('what-if', [code], { rule: event.target.value, year: query.year })}>
          <option value="">${say('whatIf.choose')}</option>${rules.map((one) => html`
          <option value=${one.id} ?selected=${one.id === query.rule}>${both(one.name)}（${kindName(one.kind)}）</option>`)}</select></label>
        <label>${say('targets.year')}<input type="number" name="year" min="2000" max="2100" .value=${query.year ?? ''}></label>
      </div>
      ${rule ? html`
        <fieldset><legend>${say('whatIf.parameters')}</legend><div class="fields">${parameters.map((one) => this.parameter(one))}</div>
          ${others.length ? html`<details ?open=${others.some((one) => query[`p.${one.id}`])}><summary>${say('whatIf.others', others.length)}</summary>
            <div class="fields">${others.map((one) => this.parameter(one))}</div></details>` : ''}</fieldset>
        ${readings.length ? html`<fieldset><legend>${say('rules.readings')}</legend><div class="fields">${readings.map((one) => html`
          <label>${both(one.question)}<select name="r.${one.id}"><option value="">${say('whatIf.usual', meaning(one, one.usual))}</option>
            ${one.choices.filter((choice) => choice.id !== one.usual).map((choice) => html`
              <option value=${choice.id} ?selected=${query[`r.${one.id}`] === choice.id}>${both(choice.meaning)}</option>`)}</select></label>`)}</div></fieldset>` : ''}
        <button class="main" ?disabled=${this.asking}>${say(this.asking ? 'page.asking' : 'whatIf.go')}</button>` : ''}
    </form>`;
  }

  parameter(one) {
    const now = one.values.at(-1)?.value;
    return html`<label>${both(one.name)}（${one.unit}）<input type="text" inputmode="decimal" pattern="-?[0-9]+([.][0-9]+)?" name="p.${one.id}"
      placeholder=${now == null ? say('rules.noValue') : figure(now)} .value=${this.route.query[`p.${one.id}`] ?? ''}></label>`;
  }

  // Everything that was filled in goes into the address; the page follows it.
  carry(form) {
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const kept = Object.fromEntries(OWN.map((name) => [name, this.route.query[name]]));
    go('what-if', [this.answer.code], { ...kept, ...given });
  }

  outcome(bundle, { total, winners, losers, unset, ...groups }) {
    const sum = (title, now, then) => html`<div><span class="soft small">${say(title)}</span>
      <strong>${then ?? '–'}</strong><span class="soft small">${say('whatIf.now', now ?? '–')}</span></div>`;
    return html`
      <h3>${say('whatIf.outcome')}</h3>
      <div class="sums">
        ${sum('whatIf.eligible', total.presentEligible, total.reformEligible)}
        ${sum('whatIf.coverage', percent(total.presentCoverage), percent(total.reformCoverage))}
        ${sum('whatIf.cost', money(total.presentCost), money(total.reformCost))}
        <div><span class="soft small">${say('whatIf.change')}</span><strong>+${total.winners} / −${total.losers}</strong>
          <span class="soft small">${say('whatIf.untold', total.reformUndetermined)}</span></div>
      </div>
      ${unset.length ? html`<p class="box warn">${say('whatIf.unset', unset.join(say('list.comma')))}</p>` : ''}
      ${this.changed('whatIf.winners', winners)}${this.changed('whatIf.losers', losers)}
      ${GROUPS.filter((name) => groups[name].length).map((name) => html`<h3>${say(`whatIf.${name}`)}</h3>
        <data-table .language=${this.language} .label=${say(`whatIf.${name}`)} .rows=${groups[name]} .rowid=${(row) => row.key} .columns=${COLUMNS()}></data-table>`)}`;
  }

  changed(title, { totalCount, nodes }) {
    return totalCount ? html`<details><summary>${say(title, totalCount)}</summary><ul>${nodes.map((one) => html`<li>
      ${one.subject.entity === 'Enterprise' ? html`<a href=${href('enterprises', [one.subject.key])}>${one.subject.name}</a>` : one.subject.name}
      ${statusChip(one.present)} → ${statusChip(one.reform)} ${one.reformAmount == null ? '' : money(one.reformAmount)}</li>`)}</ul>
      ${totalCount > nodes.length ? html`<p class="soft small">${say('subjects.more', totalCount - nodes.length)}</p>` : ''}</details>` : '';
  }

  sensitivity(bundle, line) {
    const { query } = this.route;
    const varied = bundle.parameters.find((one) => one.id === query.vary);
    return html`<h3>${say('whatIf.sensitivity')}</h3>
      <form class="fields" @submit=${(event) => { event.preventDefault(); ask(Object.fromEntries(new FormData(event.target))); }}>
        <label>${say('whatIf.vary')}<select name="vary" required><option value=""></option>${bundle.parameters.map((one) => html`
          <option value=${one.id} ?selected=${one.id === query.vary}>${both(one.name)}（${one.unit}）</option>`)}</select></label>
        <label>${say('whatIf.from')}<input type="text" inputmode="decimal" required pattern="-?[0-9]+([.][0-9]+)?" name="from" .value=${query.from ?? ''}></label>
        <label>${say('whatIf.to')}<input type="text" inputmode="decimal" required pattern="-?[0-9]+([.][0-9]+)?" name="to" .value=${query.to ?? ''}></label>
        <button ?disabled=${this.asking}>${say('whatIf.draw')}</button></form>
      ${line ? html`<line-chart .points=${line.map((point) => ({ x: Number(point.value), y: point.tally.reformEligible }))}
          .across=${`${both(varied?.name)}（${varied?.unit}）`} .up=${say('whatIf.eligible')} .label=${say('whatIf.sensitivity')}></line-chart>
        <data-table .language=${this.language} .label=${say('whatIf.sensitivity')} .rows=${line} .rowid=${(row) => row.value} .columns=${[
          { key: 'value', label: say('rules.value'), end: true, value: (row) => Number(row.value), cell: (row) => figure(row.value) },
          { key: 'eligible', label: say('whatIf.eligible'), end: true, value: (row) => row.tally.reformEligible },
          { key: 'coverage', label: say('whatIf.coverage'), end: true, value: (row) => Number(row.tally.reformCoverage), cell: (row) => percent(row.tally.reformCoverage) ?? '–' },
          { key: 'cost', label: say('whatIf.cost'), end: true, value: (row) => Number(row.tally.reformCost), cell: (row) => money(row.tally.reformCost) ?? '–' },
        ]}></data-table>` : ''}`;
  }
}
customElements.define('what-if-page', WhatIfPage);

const COLUMNS = () => [
  { key: 'name', label: say('rules.name'), value: (row) => (row.name === row.key ? row.key : `${row.name || say('whatIf.unknown')} ${row.key}`) },
  { key: 'subjects', label: say('whatIf.subjects'), end: true, value: (row) => row.tally.subjects },
  { key: 'eligible', label: say('whatIf.eligible'), end: true, value: (row) => row.tally.reformEligible,
    cell: (row) => `${row.tally.presentEligible} → ${row.tally.reformEligible}` },
  { key: 'change', label: say('whatIf.change'), end: true, value: (row) => row.tally.winners - row.tally.losers,
    cell: (row) => `+${row.tally.winners} / −${row.tally.losers}` },
  { key: 'coverage', label: say('whatIf.coverage'), end: true, value: (row) => Number(row.tally.reformCoverage ?? 0), cell: (row) => percent(row.tally.reformCoverage) ?? '–' },
  { key: 'cost', label: say('whatIf.cost'), end: true, value: (row) => Number(row.tally.reformCost ?? 0), cell: (row) => money(row.tally.reformCost) ?? '–' },
];

// What the address gives for parameters (p.) or readings (r.).
const chosen = (query, kind) => Object.entries(query)
  .filter(([name, value]) => name.startsWith(`${kind}.`) && value).map(([name, value]) => [name.slice(2), value]);

const meaning = (reading, id) => both(reading.choices.find((one) => one.id === id)?.meaning);
const percent = (value) => (value == null ? null : `${Math.round(Number(value) * 100) / 100} %`);
const money = (yuan) => (yuan == null ? null : `${figure(yuan)} ${say('whatIf.yuan')}`);
