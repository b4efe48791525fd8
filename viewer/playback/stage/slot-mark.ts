import { svg, type TemplateResult } from 'lit-html';
import { slotShapes, teamStar, type SlotState } from './slot-shapes.ts';

/**
 * One slot around the origin: its ground, its symbol, the star of a team midwife, and a ring if its woman is lit. What is not
 * there is an empty outline: when nodes come and go the browser works out the styles of the whole page.
 */
export function slotMark(state: SlotState, size: number, starred: boolean, isLit = false): TemplateResult {
  const half = size / 2 - 0.5;
  const { solid, line } = slotShapes[state];
  const scale = size / 20;
  const ring = half + 2;
  return svg`<g class="slot slot-${state}">
    <rect x=${-half} y=${-half} width=${2 * half} height=${2 * half} rx="3"></rect>
    <path class="slot-solid" d=${solid ?? ''} transform="scale(${scale})"></path>
    <path class="slot-line" d=${line ?? ''} transform="scale(${scale})"></path>
    <path class="slot-star" d=${starred ? teamStar : ''} transform="translate(${half - 3},${3 - half})"></path>
    ${isLit ? svg`<rect class="lit-ring" x=${-ring} y=${-ring} width=${2 * ring} height=${2 * ring} rx="4"></rect>` : ''}
  </g>`;
}
