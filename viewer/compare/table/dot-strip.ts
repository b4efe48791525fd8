import { extent, mean, scaleLinear } from 'd3';
import { html, svg, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Scale } from '../values.ts';

const width = 360;
const lineHeight = 26;
const margin = 10;
const axisHeight = 22;
/** Outlines of the marks of the two plans: a ring and a filled diamond, so that they need no colour to be told apart. */
const shapes = ['M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0', 'M0,-5L5,0L0,5L-5,0Z'];

/** The value of an indicator in each replication, a line of dots for each plan, with a stroke at the mean. */
export function dotStrip(
  values: readonly [readonly number[], readonly number[]],
  scale: Scale,
  names: readonly [string, string],
): TemplateResult {
  const { compare } = texts();
  const known = values.map((own) => own.filter((value) => Number.isFinite(value)));
  const [low, high] = extent(known.flat()) as [number, number];
  const x = scaleLinear([low, high === low ? low + 1 : high], [margin, width - margin]);
  const text = (value: number) => number(value * scale.factor, scale.decimals);
  const bottom = 2 * lineHeight;
  return html`<figure class="dot-strip small">
    <figcaption>${compare.perReplication}</figcaption>
    <svg viewBox="0 0 ${width} ${bottom + axisHeight}" width=${width} height=${bottom + axisHeight} aria-hidden="true">
      <path class="strip-axis" d="M0,${bottom}H${width}"></path>
      ${known.map((own, plan) => {
        const y = (plan + 0.5) * lineHeight;
        return svg`<g class=${plan === 0 ? 'strip-a' : 'strip-b'}>
          ${own.map((value) => svg`<path class="strip-dot" transform="translate(${x(value)},${y})" d=${shapes[plan]!}></path>`)}
          ${own.length > 0 ? svg`<path class="strip-mean" d="M${x(mean(own)!)},${y - 10}v20"></path>` : ''}
        </g>`;
      })}
      <text x="0" y=${bottom + 16}>${text(low)}</text>
      <text x=${width} y=${bottom + 16} text-anchor="end">${text(high)}</text>
    </svg>
    <ul>
      ${known.map((own, plan) => {
        const [least, most] = extent(own);
        return html`<li>
          <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
            <g class=${plan === 0 ? 'strip-a' : 'strip-b'}><path class="strip-dot" d=${shapes[plan]!}></path></g>
          </svg>
          ${
            least === undefined
              ? compare.stripNone(names[plan]!)
              : compare.stripRange(names[plan]!, text(least), text(most), scale.unit)
          }
        </li>`;
      })}
    </ul>
  </figure>`;
}
