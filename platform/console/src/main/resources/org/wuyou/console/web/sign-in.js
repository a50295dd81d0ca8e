import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say } from './texts.js';

// Asks for a token; says `signed-in` with it. The token is tried by the page, which sets `refusal`.
class SignIn extends LitElement {
  static properties = { refusal: {}, busy: { type: Boolean }, language: {} };
  static styles = [look, css`
    form { max-width: 30rem; margin: 12vh auto 0; }
    label { display: block; margin: 1rem 0 0.3rem; font-weight: 600; }
    button { margin-top: 1rem; width: 100%; }
  `];

  render() {
    return html`
      <form class="card" @submit=${this.submit}>
        <h2>${say('signIn.title')}</h2>
        <label for="token">${say('signIn.token')}</label>
        <input id="token" type="password" name="token" autocomplete="current-password" required autofocus
          aria-describedby="hint ${this.refusal ? 'refusal' : ''}" aria-invalid=${this.refusal ? 'true' : 'false'}>
        ${this.refusal ? html`<div id="refusal" class="box bad" role="alert">${this.refusal}</div>` : ''}
        <p id="hint" class="soft small">${say('signIn.hint')}</p>
        <button class="main" ?disabled=${this.busy}>${say('signIn.go')}</button>
      </form>`;
  }

  firstUpdated() {
    this.renderRoot.querySelector('input').focus();
  }

  submit(event) {
    event.preventDefault();
    const token = new FormData(event.target).get('token').trim();
    if (token) this.dispatchEvent(new CustomEvent('signed-in', { detail: token }));
  }
}
customElements.define('sign-in', SignIn);
