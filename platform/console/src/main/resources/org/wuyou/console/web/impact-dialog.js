import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { faultList } from './faults.js';
import { say } from './texts.js';

// Shows what a change would do; says `confirmed` (with whether losing data is agreed to) or `cancelled`.
class ImpactDialog extends LitElement {
  static properties = { report: {}, working: { type: Boolean }, language: {}, agreed: { state: true } };
  static styles = [look, css`
    dialog {
      border: 1px solid var(--line); border-radius: 12px; padding: 0; width: min(46rem, calc(100vw - 2rem));
      background: var(--card); color: var(--ink); max-height: calc(100vh - 2rem);
    }
    dialog::backdrop { background: rgb(0 0 0 / 45%); }
    header, footer { padding: 1rem 1.3rem; }
    header { border-bottom: 1px solid var(--line); }
    footer { border-top: 1px solid var(--line); display: flex; gap: 0.6rem; justify-content: flex-end; flex-wrap: wrap; }
    section { padding: 0.6rem 1.3rem 1rem; overflow: auto; max-height: 60vh; }
    ul { margin: 0.4rem 0; padding-left: 1.2rem; }
    li { margin: 0.15rem 0; overflow-wrap: anywhere; }
    label { display: flex; gap: 0.6rem; align-items: flex-start; }
    label input { margin-top: 0.35rem; }
  `];

  render() {
    const report = this.report;
    const refused = report.faults.length > 0;
    const question = this.question();
    return html`
      <dialog aria-labelledby="title" @cancel=${(event) => { event.preventDefault(); this.cancel(); }}>
        <header><h2 id="title">${this.title()}</h2></header>
        <section>
          ${refused ? html`
            <h3>${say('impact.faults')}</h3>
            ${faultList(report.faults)}
            <p class="soft">${say('impact.unharmed')}</p>` : this.changes(report)}
          ${question && !refused ? html`<div class="box warn"><label>
            <input type="checkbox" .checked=${this.agreed} @change=${(event) => { this.agreed = event.target.checked; }}>
            <span>${say(question)}</span></label></div>` : ''}
        </section>
        <footer>
          <button autofocus @click=${this.cancel} ?disabled=${this.working}>${say(refused || report.unchanged ? 'impact.close' : 'impact.cancel')}</button>
          ${refused || report.unchanged ? '' : html`<button class="main ${report.kind === 'remove' ? 'danger' : ''}" @click=${this.confirm}
            ?disabled=${this.working || (question && !this.agreed)}>
            ${say(this.working ? 'impact.working' : report.kind === 'remove' ? 'impact.confirmRemove' : 'impact.confirm')}</button>`}
        </footer>
      </dialog>`;
  }

  title() {
    const { kind, name, from, to } = this.report;
    if (kind === 'remove' || kind === 'lift') return say(`impact.${kind}`, name, from);
    return kind === 'install' ? say('impact.install', name, to ?? '') : say(`impact.${kind}`, name, from, to);
  }

  // What must be agreed to before going ahead, if anything.
  question() {
    const { migration, changes, broken } = this.report;
    if (migration.some((step) => step.lossy)) return 'impact.dataLoss';
    return broken.length || changes.some((change) => change.breaking) ? 'impact.breakingAgree' : null;
  }

  changes(report) {
    const { kind, changes, migration, policyChanges, effects, dependents, broken } = report;
    const bad = (flag, key) => (flag ? html`<span class="chip bad"><span aria-hidden="true">▲</span> ${say(key)}</span> ` : '');
    const part = (title, items) => (items.length ? html`<h3>${say(title)}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : '');
    const nothing = ['install', 'update'].includes(kind)
      && !(changes.length + migration.length + policyChanges.length + dependents.length + broken.length);
    return html`
      ${['remove', 'rollback', 'lift'].includes(kind) ? html`<p>${say(`impact.${kind}Note`)}</p>` : ''}
      ${nothing ? html`<p class="soft">${say(report.unchanged ? 'impact.unchanged' : 'impact.nothing')}</p>` : ''}
      ${part('impact.schema', changes.map((change) => html`${bad(change.breaking, 'impact.breaking')}${change.message}`))}
      ${part('impact.data', migration.map((step) => html`${bad(step.lossy, 'impact.lossy')}${step.message}`))}
      ${part('impact.policy', policyChanges.map((one) => html`${say(`impact.file.${one.change}`)} <code>${one.file}</code>`))}
      ${part('impact.effects', effects.map((one) => html`<code>${one.rule}</code> ${one.name}: ${say('impact.effect', one.presentEligible, one.reformEligible, one.winners, one.losers)}`))}
      ${part(kind === 'remove' ? 'impact.removedToo' : 'impact.reloaded', dependents)}
      ${part('impact.broken', broken.map((one) => html`<code>${one.query}</code> ${one.reason}`))}`;
  }

  willUpdate(changed) {
    if (changed.has('report')) this.agreed = false;
  }

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  confirm() {
    this.dispatchEvent(new CustomEvent('confirmed', { detail: this.agreed }));
  }

  cancel() {
    if (!this.working) this.dispatchEvent(new CustomEvent('cancelled'));
  }
}
customElements.define('impact-dialog', ImpactDialog);
