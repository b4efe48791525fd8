import type { Svg } from './chart-frame.ts';

const swatch = 14;
const lineHeight = 22;
/** Width of a letter at the size of legends, on the wide side, in CSS pixels. */
const letterWidth = 7.4;

/** The names of the plans with the look of their marks. @returns the height that it takes */
export function drawLegend(svg: Svg, names: readonly [string, string], width: number): number {
  let x = 0;
  let y = 0;
  names.forEach((name, plan) => {
    const own = swatch + 8 + name.length * letterWidth;
    if (plan > 0 && x + own > width) {
      x = 0;
      y += lineHeight;
    }
    const entry = svg.append('g').attr('transform', `translate(${x},${y})`);
    entry
      .append('rect')
      .attr('class', plan === 0 ? 'bar-a' : 'bar-b')
      .attr('x', 1)
      .attr('y', 1)
      .attr('width', swatch)
      .attr('height', swatch);
    entry
      .append('text')
      .attr('x', swatch + 8)
      .attr('y', swatch - 1)
      .text(name);
    x += own + 20;
  });
  return y + lineHeight + 8;
}
