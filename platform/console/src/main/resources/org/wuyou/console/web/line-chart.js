import { LitElement, html, svg, css } from 'lit';
import { look } from './look.js';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 280, 56, 16, 34, 42];

// One line through points {x, y}, with its axes named; the same figures stand in a table beside it.
class LineChart extends LitElement {
  static properties = { points: { attribute: false }, across: {}, up: {}, label: {} };
  static styles = [look, css`
    svg { width: 100%; max-width: 44rem; height: auto; display: block; }
    text { fill: var(--soft); font-size: 12px; }
    path { fill: none; stroke: var(--brand); stroke-width: 2.5; }
    circle { fill: var(--brand); }
    line { stroke: var(--line); }
  `];

  render() {
    const xs = this.points.map((point) => point.x);
    const top = Math.max(...this.points.map((point) => point.y), 1);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const x = (value) => LEFT + ((value - low) / (high - low || 1)) * (WIDTH - LEFT - RIGHT);
    const y = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
    const path = this.points.map((point, index) => `${index ? 'L' : 'M'}${x(point.x)},${y(point.y)}`).join('');
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.label}>
      ${[0, 0.5, 1].map((part) => svg`<line x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(top * part)} y2=${y(top * part)}></line>
        <text x=${LEFT - 8} y=${y(top * part) + 4} text-anchor="end">${round(top * part)}</text>`)}
      ${this.points.filter((_, index) => index % 2 === 0).map((point) => svg`
        <text x=${x(point.x)} y=${HEIGHT - BOTTOM + 18} text-anchor="middle">${round(point.x)}</text>`)}
      <path d=${path}></path>
      ${this.points.map((point) => svg`<circle cx=${x(point.x)} cy=${y(point.y)} r="4"><title>${point.x}: ${point.y}</title></circle>`)}
      <text x=${(LEFT + WIDTH) / 2} y=${HEIGHT - 4} text-anchor="middle">${this.across}</text>
      <text x="4" y="14">${this.up}</text>
    </svg>`;
  }
}
customElements.define('line-chart', LineChart);

const round = (value) => Math.round(value * 100) / 100;
