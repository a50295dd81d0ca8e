import { LitElement, html, css } from 'lit';
import { look } from './look.js';
import { say } from './texts.js';

// Takes a jar, dropped or chosen; says `uploaded` with the file.
class UploadArea extends LitElement {
  static properties = { busy: {}, language: {}, over: { state: true }, refusal: { state: true } };
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
          ? html`<span role="status">${say('upload.checking', this.busy)}</span>`
          : html`${say('upload.drop')}
            <input id="file" type="file" accept=".jar" @change=${(event) => { this.take(event.target.files); event.target.value = ''; }}>
            <label for="file" class="button">${say('upload.choose')}</label>`}
        <div class="soft small">${say('upload.note')}</div>
        ${this.refusal ? html`<div class="box bad" role="alert">${this.refusal}</div>` : ''}
      </div>`;
  }

  take(files) {
    const file = files[0];
    if (!file) return;
    if (!file.name.endsWith('.jar')) {
      this.refusal = say('upload.notJar', file.name);
      return;
    }
    this.refusal = null;
    this.dispatchEvent(new CustomEvent('uploaded', { detail: file }));
  }
}
customElements.define('upload-area', UploadArea);
