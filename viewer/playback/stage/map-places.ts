import type { Selection } from 'd3';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { typeSize, wordsOf } from '../../plan/map/cartogram.ts';
import { leastType, lineStep, nameSize, patternStrokes, rim } from '../../plan/map/circle-words.ts';
import type { MapPlan } from './projection.ts';

type Picture = Selection<SVGSVGElement, unknown, null, undefined>;

/** Fills of the sectors, in the order of the scenario; from the fifth they begin again. */
const sectorLooks = 4;

/** Width and height of the mark of a site, in CSS pixels. */
export const siteSize = { width: 38, height: 26 };

/** The look of each sector, 1 to 4, by its place in the scenario. */
export function sectorLook(sectors: readonly string[], sector: string): number {
  return (Math.max(0, sectors.indexOf(sector)) % sectorLooks) + 1;
}

type Group = Selection<SVGGElement, unknown, null, undefined>;

/**
 * Draws what stands on the map: districts, the marks of the sites and all names. Returns where the bars of each site go.
 *
 * @param prefix of the identifiers of patterns, which must be the only ones on the page
 */
export function drawPlaces(svg: Picture, plan: MapPlan, sectors: readonly string[], prefix: string): Group[] {
  svg.selectAll('*').remove();
  definePatterns(svg, prefix);
  const most = typeSize(plan.width);
  for (const { name, sector, births, at, radius } of plan.districts) {
    const look = sectorLook(sectors, sector);
    const district = svg
      .append('g')
      .attr('class', `district sector-${look}`)
      .attr('transform', `translate(${at[0]},${at[1]})`);
    district.append('circle').attr('class', 'district-ground').attr('r', radius);
    district
      .append('circle')
      .attr('class', 'district-rim')
      .attr('r', radius - rim / 2)
      .attr('stroke-width', rim)
      .attr('stroke', `url(#${prefix}-${look})`);
    district.append('title').text(`${name}: ${number(births)} ${texts().stage.births}`);
    const lines = wordsOf(name);
    const size = nameSize(lines, radius, most);
    const step = size * lineStep;
    const top = -(lines.length * step + size) / 2 + size * 0.85;
    lines.forEach((line, index) => word(district, line, top + index * step, size, 'map-name'));
    word(district, number(births), top + lines.length * step, Math.max(leastType, size - 1));
  }
  return plan.sites.map(({ at, name }) => {
    const site = svg.append('g').attr('class', 'site').attr('transform', `translate(${at[0]},${at[1]})`);
    site
      .append('rect')
      .attr('x', -siteSize.width / 2)
      .attr('y', -siteSize.height / 2)
      .attr('width', siteSize.width)
      .attr('height', siteSize.height)
      .attr('rx', 3);
    wordsOf(name).forEach((line, index) => {
      word(site, line, siteSize.height / 2 + most * (1.05 + index * lineStep), most, 'map-name');
    });
    return site.append('g');
  });
}

function word(to: Group, text: string, y: number, size: number, look = '') {
  to.append('text').attr('class', `map-label ${look}`).attr('y', y).attr('font-size', size).text(text);
}

/** Patterns, so that sectors can be told apart without colour. */
function definePatterns(svg: Picture, prefix: string): void {
  const definitions = svg.append('defs');
  for (let look = 1; look <= sectorLooks; look++) {
    const pattern = definitions
      .append('pattern')
      .attr('id', `${prefix}-${look}`)
      .attr('class', `sector-${look}`)
      .attr('width', 8)
      .attr('height', 8)
      .attr('patternUnits', 'userSpaceOnUse');
    pattern.append('rect').attr('class', 'sector-ground').attr('width', 8).attr('height', 8);
    if (look === 3) pattern.append('circle').attr('class', 'pattern-dot').attr('cx', 4).attr('cy', 4).attr('r', 1.6);
    else
      pattern
        .append('path')
        .attr('class', 'pattern-line')
        .attr('d', patternStrokes[look - 1]!);
  }
}
