import type { Selection } from 'd3';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { labelSize, placeLabels, siteScale, siteSize } from './map-labels.ts';
import type { MapPlan } from './projection.ts';

type Picture = Selection<SVGSVGElement, unknown, null, undefined>;

/** Fills of the sectors, in the order of the scenario; from the fifth they begin again. */
const sectorLooks = 4;

/** The look of each sector, 1 to 4, by its place in the scenario. */
export function sectorLook(sectors: readonly string[], sector: string): number {
  return (Math.max(0, sectors.indexOf(sector)) % sectorLooks) + 1;
}

/**
 * Draws what stands on the map: districts, the marks of the sites and all names.
 *
 * @param prefix of the identifiers of patterns, which must be the only ones on the page
 * @param widthOf width of a text in CSS pixels
 */
export function drawPlaces(
  svg: Picture,
  plan: MapPlan,
  sectors: readonly string[],
  prefix: string,
  widthOf: (text: string, isSite: boolean) => number,
): void {
  svg.selectAll('*').remove();
  definePatterns(svg, prefix);
  for (const { name, sector, births, at, radius } of plan.districts) {
    const look = sectorLook(sectors, sector);
    const district = svg.append('g').attr('class', `district sector-${look}`);
    for (const part of ['district-ground', 'district-pattern']) {
      district.append('circle').attr('class', part).attr('cx', at[0]).attr('cy', at[1]).attr('r', radius);
    }
    district.select('.district-pattern').attr('fill', `url(#${prefix}-${look})`);
    district.append('title').text(`${name}: ${number(births)} ${texts().stage.births}`);
  }
  for (const { at } of plan.sites) {
    const site = svg
      .append('g')
      .attr('class', 'site')
      .attr('transform', `translate(${at[0]},${at[1]})scale(${siteScale(plan)})`);
    site
      .append('rect')
      .attr('x', -siteSize.width / 2)
      .attr('y', -siteSize.height / 2)
      .attr('width', siteSize.width)
      .attr('height', siteSize.height)
      .attr('rx', 3);
    site.append('g').attr('class', 'site-bars');
  }
  for (const { text, at, anchor, isSite } of placeLabels(plan, widthOf)) {
    svg
      .append('text')
      .attr('class', isSite ? 'map-label map-site-label' : 'map-label')
      .attr('x', at[0])
      .attr('y', at[1])
      .attr('text-anchor', anchor)
      .attr('font-size', labelSize(plan))
      .text(text);
  }
}

/** Plain, hatched, dotted and cross-hatched, so that sectors can be told apart without colour. */
function definePatterns(svg: Picture, prefix: string): void {
  const lines = ['', 'M-2,2L2,-2M0,8L8,0M6,10L10,6', '', 'M0,4H8M4,0V8'];
  const definitions = svg.append('defs');
  for (let look = 1; look <= sectorLooks; look++) {
    const pattern = definitions
      .append('pattern')
      .attr('id', `${prefix}-${look}`)
      .attr('class', `sector-${look}`)
      .attr('width', 8)
      .attr('height', 8)
      .attr('patternUnits', 'userSpaceOnUse');
    if (look === 3) pattern.append('circle').attr('class', 'pattern-dot').attr('cx', 4).attr('cy', 4).attr('r', 1.4);
    else
      pattern
        .append('path')
        .attr('class', 'pattern-line')
        .attr('d', lines[look - 1]!);
  }
}
