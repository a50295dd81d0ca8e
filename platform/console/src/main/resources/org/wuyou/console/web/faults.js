import { html } from 'lit';
import { say } from './texts.js';

// What is wrong, where, and what to do next; nothing if all is well.
export const faultList = (faults) => faults.map((fault) => html`
  <div class="box bad">
    <strong>${fault.message}</strong>
    <div class="small"><code>${fault.code}</code>${fault.place ? html` · <code>${fault.place}</code>` : ''}</div>
    ${fault.remedy ? html`<div>${say('impact.remedy')}: ${fault.remedy}</div>` : ''}
  </div>`);
