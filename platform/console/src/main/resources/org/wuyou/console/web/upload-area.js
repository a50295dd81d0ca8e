import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say } from './texts.js';

// Takes a file, dropped or chosen; says `uploaded` with it. What it takes and says is the page's: endings, drop, note,
// working (while busy), wrong (of a name with another ending).
class UploadArea extends LitElement {
  static properties = {
    busy: {}, language: {}, endings: { attribute: false }, drop: {}, note: {}, working: {}, wrong: { attribute: false },
    over: { state: true }, refusal: { state: true },
  };
  static styles = [look, css`
    .drop { border: 2px dashed var(--line); border-radius: 10px; padding: 1.1rem; text-align: center; }
    .drop.over { border-color: var(--brand); background: var(--good-paper); }
    input { position: absolute; opacity: 0; width: 1px; height: 1px; }
    input:focus-visible + label { outline: 3px solid var(--brand); outline-offset: 2px; }
    label { display: inline-block; }
  `];

  render() {
    return html`
      <div class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event) => { event.preventDefault(); this.over = true; }}
        @dragleave=${() => { this.over = false; }}
        @drop=${(event) => { event.preventDefault(); this.over = false; this.take(event.dataTransfer.files); }}>
        ${this.busy
          ? html`<span role="status">${this.working}</span>`
          : html`${this.drop}
            <input id="file" type="file" accept=${this.endings.join()} @change=${(event) => { this.take(event.target.files); event.target.value = ''; }}>
            <label for="file" class="button">${say('upload.choose')}</label>`}
        <div class="soft small">${this.note}</div>
        ${this.refusal ? html`<div class="box bad" role="alert">${this.refusal}</div>` : ''}
      </div>`;
  }

  take(files) {
    const file = files[0];
    if (!file) return;
    if (!this.endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      this.refusal = this.wrong(file.name);
      return;
    }
    this.refusal = null;
    this.dispatchEvent(new CustomEvent('uploaded', { detail: file }));
  }
}
customElements.define('upload-area', UploadArea);
