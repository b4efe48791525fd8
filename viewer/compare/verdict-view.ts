import { html, svg, type TemplateResult } from 'lit-html';
import { texts } from '../language/language.ts';
import type { Verdict } from './figures.ts';

/** What a verdict is called. */
export function verdictText(verdict: Verdict): string {
  return texts().compare[verdict];
}

/** Outlines of the marks in a square from −8 to 8; each verdict has its own, so that none rests on colour. */
export const verdictShapes: Record<Verdict, string> = {
  better: 'M-7,0a7,7 0 1,0 14,0a7,7 0 1,0 -14,0',
  worse: 'M0,-8L8,0L0,8L-8,0Z',
  higher: 'M0,-7L7,5L-7,5Z',
  lower: 'M0,7L7,-5L-7,-5Z',
  unclear: 'M-6,-6H6V6H-6Z',
  unknown: 'M-6,-1.5H6V1.5H-6Z',
};

/** What is drawn on top of the two marks that carry a judgement. */
const inner: Partial<Record<Verdict, string>> = { better: 'M-3.5,0.3L-1,2.8L3.5,-2.6', worse: 'M0,-3.6V0.8M0,3.2V3.6' };

/** The verdict as a mark and a word. @param onlyJust true of a clear difference that the figures beside it are too coarse to show */
export function verdictView(verdict: Verdict, onlyJust = false): TemplateResult {
  return html`<span class="verdict" data-verdict=${verdict}>
    <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
      <path class="verdict-shape" d=${verdictShapes[verdict]}></path>
      ${inner[verdict] ? svg`<path class="verdict-inner" d=${inner[verdict]}></path>` : ''}
    </svg>
    ${onlyJust ? texts().compare.onlyJust(verdictText(verdict)) : verdictText(verdict)}
  </span>`;
}
