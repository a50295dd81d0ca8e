import { html } from 'lit';
import { href } from './route.js';
import { say, has, both, sign } from './texts.js';

// How a target, a verdict or a finding stands: never by colour alone.
const TONES = {
  MET: ['good', '✓'], ELIGIBLE: ['good', '✓'],
  NOT_MET: ['bad', '✗'], INELIGIBLE: ['bad', '✗'],
  NOT_DUE: ['warn', '◷'], UNDETERMINED: ['warn', '?'], NO_DATA: ['calm', '–'], PLAN_FIGURE_MISSING: ['warn', '?'],
  AMOUNT_NOT_SET: ['warn', '?'],
};

// A target only striven for is amber where a binding one would be red.
export function statusChip(status, striveFor = false, name = statusName(status)) {
  const [tone, mark] = TONES[status] ?? ['calm', '○'];
  const shade = striveFor && tone === 'bad' ? 'warn' : tone;
  return html`<span class="chip ${shade}"><span aria-hidden="true">${mark}</span> ${name}</span>`;
}

export const statusName = (status) => (has(`status.${status}`) ? say(`status.${status}`) : status);

export const kindName = (kind) => (has(`kind.${kind}`) ? say(`kind.${kind}`) : kind);

// Clause by clause: what was found, what is required, what is missing, where it stands.
export const findingList = (findings) => (findings.length ? html`
  <ul class="findings">${findings.map((finding) => html`<li>
    ${statusChip(finding.state, false, say(`finding.${finding.state}`))} ${both(finding.say)}
    <div class="small soft">${[
      finding.value && say('finding.value', finding.value),
      finding.requirement && say('finding.requirement', sign(finding.requirement)),
      finding.shortfall && both(finding.shortfall.say),
      finding.missing.length && say('finding.missing', finding.missing.join(say('list.comma'))),
      say('finding.article', finding.article),
    ].filter(Boolean).join(say('list.semicolon'))}</div></li>`)}</ul>` : '');

// Those named, each enterprise with a link to its own page.
export const subjectList = (title, subjects, year) => (subjects?.totalCount ? html`
  <details><summary>${say(title, subjects.totalCount)}</summary>
    <ul>${subjects.nodes.map((one) => html`<li>${one.entity === 'Enterprise'
      ? html`<a href=${href('enterprises', [one.key], { year })}>${one.name}</a>` : one.name}
      <span class="soft small">${one.key}</span></li>`)}</ul>
    ${subjects.totalCount > subjects.nodes.length ? html`<p class="soft small">${say('subjects.more', subjects.totalCount - subjects.nodes.length)}</p>` : ''}
  </details>` : '');
