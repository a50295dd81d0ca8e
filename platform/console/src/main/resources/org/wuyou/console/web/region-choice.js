import { html } from 'lit';
import { go } from './route.js';
import { say } from './texts.js';

// Chooses the region a page is about; one without a name goes by its code.
export const regionChoice = (page, regions, code) => html`<label>${say('targets.region')}
  <select id="region" @change=${(event) => go(page, [event.target.value])}>${regions.map((one) => html`
    <option value=${one.code} ?selected=${one.code === code}>${one.name === one.code ? '' : one.name} ${one.code}</option>`)}</select></label>`;
