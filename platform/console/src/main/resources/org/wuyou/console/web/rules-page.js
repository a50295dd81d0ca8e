import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { kindName } from './outcome.js';
import { href } from './route.js';
import { say, both, date, figure } from './texts.js';
import './data-table.js';

// The rules of a region's bundle, and one rule on one screen: summary, article, who answers for it, readings, figures.
class RulesPage extends PolicyPage {
  static styles = [look, css`
    h3 { margin-top: 1.1rem; }
    .reading { border-left: 3px solid var(--line); padding-left: 0.8rem; margin: 0.6rem 0; }
  `];

  async fetch({ parts }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    const bundle = code ? (await this.api.policies('Bundle', { region: code })).policyBundle : null;
    const rule = bundle && rulesOf(bundle).find((one) => one.id === parts[1]);
    const task = rule ? (await this.api.policies('Clause', { region: code, clause: rule.clause })).policyBundle.task : null;
    return { regions, code, bundle, task };
  }

  content({ regions, code, bundle, task }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.rules')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!bundle) return html`<div class="card"><p>${say('targets.unknownRegion', code)}</p></div>`;
    const rules = rulesOf(bundle);
    const wanted = this.route.parts[1];
    if (!wanted) return this.list(regions, code, bundle, rules);
    const rule = rules.find((one) => one.id === wanted);
    return rule ? this.rule(code, bundle, rule, task)
      : html`<div class="card"><p>${say('rules.unknown', wanted)}</p><a href=${href('rules', [code])}>${say('rules.all')}</a></div>`;
  }

  list(regions, code, bundle, rules) {
    return html`<section class="card">
      <h2>${both(bundle.name)}</h2>
      <p class="soft small">${bundle.documents.map((one) => html`${both(one.name)} · ${both(one.issuer)} ${one.number ?? ''} ${date(one.issued)}<br>`)}
        ${say('rules.bundle', bundle.module, bundle.version, bundle.cases)}</p>
      <div class="fields">${regionChoice('rules', regions, code)}</div>
      <data-table .language=${this.language} .label=${say('tab.rules')} .rows=${rules} .rowid=${(rule) => rule.id} .columns=${[
        { key: 'name', label: say('rules.name'), value: (rule) => `${both(rule.name)} ${rule.id} ${both(rule.summary)}`,
          cell: (rule) => html`<a href=${href('rules', [code, rule.id])}>${both(rule.name)}</a><div class="soft small">${both(rule.summary)}</div>` },
        { key: 'kind', label: say('rules.kind'), value: (rule) => kindName(rule.kind) },
        { key: 'article', label: say('rules.article'), value: (rule) => rule.article },
        { key: 'departments', label: say('rules.departments'), value: (rule) => rule.departments.map(both).join(say('list.comma')) },
      ]}></data-table></section>`;
  }

  rule(code, bundle, rule, task) {
    const parameters = parametersOf(bundle, rule);
    const readings = bundle.readings.filter((one) => rule.readings.includes(one.id));
    const { target } = rule;
    return html`<article class="card">
      <a class="small" href=${href('rules', [code])}>← ${both(bundle.name)}</a>
      <h2>${both(rule.name)}</h2>
      <p>${both(rule.summary)}</p>
      <dl class="pairs">
        <dt>${say('rules.kind')}</dt><dd>${kindName(rule.kind)} <code>${rule.id}</code></dd>
        <dt>${say('rules.article')}</dt><dd>${rule.article} · ${rule.locator} <code>${rule.clause}</code></dd>
        <dt>${say('rules.departments')}</dt><dd>${rule.departments.map(both).join(say('list.comma')) || '–'}</dd>
        ${units('rules.lead', task?.lead)}${units('rules.shared', task?.shared)}
        <dt>${say('rules.inForce')}</dt><dd>${date(rule.validFrom)} – ${date(rule.validTo) || say('targets.open')}</dd>
        ${target ? html`
          <dt>${say('rules.wanted')}</dt><dd>${target.word} ${target.value == null ? say('status.NO_THRESHOLD') : `${figure(target.value)} ${target.unit}`}
            ${target.striveFor ? html`<span class="chip warn">${say('targets.strive')}</span>` : ''}</dd>
          <dt>${say('targets.due')}</dt><dd>${target.due === target.lastDue ? date(target.due) : `${date(target.due)} – ${date(target.lastDue)}`}
            ${target.yearly ? say('rules.yearly') : ''}</dd>` : ''}
      </dl>
      ${parameters.length ? html`<h3>${say('rules.parameters')}</h3>
        <table><thead><tr><th scope="col">${say('rules.name')}</th><th scope="col">${say('rules.value')}</th><th scope="col">${say('rules.article')}</th></tr></thead>
          <tbody>${parameters.map((one) => html`<tr><td>${both(one.name)} <code class="soft">${one.id}</code></td>
            <td data-label=${say('rules.value')}>${one.values.map((value) => html`<div>${value.value == null ? say('rules.noValue') : `${figure(value.value)} ${one.unit}`}
              <span class="soft small">${say('rules.since', date(value.from))}</span></div>`)}</td>
            <td data-label=${say('rules.article')}>${one.article}</td></tr>`)}</tbody></table>` : ''}
      ${readings.length ? html`<h3>${say('rules.readings')}</h3>${readings.map((one) => html`<div class="reading">
        <strong>${both(one.question)}</strong> <code class="soft">${one.id}</code>
        <ul>${one.choices.map((choice) => html`<li>${both(choice.meaning)} ${choice.id === one.usual ? html`<span class="chip good">${say('rules.usual')}</span>` : ''}</li>`)}</ul>
        <p class="soft small">${both(one.reason)}</p></div>`)}` : ''}
      ${task ? html`<h3>${say('rules.verbatim')}</h3>${verbatim(task.verbatim, code)}` : ''}
    </article>`;
  }
}
customElements.define('rules-page', RulesPage);

// Every rule; a target also says what is to be reached.
const rulesOf = (bundle) => bundle.rules.map((rule) => ({ ...rule, target: bundle.targets.find((one) => one.id === rule.id) }));

// Those of the rule's own clause; where none is, those of its article.
function parametersOf(bundle, rule) {
  const own = bundle.parameters.filter((one) => one.clause === rule.clause);
  return own.length ? own : bundle.parameters.filter((one) => one.article === rule.article);
}

const units = (title, all) => (all?.length ? html`<dt>${say(title)}</dt><dd>${all.map((one) => both(one.name)).join(say('list.comma'))}</dd>` : '');

// The clause as the attached document has it, or why it is not shown.
function verbatim(quote, code) {
  if (!quote) return html`<p class="soft small">${say('rules.noText')} <a href=${href('document', [code])}>${say('rules.attach')}</a></p>`;
  if (!quote.matched) return html`<p class="box warn">${say('rules.notMatched')} <a href=${href('document', [code])}>${say('tab.document')}</a></p>`;
  return html`<blockquote class="reading" lang="zh">${quote.lines.map((line) => html`<p>${line}</p>`)}
    <footer class="soft small">${say('rules.line', quote.line)}</footer></blockquote>`;
}
