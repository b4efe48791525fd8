import { html, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { planSelection } from '../plan-selection.ts';
import { districtsOf, sectorsOf } from './places.ts';

/** Buttons that choose many districts at a time, and how many are chosen. */
export function choosing(scenario: Scenario): TemplateResult {
  const { planMap } = texts();
  const districts = districtsOf(scenario);
  const chosen = districts.filter(({ id }) => planSelection.districts.includes(id));
  const births = chosen.reduce((sum, district) => sum + district.births, 0);
  const button = (text: string, ids: readonly string[]) =>
    html`<button
      class="ds-button"
      type="button"
      data-variant="secondary"
      data-size="sm"
      @click=${() => planSelection.chooseDistricts(ids)}
    >
      ${text}
    </button>`;
  const all = districts.map(({ id }) => id);
  return html`<div class="plan-map-choosing" role="group" aria-label=${planMap.choose}>
      ${sectorsOf(scenario).map((sector) => {
        const own = districts.filter((district) => district.sector === sector).map(({ id }) => id);
        const others = planSelection.districts.filter((id) => !own.includes(id));
        return button(planMap.wholeSector(localised(scenario.data.sectors[sector]!.name)), [...others, ...own]);
      })}
      ${button(planMap.all, all)} ${button(planMap.none, [])}
    </div>
    <p class="small plan-map-count">${planMap.chosenCount(chosen.length, number(births))}</p>`;
}
