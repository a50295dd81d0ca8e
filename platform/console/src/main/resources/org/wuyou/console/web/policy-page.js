import { LitElement, html } from 'lit';
import { Refused } from './api.js';
import { faultList } from './faults.js';
import { say } from './texts.js';

// What the policy pages share: they ask when the route or the language changes, show that they are
// at work, keep what was shown until the answer is there, and drop answers that come too late.
export class PolicyPage extends LitElement {
  static properties = {
    api: { attribute: false }, route: { attribute: false }, language: {},
    answer: { state: true }, asking: { state: true }, trouble: { state: true },
  };
  #turn = 0;

  willUpdate(changed) {
    if (changed.has('route') || changed.has('language')) this.load();
  }

  async load() {
    const turn = ++this.#turn;
    this.asking = true;
    try {
      const answer = await this.fetch(this.route);
      if (turn === this.#turn) { this.answer = answer; this.trouble = null; }
    } catch (failure) {
      if (turn !== this.#turn) return;
      if (failure instanceof Refused && failure.code === 'UNAUTHENTICATED') {
        this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true, composed: true }));
      }
      this.trouble = failure instanceof Refused ? failure.faults
        : [{ code: 'UNREACHABLE', message: say('trouble.unreachable') }];
    } finally {
      if (turn === this.#turn) this.asking = false;
    }
  }

  render() {
    return html`
      <div class="progress" role="progressbar" aria-label=${say('page.asking')} ?hidden=${!this.asking}></div>
      ${this.trouble ? html`<div role="alert">${faultList(this.trouble)}
        <button @click=${() => this.load()}>${say('trouble.retry')}</button></div>` : ''}
      ${this.answer ? this.content(this.answer) : this.trouble ? '' : html`<p class="soft" role="status">${say('page.asking')}</p>`}`;
  }
}
