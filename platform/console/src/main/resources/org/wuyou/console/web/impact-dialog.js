import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { faultList } from './faults.js';
import { say, pick } from './texts.js';

// Shows what a change would do; says `confirmed` or `cancelled`.
// report: {kind, name, label, from, to, faults, changes: [{breaking, place, text}], notes, losesData}
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
    const breaking = report.changes.some((change) => change.breaking);
    const question = report.losesData ? 'impact.dataLoss' : breaking ? 'impact.breakingAgree' : null;
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
          <button @click=${this.cancel} ?disabled=${this.working}>${say(refused ? 'impact.close' : 'impact.cancel')}</button>
          ${refused ? '' : html`<button class="main ${report.kind === 'remove' ? 'danger' : ''}" @click=${this.confirm}
            ?disabled=${this.working || (question && !this.agreed)}>
            ${say(this.working ? 'impact.working' : report.kind === 'remove' ? 'impact.confirmRemove' : 'impact.confirm')}</button>`}
        </footer>
      </dialog>`;
  }

  title() {
    const { kind, name, label, from, to } = this.report;
    const shown = pick(label) || name;
    if (kind === 'remove') return say('impact.remove', shown, from);
    return kind === 'install' ? say('impact.install', shown, to) : say(`impact.${kind}`, shown, from, to);
  }

  changes(report) {
    return html`
      ${report.kind === 'remove' ? html`<p>${say('impact.removeNote')}</p>` : ''}
      ${report.notes.map((note) => html`<p>${note}</p>`)}
      <h3>${say('impact.schema')}</h3>
      ${report.changes.length ? html`<ul>${report.changes.map((change) => html`<li>
        ${change.breaking ? html`<span class="chip bad"><span aria-hidden="true">▲</span> ${say('impact.breaking')}</span> ` : ''}
        ${change.text}</li>`)}</ul>` : html`<p class="soft">${say('impact.nothing')}</p>`}`;
  }

  willUpdate(changed) {
    if (changed.has('report')) this.agreed = false;
  }

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  confirm() {
    this.dispatchEvent(new CustomEvent('confirmed'));
  }

  cancel() {
    if (!this.working) this.dispatchEvent(new CustomEvent('cancelled'));
  }
}
customElements.define('impact-dialog', ImpactDialog);
