import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { planSelection } from '../plan-selection.ts';
import {
  cartogram,
  letterWidth,
  nearestSpot,
  typeSize,
  wordsOf,
  type Cartogram,
  type Direction,
  type Spot,
} from './cartogram.ts';
import { leastType, lineStep, nameSize, patternStrokes, rim } from './circle-words.ts';
import { inARow, shapeMark } from './model-shapes.ts';
import { birthSitesOf, districtsOf, sectorsOf, type District } from './places.ts';

/** What the plan does in a district on the date shown. */
export interface Covered {
  /** Models in force, each once, and what they are called. */
  models: { model: string; name: string }[];
  teams: number;
}

const looks = 4;
const narrow = 480;
const badge = 17;
/** Degrees from three o’clock, against the clock below 0: from the top on to the right, clear of the name. */
const firstBadge = -98;
const badgeStep = 35;
const siteSize = 22;
/** A narrow map is so high at the least, so that names have room, in CSS pixels. */
const leastHeight = 580;
const house = 'M-5,5V-1L0,-6L5,-1V5Z';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The map itself: districts that can be chosen, places of birth, and what the plan does where. */
export class MapView {
  private drawn: { key: string; plan: Cartogram } | undefined;
  /** The district that the tabulator key comes to. */
  private current = '';
  private readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** @param width of the picture in CSS pixels */
  view(scenario: Scenario, covered: ReadonlyMap<string, Covered>, width: number): TemplateResult {
    const { planMap } = texts();
    const districts = districtsOf(scenario);
    const plan = this.planOf(scenario, districts, width);
    if (!districts.some(({ id }) => id === this.current)) this.current = districts[0]?.id ?? '';
    const sectors = sectorsOf(scenario);
    const look = (sector: string) => (sectors.indexOf(sector) % looks) + 1;
    return html`<svg
      class="plan-map-picture"
      viewBox="0 0 ${plan.width} ${plan.height}"
      width=${plan.width}
      height=${plan.height}
      role="group"
      aria-label=${planMap.mapLabel}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, plan)}
    >
      <defs>${sectors.map((sector) => patternOf(look(sector)))}</defs>
      ${birthSitesOf(scenario).map((site, index) => siteMark(site.name, plan.sites[index]!, typeSize(width)))}
      ${districts.map((district, index) =>
        this.cell(scenario, district, plan.districts[index]!, look(district.sector), covered.get(district.id)),
      )}
    </svg>`;
  }

  private planOf(scenario: Scenario, districts: readonly District[], width: number): Cartogram {
    const height = width < narrow ? Math.max(leastHeight, Math.round(width * 1.5)) : Math.round(width * 0.84);
    const key = JSON.stringify([width, districts]);
    if (this.drawn?.key !== key) {
      this.drawn = { key, plan: cartogram(districts, birthSitesOf(scenario), width, height) };
    }
    return this.drawn.plan;
  }

  private cell(
    scenario: Scenario,
    district: District,
    spot: Spot,
    look: number,
    covered: Covered | undefined,
  ): SVGTemplateResult {
    const { planMap } = texts();
    const { id, name, births, sector } = district;
    const isChosen = planSelection.districts.includes(id);
    const models = covered?.models ?? [];
    const has = models.length === 0 ? '' : planMap.districtHas(inARow(models.map((model) => model.name)));
    const label = planMap.districtName(name, number(births), localised(scenario.data.sectors[sector]!.name), has);
    const { x, y, radius } = spot;
    return svg`<g
      class="plan-district look-${look} ${isChosen ? 'is-chosen' : ''}"
      role="checkbox"
      data-district=${id}
      aria-checked=${isChosen ? 'true' : 'false'}
      aria-label=${label}
      tabindex=${id === this.current ? 0 : -1}
      transform="translate(${x.toFixed(1)},${y.toFixed(1)})"
      @click=${() => this.toggle(id)}
      @focus=${() => this.moveTo(id)}
    >
      <circle class="district-focus" r=${radius + 3}></circle>
      <circle class="district-cell" r=${radius}></circle>
      <circle class="district-ring" r=${radius - rim / 2} stroke-width=${rim} stroke="url(#plan-sector-${look})"></circle>
      ${models.length > 0 ? svg`<circle class="district-covered" r=${radius - rim / 2}></circle>` : nothing}
      ${words(district, radius, typeSize(this.drawn!.plan.width))}
      ${models.map((model, index) => {
        const angle = (firstBadge + index * badgeStep) * (Math.PI / 180);
        const [badgeX, badgeY] = [Math.cos(angle) * (radius + 1), Math.sin(angle) * (radius + 1)];
        const isTeams = model.model === 'continuity-teams';
        return svg`<g class="district-badge" transform="translate(${badgeX.toFixed(1)},${badgeY.toFixed(1)})">
          ${
            isTeams
              ? svg`<rect class="team-badge" x=${-badge / 2} y=${-badge / 2} width=${badge} height=${badge} rx="3"></rect>
                <text class="team-count" dy="0.35em">${covered!.teams}</text>`
              : svg`<circle class="badge-ground" r=${badge / 2}></circle>${shapeMark(model.model, 0, 0, 10)}`
          }
        </g>`;
      })}
      ${
        isChosen
          ? svg`<g class="chosen-badge" transform="translate(${(-radius * 0.87).toFixed(1)},${(-radius * 0.5).toFixed(1)})">
              <circle r="9"></circle><path d="M-4,0L-1,3.5L4.5,-3.5"></path>
            </g>`
          : nothing
      }
    </g>`;
  }

  private toggle(id: string): void {
    this.current = id;
    planSelection.toggleDistrict(id);
  }

  private moveTo(id: string): void {
    if (this.current === id) return;
    this.current = id;
    this.redraw();
  }

  private onKey(event: KeyboardEvent, plan: Cartogram): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.toggle(this.current);
      return;
    }
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const next = nearestSpot(plan.districts, this.current, direction);
    const picture = event.currentTarget as SVGElement;
    if (next) picture.querySelector<SVGElement>(`[data-district="${next.id}"]`)?.focus();
  }
}

/** The name, the births and the posts of the health station, one above the other in the middle of a circle. */
function words({ name, births, midwives }: District, radius: number, most: number): SVGTemplateResult {
  const lines = wordsOf(name);
  const size = nameSize(lines, radius, most);
  const step = size * lineStep;
  const top = -((lines.length + 1) * step + size) / 2 + size * 0.85;
  const small = Math.max(leastType, size - 1);
  const station = number(midwives, 1);
  const bottom = top + (lines.length + 1) * step + 1;
  const half = (station.length * small * letterWidth) / 2;
  return svg`<g class="district-words" aria-hidden="true">
    ${lines.map((line, index) => svg`<text class="district-name" y=${top + index * step} font-size=${size}>${line}</text>`)}
    <text y=${top + lines.length * step} font-size=${small}>${number(births)}</text>
    <path class="station-mark" d=${house} transform="translate(${-half - 2},${bottom - small * 0.33}) scale(0.8)"></path>
    <text class="station-posts" x="5" y=${bottom} font-size=${small}>${station}</text>
  </g>`;
}

function siteMark(name: string, { x, y, radius }: Spot, size: number): SVGTemplateResult {
  const lines = wordsOf(name);
  const top = -radius * 0.5;
  return svg`<g class="plan-site" role="img" aria-label=${texts().planMap.siteName(name)} transform="translate(${x.toFixed(1)},${y.toFixed(1)})">
    <rect x=${-siteSize / 2} y=${top - siteSize / 2} width=${siteSize} height=${siteSize} rx="2"></rect>
    <path d="M0,${top - 6}V${top + 6}M-6,${top}H6"></path>
    ${lines.map(
      (line, index) =>
        svg`<text y=${top + siteSize / 2 + size * (1.05 + index * 1.1)} font-size=${size}>${line}</text>`,
    )}
  </g>`;
}

/** Patterns, so that sectors can be told apart without colour. */
function patternOf(look: number): SVGTemplateResult {
  return svg`<pattern id="plan-sector-${look}" class="look-${look}" width="8" height="8" patternUnits="userSpaceOnUse">
    <rect class="pattern-ground" width="8" height="8"></rect>
    ${look === 3 ? svg`<circle class="pattern-mark" cx="4" cy="4" r="1.6"></circle>` : svg`<path class="pattern-stroke" d=${patternStrokes[look - 1]!}></path>`}
  </pattern>`;
}
