import { LitElement, html } from 'lit';
import { look } from './look.js';
import { say, time } from './texts.js';

// The log of changes, newest first; says `more` when earlier entries are wanted.
class ChangeLog extends LitElement {
  static properties = { entries: {}, more: { type: Boolean }, language: {} };
  static styles = [look];

  render() {
    if (!this.entries.length) return html`<p class="soft">${say('log.empty')}</p>`;
    return html`
      <table>
        <thead><tr>
          <th scope="col">${say('log.time')}</th><th scope="col">${say('log.who')}</th>
          <th scope="col">${say('log.what')}</th><th scope="col">${say('log.subject')}</th>
          <th scope="col">${say('log.summary')}</th>
        </tr></thead>
        <tbody>${this.entries.map((entry) => html`<tr>
          <td data-label=${say('log.time')} class="small">${time(entry.at)}</td>
          <td data-label=${say('log.who')}>${entry.actor}</td>
          <td data-label=${say('log.what')}>${entry.operation}</td>
          <td data-label=${say('log.subject')}><code>${entry.subject ?? ''}</code></td>
          <td data-label=${say('log.summary')}>${entry.summary ?? ''}</td>
        </tr>`)}</tbody>
      </table>
      ${this.more ? html`<p><button @click=${() => this.dispatchEvent(new CustomEvent('more'))}>${say('log.more')}</button></p>` : ''}`;
  }
}
customElements.define('change-log', ChangeLog);
