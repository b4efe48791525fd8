import { html, svg, type TemplateResult } from 'lit-html';

/** Width of the drawing; it is stretched to what room there is. */
const wide = 100;

/**
 * Two lengths on one scale: today's as an outline, the plan's filled. @param most what the whole width stands for, above 0
 * @param label both in words
 */
export function barOf(today: number, planned: number, most: number, label: string): TemplateResult {
  const width = (value: number): number => (wide * Math.max(0, value)) / most;
  return html`<svg class="posts-bar" viewBox="0 0 ${wide} 12" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${svg`<rect class="posts-planned" x="0" y="3" width=${width(planned)} height="6"></rect>
      <rect class="posts-today" x="0" y="0.75" width=${width(today)} height="10.5"></rect>`}
  </svg>`;
}
