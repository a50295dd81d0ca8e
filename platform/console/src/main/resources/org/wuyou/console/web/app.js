import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say, toggleLanguage, currentLanguage, locale } from './texts.js';
import { Api, Refused } from './api.js';
import { faultList } from './faults.js';
import './sign-in.js';
import './plugin-list.js';
import './upload-area.js';
import './impact-dialog.js';
import './change-log.js';

const PAGE = 50;

// The console: signs in, shows plugins and the log of changes, carries out what is confirmed.
class WuyouConsole extends LitElement {
  static properties = {
    api: { state: true }, refusal: { state: true }, busy: { state: true }, language: { state: true },
    tab: { state: true }, overview: { state: true }, log: { state: true }, shown: { state: true },
    checking: { state: true }, pending: { state: true }, working: { state: true },
    trouble: { state: true }, done: { state: true },
  };
  static styles = [look, css`
    .skip { position: absolute; left: -9999px; }
    .skip:focus { left: 0.5rem; top: 0.5rem; background: var(--card); padding: 0.5rem; z-index: 2; }
    header { display: flex; gap: 0.6rem; align-items: center; flex-wrap: wrap; padding: 0.6rem 1.2rem;
      background: var(--card); border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.1rem; flex: 1; white-space: nowrap; }
    main { max-width: 68rem; margin: 0 auto; padding: 1.2rem; display: grid; gap: 1rem; }
    main > * { min-width: 0; }
    nav { display: flex; gap: 0.3rem; border-bottom: 1px solid var(--line); }
    nav button { border: 0; background: none; border-radius: 0; border-bottom: 3px solid transparent; }
    nav button[aria-selected='true'] { border-color: var(--brand); font-weight: 600; }
    .summary { display: flex; gap: 0.4rem 1.2rem; flex-wrap: wrap; align-items: baseline; margin-bottom: 0.4rem; }
    .line { display: flex; gap: 0.6rem; justify-content: space-between; align-items: center; }
    @media (max-width: 640px) { header { padding: 0.6rem 0.8rem; } main { padding: 0.8rem; } }
  `];

  constructor() {
    super();
    this.tab = 'plugins';
    this.log = { entries: [], more: false };
    this.shown = PAGE;
    this.language = currentLanguage();
    const token = sessionStorage.getItem('wuyou.token');
    if (token) this.signIn(token);
  }

  render() {
    return html`
      <a class="skip" href="#main">${say('app.skip')}</a>
      <header>
        <h1>${say('app.title')}</h1>
        <a class="button plain" href="/graphiql">${say('app.graphiql')}</a>
        <button class="plain" id="language" @click=${this.switchLanguage}>${say('app.language')}</button>
        ${this.overview ? html`<button class="plain" @click=${this.signOut}>${say('app.signOut')}</button>` : ''}
      </header>
      <main id="main">
        ${this.notices()}
        ${this.overview ? this.content()
          : html`<sign-in .language=${this.language} .refusal=${this.refusal} .busy=${this.busy}
              @signed-in=${(event) => this.signIn(event.detail)}></sign-in>`}
      </main>
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

  content() {
    const tab = (name) => html`<button role="tab" id="tab-${name}" aria-selected=${this.tab === name}
      @click=${() => { this.tab = name; }}>${say(`tab.${name}`)}</button>`;
    return html`
      <nav role="tablist">${tab('plugins')}${tab('log')}</nav>
      ${this.tab === 'plugins' ? html`
        <section class="card" aria-labelledby="tab-plugins">
          <upload-area .language=${this.language} .busy=${this.checking} aria-label=${say('upload.title')}
            @uploaded=${(event) => this.inspect(event.detail)}></upload-area>
        </section>
        <section class="card">
          ${this.summary()}
          <plugin-list .language=${this.language} .plugins=${this.overview.plugins}
            @wanted=${(event) => this.propose(event.detail)}></plugin-list>
        </section>` : html`
        <section class="card" aria-labelledby="tab-log">
          <change-log .language=${this.language} .entries=${this.log.entries} .more=${this.log.more}
            @more=${() => { this.shown += PAGE; this.refresh(); }}></change-log>
        </section>`}`;
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

  async signIn(token) {
    this.busy = true;
    this.api = new Api(token);
    try {
      await this.load();
      sessionStorage.setItem('wuyou.token', token);
      this.refusal = null;
    } catch (failure) {
      this.api = null;
      sessionStorage.removeItem('wuyou.token');
      this.refusal = this.signInRefusal(failure);
    } finally {
      this.busy = false;
    }
  }

  signInRefusal(failure) {
    if (!(failure instanceof Refused)) return say('trouble.unreachable');
    if (failure.code === 'UNAUTHENTICATED') return say('signIn.refused');
    return failure.code === 'FORBIDDEN' ? say('signIn.notAdmin') : failure.faults[0].message;
  }

  signOut() {
    sessionStorage.removeItem('wuyou.token');
    this.api = this.overview = this.trouble = this.done = null;
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
        this.signOut();
        this.refusal = say('signIn.refused');
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

  async switchLanguage() {
    toggleLanguage();
    this.language = currentLanguage();
    document.documentElement.lang = locale();
    document.title = say('app.title');
    if (this.api) await this.refresh();
  }
}
document.documentElement.lang = locale();
document.title = say('app.title');
customElements.define('wuyou-console', WuyouConsole);
