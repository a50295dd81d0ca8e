import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say } from './texts.js';
import { Refused } from './api.js';
import { faultList } from './faults.js';
import './plugin-list.js';
import './upload-area.js';
import './impact-dialog.js';
import './change-log.js';

const PAGE = 50;

// Plugins and the log of changes: shows them, rehearses a change, carries out what is confirmed.
class PluginsPage extends LitElement {
  static properties = {
    api: { attribute: false }, route: { attribute: false }, language: {}, overview: { attribute: false },
    log: { state: true }, checking: { state: true }, pending: { state: true }, working: { state: true },
    trouble: { state: true }, done: { state: true },
  };
  static styles = [look, css`
    :host { display: grid; gap: 1rem; }
    :host > * { min-width: 0; }
    .summary { display: flex; gap: 0.4rem 1.2rem; flex-wrap: wrap; align-items: baseline; margin-bottom: 0.4rem; }
    .line { display: flex; gap: 0.6rem; justify-content: space-between; align-items: center; }
  `];

  constructor() {
    super();
    this.log = { entries: [], more: false };
    this.shown = PAGE;
  }

  willUpdate(changed) {
    if (changed.has('route') || changed.has('language')) this.refresh();
  }

  render() {
    return html`
      ${this.notices()}
      ${this.route.page === 'log' ? html`
        <section class="card"><h2>${say('tab.log')}</h2>
          <change-log .language=${this.language} .entries=${this.log.entries} .more=${this.log.more}
            @more=${() => { this.shown += PAGE; this.refresh(); }}></change-log></section>` : html`
        <section class="card">
          <upload-area .language=${this.language} .busy=${this.checking} aria-label=${say('upload.title')} .endings=${['.jar']}
            .drop=${say('upload.drop')} .note=${say('upload.note')} .working=${say('upload.checking', this.checking)} .wrong=${(name) => say('upload.notJar', name)}
            @uploaded=${(event) => this.inspect(event.detail)}></upload-area></section>
        <section class="card">${this.summary()}
          <plugin-list .language=${this.language} .plugins=${this.overview.plugins}
            @wanted=${(event) => this.propose(event.detail)}></plugin-list></section>`}
      ${this.pending ? html`<impact-dialog .language=${this.language} .report=${this.pending.report} .working=${this.working}
        @confirmed=${(event) => this.carryOut(event.detail)} @cancelled=${() => { this.pending = null; }}></impact-dialog>` : ''}`;
  }

  notices() {
    return html`
      ${this.trouble ? html`<div role="alert">${faultList(this.trouble)}
        <div class="line"><span></span><span>
          <button @click=${() => this.refresh()}>${say('trouble.retry')}</button>
          <button @click=${() => { this.trouble = null; }}>${say('trouble.dismiss')}</button></span></div></div>` : ''}
      ${this.done ? html`<div class="box good line" role="status"><span>${say('impact.done', this.done)}</span>
        <button class="plain" @click=${() => { this.done = null; }}>${say('trouble.dismiss')}</button></div>` : ''}`;
  }

  summary() {
    const { plugins, generation, version, developmentMode } = this.overview;
    const active = plugins.filter((plugin) => plugin.state === 'ACTIVE').length;
    const trouble = plugins.filter((plugin) => plugin.faults.length).length;
    return html`<div class="summary">
      <h2>${say('plugins.count', plugins.length, active)}</h2>
      ${trouble ? html`<span class="chip bad"><span aria-hidden="true">▲</span> ${say('plugins.trouble', trouble)}</span>` : ''}
      <span class="soft small">${say('plugins.server', version, generation)}</span>
      ${developmentMode ? html`<span class="chip warn"><span aria-hidden="true">◐</span> ${say('plugins.development')}</span>` : ''}</div>`;
  }

  async load() {
    const [overview, log] = await Promise.all([this.api.overview(), this.api.changes(this.shown)]);
    this.overview = overview;
    this.log = log;
  }

  // Runs a task; what goes wrong is shown with its remedy.
  async attempt(task) {
    this.trouble = null;
    try {
      return await task();
    } catch (failure) {
      if (failure instanceof Refused && failure.code === 'UNAUTHENTICATED') {
        this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true, composed: true }));
      } else {
        this.trouble = failure instanceof Refused ? failure.faults
          : [{ code: 'UNREACHABLE', message: say('trouble.unreachable') }];
      }
      return null;
    }
  }

  refresh() {
    return this.attempt(() => this.load());
  }

  async inspect(file) {
    this.done = null;
    this.checking = file.name;
    this.pending = await this.attempt(() => this.api.inspect(file));
    this.checking = null;
  }

  // Rolling back, removing and lifting a quarantine need no rehearsal, only a yes.
  propose({ kind, plugin }) {
    this.done = null;
    this.pending = this.api[kind](plugin);
  }

  async carryOut(allowLoss) {
    this.working = true;
    const result = await this.attempt(() => this.pending.carryOut(allowLoss));
    this.working = false;
    if (result?.faults.length) {
      this.pending = { ...this.pending, report: { ...this.pending.report, faults: result.faults } };
    } else {
      this.done = result ? `${this.title()}${result.millis == null ? '' : say('impact.millis', result.millis)}` : null;
      this.pending = null;
    }
    await this.attempt(() => this.load());
  }

  title() {
    const { kind, name, from, to } = this.pending.report;
    return say(`impact.${kind}`, name, ...(kind === 'install' ? [to] : [from, to]));
  }
}
customElements.define('plugins-page', PluginsPage);
