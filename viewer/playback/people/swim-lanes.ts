import {
  scaleLinear,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolCross,
  type SymbolType,
} from 'd3';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { number, timeOfDay } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { acquaintances, type Acquaintance } from './meetings.ts';
import { instant, providerName, siteName, womanName } from './names.ts';
import { lanes, type Lane, type Pathway } from './pathway.ts';
import { minutesPerDay, minutesPerHour, minutesPerWeek, type Recorded } from './recorded.ts';

const laneHeight = 28;
const labelWidth = 118;
const top = 26;
const narrowest = 640;
const markArea = 70;
const hitRadius = 12;
/** Pixels for the text of the first tick. */
const axisTextWidth = 110;

const shapes: Readonly<Record<Acquaintance, SymbolType>> = {
  named: symbolCircle,
  team: symbolDiamond,
  metBefore: symbolSquare,
  new: symbolTriangle,
  other: symbolCross,
};

/** A piecewise linear scale of time: weeks to either side, hours around the birth. */
export interface LaneScale {
  x: (time: number) => number;
  /** The magnified stretch; undefined without a birth. */
  magnified: { from: number; to: number } | undefined;
  from: number;
  to: number;
  width: number;
  lanes: readonly Lane[];
}

/** One scale for a woman in one plan, or in two, so that both can be held against each other. */
export function laneScale(pathways: readonly Pathway[], available: number): LaneScale {
  const width = Math.max(available, narrowest);
  const from = Math.min(...pathways.map((pathway) => pathway.from));
  const to = Math.max(...pathways.map((pathway) => pathway.to), from + minutesPerDay);
  const used = new Set(pathways.flatMap(({ stays, contacts }) => [...stays, ...contacts].map(({ lane }) => lane)));
  const shown = lanes.filter((lane) => used.has(lane));
  const magnified = aroundBirth(pathways, from, to);
  const end = width - 12;
  const range = end - labelWidth;
  const scale = magnified
    ? scaleLinear()
        .domain([from, magnified.from, magnified.to, to])
        .range([labelWidth, labelWidth + range * 0.27, labelWidth + range * 0.82, end])
    : scaleLinear().domain([from, to]).range([labelWidth, end]);
  return { x: (time) => scale(Math.min(Math.max(time, from), to)), magnified, from, to, width, lanes: shown };
}

/** From some hours before she came to hospital until some hours after she left it, at most two weeks. */
function aroundBirth(pathways: readonly Pathway[], from: number, to: number): { from: number; to: number } | undefined {
  const margin = 4 * minutesPerHour;
  const spans = pathways.flatMap(({ bornAt, leftAt, stays }) => {
    if (Number.isNaN(bornAt)) return [];
    const near = stays.filter(
      (stay) =>
        stay.lane !== 'home' &&
        stay.lane !== 'neonatal' &&
        stay.from > bornAt - 4 * minutesPerDay &&
        stay.from <= bornAt,
    );
    const begins = Math.min(bornAt - minutesPerHour, ...near.map((stay) => stay.from));
    const ends = Number.isNaN(leftAt) ? bornAt + minutesPerDay : Math.min(leftAt, bornAt + 8 * minutesPerDay);
    return [{ from: begins - margin, to: ends + margin }];
  });
  if (spans.length === 0) return undefined;
  const span = {
    from: Math.max(from, Math.min(...spans.map((one) => one.from))),
    to: Math.min(to, Math.max(...spans.map((one) => one.to))),
  };
  return span.from > from && span.to < to && span.to > span.from ? span : undefined;
}

/** A woman's pathway with a lane for each sort of place. What it shows stands in the table beside it too. */
export function swimLanes(
  recorded: Recorded,
  pathway: Pathway,
  acquainted: readonly Acquaintance[],
  scale: LaneScale,
  clock: number,
  goTo: (time: number) => void,
): TemplateResult {
  const { people } = texts();
  const { x, magnified, width } = scale;
  const y = (lane: Lane): number => top + scale.lanes.indexOf(lane) * laneHeight;
  const bottom = top + scale.lanes.length * laneHeight;
  const bar = (span: { lane: Lane; from: number; to: number }, name: string, title: string): TemplateResult =>
    svg`<rect class=${name} x=${x(span.from)} y=${y(span.lane) + 6} width=${Math.max(1.5, x(span.to) - x(span.from))}
      height=${laneHeight - 12} rx="2"><title>${title}</title></rect>`;
  const visible = (span: { from: number; to: number }): boolean => x(span.to) - x(span.from) > 44;
  return html`
    <div
      class="wide-table lanes"
      role="region"
      tabindex="0"
      aria-label="${people.pathway.heading}: ${localised(recorded.inputs.name)}"
    >
      <svg
        width=${width}
        height=${bottom + 8}
        viewBox="0 0 ${width} ${bottom + 8}"
        role="img"
        aria-label=${people.pathway.label(womanName(pathway.woman))}
      >
        ${waitPattern()}
        ${
          magnified
            ? svg`<rect class="lane-magnified" x=${x(magnified.from)} y="0" width=${x(magnified.to) - x(magnified.from)} height=${bottom} />`
            : nothing
        }
        ${scale.lanes.map(
          (lane, at) => svg`
            <line class="lane-line" x1="0" x2=${width} y1=${top + at * laneHeight} y2=${top + at * laneHeight} />
            <text class="lane-name" x="2" y=${y(lane) + laneHeight / 2} dy="0.35em">${people.lanes[lane]}</text>`,
        )}
        ${axis(recorded, pathway, scale, bottom)}
        ${pathway.stays.map((stay) =>
          bar(stay, `lane-stay lane-${stay.lane}`, `${people.lanes[stay.lane]}: ${instant(recorded, stay.from)}`),
        )}
        ${pathway.waits.map((wait) => {
          const minutes = people.pathway.wait(number(wait.to - wait.from));
          return svg`${bar(wait, 'lane-wait', `${people.pathway.waited} ${people.waits[wait.what]}: ${minutes}`)}
            ${visible(wait) ? svg`<text class="lane-note" x=${x(wait.from) + 3} y=${y(wait.lane) + 5}>${minutes}</text>` : nothing}`;
        })}
        ${
          scale.lanes.includes('labourRoom')
            ? pathway.care.map(
                ({
                  care,
                  from,
                  to,
                }) => svg`<rect class="lane-care care-${care}" x=${x(from)} y=${y('labourRoom') + laneHeight - 6}
                width=${Math.max(1, x(to) - x(from))} height="4"><title>${people.care.band}: ${people.care[care]}</title></rect>`,
              )
            : nothing
        }
        ${pathway.events
          .filter(({ state }) => state === TraceState.diverted)
          .map(
            ({ time, place, other }) => svg`<path class="lane-diverted" d="M${x(time)},${top}V${bottom}">
              <title>${people.pathway.moved(siteName(recorded, place), siteName(recorded, other))}</title></path>`,
          )}
        ${pathway.contacts.map((contact, at) => {
          const how = acquainted[at]!;
          const title = `${people.contactKinds[contact.kind]} – ${providerName(recorded, contact.provider)}, ${people.acquaintances[how]}, ${instant(recorded, contact.start)}`;
          return svg`<g class="lane-mark" transform="translate(${x(contact.start)},${y(contact.lane) + laneHeight / 2})"
            @click=${() => goTo(contact.start)}>
            <circle class="lane-hit" r=${hitRadius} />${markOf(how)}<title>${title}</title></g>`;
        })}
        ${
          clock >= scale.from && clock <= scale.to
            ? svg`<line class="lane-clock" x1=${x(clock)} x2=${x(clock)} y1="12" y2=${bottom}><title>${people.pathway.clock}</title></line>`
            : nothing
        }
      </svg>
    </div>
  `;
}

/** What the marks, bars and bands mean. */
export function laneLegend(): TemplateResult {
  const { people } = texts();
  const sample = (content: TemplateResult, text: string): TemplateResult =>
    html`<li><svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">${content}</svg> ${text}</li>`;
  return html`<ul class="details-legend small" aria-label=${people.pathway.legend}>
    ${acquaintances.map((how) => sample(svg`<g transform="translate(11,9)">${markOf(how)}</g>`, people.acquaintances[how]))}
    ${sample(svg`<rect class="lane-stay" x="1" y="2" width="20" height="14" />`, people.pathway.stay)}
    ${sample(svg`${waitPattern()}<rect class="lane-wait" x="1" y="2" width="20" height="14" />`, people.pathway.waited)}
    ${(['own', 'shared', 'alone'] as const).map((care) =>
      sample(svg`<rect class="lane-care care-${care}" x="1" y="7" width="20" height="4" />`, people.care[care]),
    )}
    ${sample(svg`<line class="lane-clock" x1="11" x2="11" y1="1" y2="17" />`, people.pathway.clock)}
  </ul>`;
}

function markOf(how: Acquaintance): TemplateResult {
  return svg`<path class="met-${how}" d=${symbol(shapes[how], markArea)() ?? ''} />`;
}

/** Stripes for waits. Drawn once in each picture, under one name: the copies are alike. */
function waitPattern(): TemplateResult {
  return svg`<defs><pattern id="lane-wait-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="wait-ground" width="6" height="6" /><rect class="wait-stripe" width="2.5" height="6" /></pattern></defs>`;
}

/** Minutes that the text at the left end of the axis takes up. */
function leastAxisGap({ x, from }: LaneScale): number {
  return (axisTextWidth * minutesPerWeek) / (x(from + minutesPerWeek) - x(from));
}

function axis({ calendar }: Recorded, { bornAt }: Pathway, scale: LaneScale, bottom: number): TemplateResult {
  const { people } = texts();
  const { x, magnified, from, to } = scale;
  const tick = (time: number, text: string, anchor = 'middle'): TemplateResult =>
    svg`<line class="lane-tick" x1=${x(time)} x2=${x(time)} y1="16" y2=${bottom} />
      <text class="lane-axis" x=${x(time)} y="12" text-anchor=${anchor}>${text}</text>`;
  const ticks: TemplateResult[] = [];
  const origin = Number.isNaN(bornAt) ? from : bornAt;
  const step = minutesPerWeek * 10;
  for (let weeks = 40; weeks >= 10; weeks -= 10) {
    const time = origin - weeks * minutesPerWeek;
    if (time >= from + (magnified ? leastAxisGap(scale) : 0) && time < (magnified?.from ?? origin) - step / 2)
      ticks.push(tick(time, `−${number(weeks)}`));
  }
  if (magnified) {
    ticks.push(tick(from, people.pathway.weeksBefore(number((origin - from) / minutesPerWeek)), 'start'));
    const hours = (magnified.to - magnified.from) / minutesPerHour;
    const every = hours > 60 ? 24 : hours > 30 ? 12 : 6;
    let day = calendar.dayOf(magnified.from);
    for (; calendar.midnight(day) < magnified.to; day++) {
      for (let hour = 0; hour < 24; hour += every) {
        const time = calendar.timeAt(day, hour * 60);
        if (time > magnified.from + 90 && time < magnified.to - 90) ticks.push(tick(time, timeOfDay(hour, 0)));
      }
    }
    ticks.push(tick(to, people.pathway.weeksAfter(number((to - origin) / minutesPerWeek)), 'end'));
  }
  const birth = Number.isNaN(bornAt)
    ? nothing
    : svg`<path class="lane-birth" d="M${x(bornAt)},${top - 2}V${bottom}"><title>${people.pathway.birth}</title></path>`;
  return svg`${ticks}${birth}`;
}
