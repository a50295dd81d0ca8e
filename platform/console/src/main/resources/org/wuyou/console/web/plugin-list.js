import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { faultList } from './faults.js';
import { say, has, time } from './texts.js';

const tone = { ACTIVE: 'good', QUARANTINED: 'bad', FAILED: 'bad', DRAINING: 'warn', STAGED: 'warn' };
const mark = { good: '●', bad: '▲', warn: '◐', calm: '○' };

export function stateChip(state) {
  const kind = tone[state] ?? 'calm';
  const name = has(`state.${state}`) ? say(`state.${state}`) : state;
  return html`<span class="chip ${kind}"><span aria-hidden="true">${mark[kind]}</span> ${name}</span>`;
}

// The plugins with their state; says `wanted` with {kind: 'rollback'|'remove'|'lift', plugin}.
class PluginList extends LitElement {
  static properties = { plugins: {}, language: {}, open: { state: true } };
  static styles = [look, css`
    td.actions { white-space: nowrap; text-align: right; }
    td.actions button { margin: 0 0 0.25rem 0.25rem; }
    .label { font-weight: 600; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.3rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    tr.detail td { background: var(--paper); }
    th.actions { text-align: right; }
    @media (max-width: 640px) {
      td.actions { text-align: left; white-space: normal; }
      td.actions button { margin: 0.3rem 0.3rem 0 0; }
      tr.detail { padding: 0; }
      tr.detail td { padding: 0.6rem; border-radius: 8px; }
    }
  `];

  render() {
    if (!this.plugins.length) return html`<p class="soft">${say('plugins.empty')}</p>`;
    return html`
      <table>
        <thead><tr>
          <th scope="col">${say('plugins.name')}</th><th scope="col">${say('plugins.version')}</th>
          <th scope="col">${say('plugins.state')}</th><th scope="col">${say('plugins.since')}</th>
          <th scope="col" class="actions">${say('plugins.actions')}</th>
        </tr></thead>
        <tbody>${this.plugins.map((plugin) => this.row(plugin))}</tbody>
      </table>`;
  }

  row(plugin) {
    const open = this.open === plugin.name;
    const previous = plugin.kept[0];
    return html`
      <tr data-plugin=${plugin.name}>
        <td class="label">${plugin.name}</td>
        <td data-label=${say('plugins.version')}>${plugin.version ?? '–'}</td>
        <td data-label=${say('plugins.state')}>${stateChip(plugin.state)}</td>
        <td data-label=${say('plugins.since')} class="soft small">${time(plugin.since)}</td>
        <td class="actions">
          ${plugin.state === 'QUARANTINED' ? html`<button @click=${() => this.want('lift', plugin)}>${say('plugins.lift')}</button>` : ''}
          ${previous ? html`<button @click=${() => this.want('rollback', plugin)}>${say('plugins.rollback', previous)}</button>` : ''}
          <button class="danger" ?hidden=${!plugin.version} @click=${() => this.want('remove', plugin)}>${say('plugins.remove')}</button>
          <button class="plain" aria-expanded=${open} @click=${() => { this.open = open ? null : plugin.name; }}>
            ${say('plugins.more')} <span aria-hidden="true">${open ? '▴' : '▾'}</span></button>
        </td>
      </tr>
      ${plugin.faults.length || open ? html`<tr class="detail"><td colspan="5">${this.detail(plugin, open)}</td></tr>` : ''}`;
  }

  detail(plugin, open) {
    return html`
      ${faultList(plugin.faults)}
      ${open ? html`<dl>
        <dt>${say('plugins.requires')}</dt><dd>${plugin.requires.join(', ') || say('plugins.none')}</dd>
        <dt>${say('plugins.dependents')}</dt><dd>${plugin.dependents.join(', ') || say('plugins.none')}</dd>
        <dt>${say('plugins.signedBy')}</dt><dd>${plugin.signedBy ?? say('plugins.unsigned')}</dd>
        <dt>${say('plugins.kept')}</dt><dd>${plugin.kept.join(', ') || say('plugins.none')}</dd>
        <dt>${say('plugins.checksum')}</dt><dd><code>${plugin.checksum ?? '–'}</code></dd>
      </dl>` : ''}`;
  }

  want(kind, plugin) {
    this.dispatchEvent(new CustomEvent('wanted', { detail: { kind, plugin } }));
  }
}
customElements.define('plugin-list', PluginList);
