import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { kindName } from './outcome.js';
import { href } from './route.js';
import { say, has, both } from './texts.js';
import './data-table.js';

// Every clause and every figure of a region's document: where it lives, and which case exercises it.
class CoveragePage extends PolicyPage {
  static styles = [look, css`
    h3 { margin: 1.2rem 0 0.3rem; }
    meter { width: 14rem; max-width: 100%; height: 1.1rem; }
    .place { margin: 0.1rem 0; overflow-wrap: anywhere; }
  `];

  async fetch({ parts }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    return { regions, code, coverage: code ? (await this.api.policies('Coverage', { region: code })).policyCoverage : null };
  }

  content({ regions, code, coverage }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.coverage')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!coverage) return html`<div class="card"><p>${say('targets.unknownRegion', code)}</p></div>`;
    const { clauses, figures, clauseCount, coveredClauses, missing } = coverage;
    return html`<section class="card">
      <h2>${say('tab.coverage')}</h2>
      <div class="fields">${regionChoice('coverage', regions, code)}</div>
      ${clauseCount ? html`<p><meter min="0" max=${clauseCount} value=${coveredClauses} aria-label=${say('coverage.count', coveredClauses, clauseCount)}></meter>
        ${say('coverage.count', coveredClauses, clauseCount)}</p>` : html`<p class="soft">${say('coverage.none')}</p>`}
      ${missing.length ? html`<p class="box warn">${say('coverage.missing', missing.join(say('list.comma')))}</p>` : ''}
      ${clauses.length ? html`<h3>${say('coverage.clauses')}</h3>
        <data-table id="clauses" .language=${this.language} .label=${say('coverage.clauses')} .rows=${clauses} .rowid=${(row) => row.clause} .columns=${[
          { key: 'clause', label: say('coverage.clause'), once: true, value: (row) => row.clause },
          { key: 'name', label: say('rules.name'), value: (row) => both(row.name) },
          { key: 'level', label: say('coverage.level'), value: (row) => levelName(row.level) },
          { key: 'covered', label: say('targets.status'), value: (row) => say(row.covered ? 'coverage.yes' : 'coverage.no'),
            cell: (row) => html`<span class="chip ${row.covered ? 'good' : 'bad'}"><span aria-hidden="true">${row.covered ? '✓' : '✗'}</span> ${say(row.covered ? 'coverage.yes' : 'coverage.no')}</span>` },
          this.where(code),
        ]}></data-table>` : ''}
      ${figures.length ? html`<h3>${say('coverage.figures')}</h3>
        <data-table id="figures" .language=${this.language} .label=${say('coverage.figures')} .rows=${figures} .rowid=${(row) => row.figure} .columns=${[
          { key: 'figure', label: say('coverage.figure'), once: true, value: (row) => row.figure },
          this.where(code),
        ]}></data-table>` : ''}
    </section>`;
  }

  where(code) {
    return { key: 'where', label: say('coverage.where'), value: (row) => row.places.map((place) => `${place.id} ${place.file}`).join(' '),
      cell: (row) => (row.places.length ? row.places.map((place) => html`<div class="place">
        ${kindName(place.kind)} ${['TASK', 'PARAMETER'].includes(place.kind) ? place.id : html`<a href=${href('rules', [code, place.id])}>${place.id}</a>`}
        <code class="soft">${place.file}:${place.line}</code>
        ${place.cases.length ? html`<details><summary class="small">${say('coverage.cases', place.cases.length)}</summary>
          <ul>${place.cases.map((name) => html`<li class="small">${name}</li>`)}</ul></details>` : ''}</div>`) : '–') };
  }
}
customElements.define('coverage-page', CoveragePage);

const levelName = (level) => (has(`level.${level}`) ? say(`level.${level}`) : level);
