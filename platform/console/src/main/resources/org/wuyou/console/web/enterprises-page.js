import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { statusChip, findingList, kindName } from './outcome.js';
import { ask, href } from './route.js';
import { say, both, figure } from './texts.js';

const PAGE = 25;
const SILENT = ['OUT_OF_SCOPE', 'NOT_IN_FORCE', 'NO_TARGET_FOR_YEAR'];

// Enterprises to search for, and one of them: its five haves, what it meets, what it lacks, in figures.
class EnterprisesPage extends PolicyPage {
  static properties = { ...PolicyPage.properties };
  static styles = [look, css`
    form { display: flex; gap: 0.6rem; margin: 0.6rem 0; }
    form input { flex: 1; }
    h3 { margin: 1.2rem 0 0.3rem; }
    .haves { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.6rem; list-style: none; padding: 0; }
    .haves li { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.8rem; }
    .rule { border-top: 1px solid var(--line); padding: 0.7rem 0; }
    .rule h4 { margin: 0; font-size: 1rem; }
    .amount { color: var(--good); }
    .pages { display: flex; gap: 0.6rem; justify-content: flex-end; margin-top: 0.5rem; }
  `];

  async fetch({ parts, query }) {
    if (!parts[0]) {
      const { enterprises } = await this.api.policies('Enterprises', {
        search: query.search || null, first: PAGE, after: query.after || null });
      return { enterprises };
    }
    const { enterprise } = await this.api.policies('EnterpriseYears', { uscc: parts[0] });
    if (!enterprise) return { unknown: parts[0] };
    const years = enterprise.returns.nodes.map((one) => one.year);
    const year = query.year ? Number(query.year) : years[0] ?? new Date().getFullYear();
    return { years, year, enterprise: (await this.api.policies('Enterprise', { uscc: parts[0], year, asOf: `${year}-12-31` })).enterprise };
  }

  content(answer) {
    if (answer.enterprises) return this.list(answer.enterprises);
    if (answer.unknown) return html`<div class="card"><p>${say('enterprises.unknown', answer.unknown)}</p><a href=${href('enterprises')}>${say('enterprises.back')}</a></div>`;
    return this.one(answer);
  }

  list({ totalCount, nodes, pageInfo }) {
    const { search = '', after } = this.route.query;
    return html`<section class="card">
      <h2>${say('tab.enterprises')}</h2>
      <form role="search" @submit=${(event) => { event.preventDefault(); ask({ search: new FormData(event.target).get('search').trim(), after: '' }); }}>
        <input type="text" name="search" .value=${search} aria-label=${say('enterprises.search')} placeholder=${say('enterprises.search')}>
        <button class="main">${say('enterprises.go')}</button></form>
      <p class="soft small" role="status">${say('enterprises.count', totalCount)}</p>
      ${nodes.length ? html`<table><thead><tr><th scope="col">${say('enterprises.name')}</th><th scope="col">${say('enterprises.uscc')}</th>
        <th scope="col">${say('enterprises.division')}</th></tr></thead>
        <tbody>${nodes.map((one) => html`<tr><td><a href=${href('enterprises', [one.uscc])}>${one.name}</a></td>
          <td data-label=${say('enterprises.uscc')}><code>${one.uscc}</code></td>
          <td data-label=${say('enterprises.division')}>${one.divisionCode ?? '–'}</td></tr>`)}</tbody></table>`
        : html`<p>${say(search ? 'enterprises.notFound' : 'enterprises.empty', search)}</p>`}
      <div class="pages">
        ${after ? html`<button @click=${() => history.back()}>${say('table.back')}</button>` : ''}
        ${pageInfo.hasNextPage ? html`<button @click=${() => ask({ after: pageInfo.endCursor })}>${say('table.on')}</button>` : ''}</div>
    </section>`;
  }

  one({ years, year, enterprise }) {
    const entries = enterprise.menu.nodes.filter((one) => !SILENT.includes(one.verdict) && !SILENT.includes(one.status));
    return html`<article class="card">
      <a class="small" href=${href('enterprises')}>← ${say('tab.enterprises')}</a>
      <h2>${enterprise.name}</h2>
      <p class="soft small"><code>${enterprise.uscc}</code> · ${enterprise.divisionCode ?? ''} ${enterprise.tiers
        .filter((one) => one.name).map((one) => `${both(one.tier.name)}${say('list.colon')}${both(one.name)}`).join(say('list.semicolon'))}</p>
      ${years.length ? html`<div class="fields"><label>${say('targets.year')}
        <select id="year" @change=${(event) => ask({ year: event.target.value })}>${years.map((one) => html`
          <option value=${one} ?selected=${one === year}>${one}</option>`)}</select></label></div>` : html`<p class="box warn">${say('enterprises.noReturn')}</p>`}
      <h3>${say('enterprises.fiveHaves')}</h3>
      <ul class="haves">${enterprise.fiveHaves.conditions.map((one) => html`<li>
        ${statusChip(one.state, false, say(`have.${one.state}`))} ${say(`have.${one.kind}`)}
        <div class="soft small">${both(one) ?? ''}</div></li>`)}</ul>
      <h3>${say('enterprises.menu')}</h3>
      ${entries.length ? entries.map((entry) => this.entry(entry)) : html`<p class="soft">${say('enterprises.nothing', year)}</p>`}
    </article>`;
  }

  entry({ region, kind, rule, subject, verdict, status, payment, findings }) {
    return html`<section class="rule" data-rule=${rule.id}>
      <h4><a href=${href('rules', [region, rule.id])}>${both(rule.name)}</a> ${statusChip(kind === 'TARGET' ? status : verdict)}
        ${payment ? html`<span class="amount">${amount(payment)}</span>` : ''}</h4>
      <div class="soft small">${kindName(kind)} · ${both(rule.summary)}（${rule.article}）
        ${!subject ? say('enterprises.noClaim') : subject.entity === 'Enterprise' ? '' : subject.name}</div>
      ${findingList(findings)}
      ${payment?.parts.length ? html`<div class="soft small">${payment.parts.map((part) => `${both(part.name)} ${part.value}`).join(say('list.semicolon'))}</div>` : ''}
    </section>`;
  }
}
customElements.define('enterprises-page', EnterprisesPage);

// What one gets, would get, or why that cannot be said.
function amount({ state, shown, potential, unit, unset }) {
  if (state === 'SET') return say('enterprises.gets', shown);
  if (state === 'AMOUNT_NOT_SET') return say('enterprises.unset', unset.join(say('list.comma')) || 'open');
  return potential == null ? '' : say('enterprises.wouldGet', `${figure(potential)} ${unit}`);
}
