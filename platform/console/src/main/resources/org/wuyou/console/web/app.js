import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say, toggleLanguage, currentLanguage, locale } from './texts.js';
import { Api, Refused } from './api.js';
import { route, href } from './route.js';
import './sign-in.js';
import './plugins-page.js';
import './targets-page.js';
import './rules-page.js';
import './enterprises-page.js';
import './scorecards-page.js';
import './what-if-page.js';
import './document-page.js';
import './coverage-page.js';

const POLICY_PAGES = ['targets', 'scorecards', 'enterprises', 'rules', 'what-if', 'document', 'coverage'];
const ADMIN_PAGES = ['plugins', 'log'];

// The console: signs in and shows the page the address names; what is for administrators only they see.
class WuyouConsole extends LitElement {
  static properties = {
    api: { state: true }, refusal: { state: true }, busy: { state: true }, language: { state: true },
    route: { state: true }, overview: { state: true },
  };
  static styles = [look, css`
    .skip { position: absolute; left: -9999px; }
    .skip:focus { left: 0.5rem; top: 0.5rem; background: var(--card); padding: 0.5rem; z-index: 2; }
    header { display: flex; gap: 0.6rem; align-items: center; flex-wrap: wrap; padding: 0.6rem 1.2rem;
      background: var(--card); border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.1rem; flex: 1; white-space: nowrap; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.2rem; display: grid; gap: 1rem; }
    main > * { min-width: 0; }
    nav { display: flex; gap: 0.3rem; border-bottom: 1px solid var(--line); overflow-x: auto; }
    nav a { padding: 0.45rem 0.85rem; color: var(--ink); text-decoration: none; white-space: nowrap; border-bottom: 3px solid transparent; }
    nav a:hover { color: var(--brand); }
    nav a[aria-current='page'] { border-color: var(--brand); font-weight: 600; }
    @media (max-width: 640px) { header { padding: 0.6rem 0.8rem; } main { padding: 0.8rem; } }
  `];

  constructor() {
    super();
    this.language = currentLanguage();
    this.route = route();
    window.addEventListener('hashchange', () => { this.route = route(); });
    this.addEventListener('signed-out', () => { this.signOut(); this.refusal = say('signIn.refused'); });
    const token = sessionStorage.getItem('wuyou.token');
    if (token) this.signIn(token);
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${say('app.skip')}</a>
      <header>
        <h1>${say('app.title')}</h1>
        <a class="button plain" href="/graphiql">${say('app.graphiql')}</a>
        <button class="plain" id="language" @click=${this.switchLanguage}>${say('app.language')}</button>
        ${this.api && !this.busy ? html`<button class="plain" @click=${this.signOut}>${say('app.signOut')}</button>` : ''}
      </header>
      <main id="main" tabindex="-1">
        ${this.api && !this.busy ? html`${this.navigation()}${this.page()}`
          : html`<sign-in .language=${this.language} .refusal=${this.refusal} .busy=${this.busy}
              @signed-in=${(event) => this.signIn(event.detail)}></sign-in>`}
      </main>`;
  }

  get pages() {
    return this.overview ? [...POLICY_PAGES, ...ADMIN_PAGES] : POLICY_PAGES;
  }

  get shown() {
    return this.pages.includes(this.route.page) ? this.route.page : this.pages[0];
  }

  navigation() {
    return html`<nav aria-label=${say('app.pages')}>${this.pages.map((name) => html`
      <a href=${href(name)} aria-current=${this.shown === name ? 'page' : 'false'}>${say(`tab.${name}`)}</a>`)}</nav>`;
  }

  // On a phone the menu is wider than the screen: where one is stays in sight.
  updated(changed) {
    if (changed.has('route') || changed.has('overview')) {
      this.renderRoot.querySelector('nav a[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  }

  page() {
    const { api, route: where, language } = this;
    switch (this.shown) {
      case 'enterprises': return html`<enterprises-page .api=${api} .route=${where} .language=${language}></enterprises-page>`;
      case 'rules': return html`<rules-page .api=${api} .route=${where} .language=${language}></rules-page>`;
      case 'scorecards': return html`<scorecards-page .api=${api} .route=${where} .language=${language}></scorecards-page>`;
      case 'document': return html`<document-page .api=${api} .route=${where} .language=${language}></document-page>`;
      case 'what-if': return html`<what-if-page .api=${api} .route=${where} .language=${language}></what-if-page>`;
      case 'coverage': return html`<coverage-page .api=${api} .route=${where} .language=${language}></coverage-page>`;
      case 'plugins': case 'log':
        return html`<plugins-page .api=${api} .route=${where} .language=${language} .overview=${this.overview}></plugins-page>`;
      default: return html`<targets-page .api=${api} .route=${where} .language=${language}></targets-page>`;
    }
  }

  // A token that may not administer still reads.
  async signIn(token) {
    this.busy = true;
    this.api = new Api(token);
    try {
      this.overview = await this.api.overview();
    } catch (failure) {
      this.overview = null;
      if (!(failure instanceof Refused && failure.code === 'FORBIDDEN')) {
        this.api = null;
        sessionStorage.removeItem('wuyou.token');
        this.refusal = this.signInRefusal(failure);
      }
    } finally {
      this.busy = false;
    }
    if (this.api) {
      sessionStorage.setItem('wuyou.token', token);
      this.refusal = null;
    }
  }

  signInRefusal(failure) {
    if (!(failure instanceof Refused)) return say('trouble.unreachable');
    return failure.code === 'UNAUTHENTICATED' ? say('signIn.refused') : failure.faults[0].message;
  }

  signOut() {
    sessionStorage.removeItem('wuyou.token');
    this.api = this.overview = null;
  }

  skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }

  switchLanguage() {
    toggleLanguage();
    this.language = currentLanguage();
    document.documentElement.lang = locale();
    document.title = say('app.title');
  }
}
document.documentElement.lang = locale();
document.title = say('app.title');
customElements.define('wuyou-console', WuyouConsole);
