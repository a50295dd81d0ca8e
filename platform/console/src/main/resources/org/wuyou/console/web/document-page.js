import { html, css } from 'lit';
import { look } from './look.js';
import { PolicyPage } from './policy-page.js';
import { regionChoice } from './region-choice.js';
import { Refused } from './api.js';
import { faultList } from './faults.js';
import { ENDINGS, Unreadable, textOf } from './document-text.js';
import { href } from './route.js';
import { say, both, time } from './texts.js';
import './upload-area.js';
import './data-table.js';

// The text of a region's document: attached, replaced or removed here, with the clauses whose place was not found.
class DocumentPage extends PolicyPage {
  static properties = { busy: { state: true }, refusal: { state: true }, words: { state: true }, found: { state: true } };
  static styles = [look, css`
    h3 { margin-top: 1.1rem; }
    meter { display: block; width: 14rem; max-width: 100%; height: 1.1rem; }
    form { display: flex; gap: 0.6rem; align-items: center; flex-wrap: wrap; margin: 0.5rem 0; }
    form input { flex: 1; min-width: 9rem; }
    .line { display: grid; grid-template-columns: 3rem 1fr; gap: 0.6rem; padding: 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    .line:last-child { border-bottom: 0; }
    .line code { text-align: right; }
  `];

  willUpdate(changed) {
    if (changed.has('route')) { this.refusal = this.found = null; }
    super.willUpdate(changed);
  }

  async fetch({ parts }) {
    const { regions } = await this.api.policies('Regions');
    const code = parts[0] ?? regions[0]?.code;
    return { regions, code, bundle: code ? (await this.api.policies('AttachedDocument', { region: code })).policyBundle : null };
  }

  content({ regions, code, bundle }) {
    if (!regions.length) return html`<div class="card"><h2>${say('tab.document')}</h2><p>${say('targets.noRegion')}</p></div>`;
    if (!bundle) return html`<div class="card"><p>${say('targets.unknownRegion', code)}</p></div>`;
    const attached = bundle.attachedDocument;
    return html`<section class="card">
      <h2>${both(bundle.name)}</h2>
      <p class="soft small">${say('document.about')}</p>
      <div class="fields">${regionChoice('document', regions, code)}</div>
      ${attached ? this.attached(code, attached) : html`<p id="nothing">${say('document.none')}</p>`}
      <upload-area .language=${this.language} .busy=${this.busy} .endings=${ENDINGS} .drop=${say('document.drop')} .note=${say('document.note')}
        .working=${say('document.working', this.busy)} .wrong=${(name) => say('document.wrong', name)}
        @uploaded=${(event) => this.attach(code, event.detail)}></upload-area>
      ${this.refusal ? html`<div role="alert">${faultList(this.refusal)}</div>` : ''}
      ${attached ? html`${this.clauses(code, attached)}${this.search(code)}` : ''}
    </section>`;
  }

  attached(code, { name, attachedAt, lineCount, matched, unmatched }) {
    const placed = matched + unmatched.length;
    return html`<dl class="pairs">
        <dt>${say('document.name')}</dt><dd>${name}</dd>
        <dt>${say('document.attachedAt')}</dt><dd>${time(attachedAt)} · ${say('document.lines', lineCount)}</dd>
        <dt>${say('document.places')}</dt><dd id="matched"><meter min="0" max=${placed || 1} value=${matched} aria-label=${say('document.matched', matched, placed)}></meter>
          ${say('document.matched', matched, placed)}</dd>
      </dl>
      <p><button class="danger" id="remove" ?disabled=${Boolean(this.busy)} @click=${() => this.detach(code, name)}>${say('document.remove')}</button></p>`;
  }

  // What the officer has to look at; a document that fits says so.
  clauses(code, { unmatched, withoutPlace }) {
    const table = (id, title, note, rows) => (rows.length ? html`<h3>${say(title, rows.length)}</h3><p class="soft small">${say(note)}</p>
      <data-table id=${id} .language=${this.language} .label=${say(title, rows.length)} .rows=${rows} .rowid=${(row) => row.clause} .columns=${[
        { key: 'clause', label: say('coverage.clause'), once: true, value: (row) => row.clause },
        { key: 'article', label: say('rules.article'), value: (row) => row.article },
        { key: 'name', label: say('rules.name'), value: (row) => both(row.name) },
        { key: 'rules', label: say('tab.rules'), value: (row) => row.rules.map((rule) => rule.id).join(' '),
          cell: (row) => (row.rules.length ? row.rules.map((rule) => html`<a href=${href('rules', [code, rule.id])}>${both(rule.name)}</a> `) : '–') },
      ]}></data-table>` : '');
    return html`${unmatched.length ? '' : html`<p class="box good" id="all-found">${say('document.allFound')}</p>`}
      ${table('unmatched', 'document.unmatched', 'document.unmatchedNote', unmatched)}
      ${table('without-place', 'document.withoutPlace', 'document.withoutPlaceNote', withoutPlace)}`;
  }

  search(code) {
    return html`<h3>${say('document.search')}</h3>
      <form @submit=${(event) => { event.preventDefault(); this.find(code, event.target.words.value); }}>
        <input type="search" name="words" aria-label=${say('document.words')} placeholder=${say('document.words')}>
        <button>${say('enterprises.go')}</button></form>
      ${this.found ? (this.found.length ? html`<div id="found">${this.found.map((one) => html`
        <div class="line"><code class="soft">${one.line}</code><span lang="zh">${one.text}</span></div>`)}</div>`
        : html`<p class="soft">${say('document.notFound', this.words)}</p>`) : ''}`;
  }

  async find(region, words) {
    await this.change('', async () => {
      this.found = words.trim()
        ? (await this.api.policies('DocumentLines', { region, words })).policyBundle.attachedDocument.search : null;
      this.words = words;
    });
  }

  async attach(region, file) {
    await this.change(file.name, async () => {
      const text = await textOf(file);
      const { userErrors } = (await this.api.policies('AttachDocument', { region, name: file.name, text })).policyDocumentAttach;
      if (userErrors.length) throw new Refused(userErrors[0].code, userErrors);
      this.found = null;
      await this.load();
    });
  }

  async detach(region, name) {
    if (!confirm(say('document.removeSure', name))) return;
    await this.change(name, async () => {
      await this.api.policies('RemoveDocument', { region });
      this.found = null;
      await this.load();
    });
  }

  // Does it while the page says so, and shows what the server has against it.
  async change(name, action) {
    this.busy = name;
    this.refusal = null;
    try {
      await action();
    } catch (failure) {
      this.refusal = failure instanceof Unreadable ? [{ code: 'UNREADABLE', message: say('document.unreadable', name) }]
        : failure instanceof Refused ? failure.faults : [{ code: 'UNREACHABLE', message: say('trouble.unreachable') }];
    } finally {
      this.busy = '';
    }
  }
}
customElements.define('document-page', DocumentPage);
