import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { date, number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { nameOfChange, shapeMark, shapedModels } from './model-shapes.ts';
import { districtsOf, sectorsOf } from './places.ts';
import { districtsIn, type Planned } from './planned.ts';

const size = 20;

/** What the marks of the map mean. */
export function legendView(scenario: Scenario): TemplateResult {
  const { planMap } = texts();
  const item = (mark: SVGTemplateResult, text: string) =>
    html`<li>
      <svg width=${size} height=${size} viewBox="-10 -10 20 20" aria-hidden="true">${mark}</svg><span>${text}</span>
    </li>`;
  return html`<ul class="map-legend small" aria-label=${planMap.legend}>
    ${sectorsOf(scenario).map((sector, index) =>
      item(
        svg`<g class="plan-district look-${index + 1}"><circle class="district-cell" r="9"></circle>
          <circle class="district-ring" r="6.5" stroke-width="5" stroke="url(#plan-sector-${index + 1})"></circle></g>`,
        localised(scenario.data.sectors[sector]!.name),
      ),
    )}
    ${item(
      svg`<g class="chosen-badge"><circle r="9"></circle><path d="M-4,0L-1,3.5L4.5,-3.5"></path></g>`,
      planMap.legendChosen,
    )}
    ${item(
      svg`<g class="plan-site"><rect x="-9" y="-9" width="18" height="18" rx="2"></rect><path d="M0,-5V5M-5,0H5"></path></g>`,
      planMap.legendSite,
    )}
    ${item(svg`<path class="station-mark" d="M-7,7V-1L0,-8L7,-1V7Z"></path>`, planMap.legendStation)}
    ${item(
      svg`<rect class="team-badge" x="-8.5" y="-8.5" width="17" height="17" rx="3"></rect><text class="team-count" dy="0.35em">4</text>`,
      planMap.legendTeams,
    )}
    ${shapedModels.slice(1).map((model) => item(shapeMark(model, 0, 0, 13), nameOfChange({ model })))}
    ${item(svg`<circle class="district-covered" r="8"></circle>`, planMap.legendCovered)}
  </ul>`;
}

/** The map as a table, closed until it is asked for. */
export function districtTable(scenario: Scenario, planned: readonly Planned[]): TemplateResult {
  const { planMap } = texts();
  return html`<details class="ds-paragraph small">
    <summary>${planMap.table}</summary>
    <div class="wide-table" tabindex="0" role="region" aria-label=${planMap.table}>
      <table class="ds-table" data-size="sm">
        <thead>
          <tr>
            <th scope="col">${planMap.tableDistrict}</th>
            <th scope="col">${planMap.tableSector}</th>
            <th scope="col" class="number">${planMap.tableBirths}</th>
            <th scope="col" class="number">${planMap.tableMidwives}</th>
            <th scope="col">${planMap.tablePlan}</th>
          </tr>
        </thead>
        <tbody>
          ${districtsOf(scenario).map(
            ({ id, name, sector, births, midwives }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${localised(scenario.data.sectors[sector]!.name)}</td>
                <td class="number">${number(births)}</td>
                <td class="number">${number(midwives, 1)}</td>
                <td>${planIn(id, planned)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function planIn(district: string, planned: readonly Planned[]): string {
  const { planMap } = texts();
  const all = planned.flatMap(({ intervention }) => {
    const own = districtsIn(intervention).find(({ id }) => id === district);
    if (own === undefined) return [];
    const { start, end } = intervention;
    const name = `${nameOfChange(intervention)}${own.teams > 0 ? ` (${planMap.teams(own.teams)})` : ''}`;
    return [end === undefined ? planMap.planFrom(name, date(start)) : planMap.planFromTo(name, date(start), date(end))];
  });
  return all.length === 0 ? planMap.nothing : all.join('; ');
}
