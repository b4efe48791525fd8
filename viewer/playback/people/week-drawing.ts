import { scaleLinear } from 'd3';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { number, timeOfDay } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { clockTime, dayName, providerName, womanName } from './names.ts';
import type { Recorded } from './recorded.ts';
import { hoursOf, type Span, type WorkWeek } from './work-week.ts';

const labelWidth = 84;
const rowHeight = 62;
const top = 22;
const narrowest = 620;
const daysPerWeek = 7;
const hitRadius = 12;
const leastRestDrawn = 60;

/** A week around the clock: a row for each day, with its shift by the roster above what was worked. */
export function weekDrawing(
  recorded: Recorded,
  person: number,
  week: WorkWeek,
  available: number,
  clock: number,
  openWoman: (woman: number) => void,
): TemplateResult {
  const { people } = texts();
  const { calendar, playback } = recorded;
  const width = Math.max(available, narrowest);
  const x = scaleLinear()
    .domain([0, 1440])
    .range([labelWidth, width - 10]);
  const height = top + daysPerWeek * rowHeight + 4;
  const parts = (
    span: Span,
    draw: (x0: number, x1: number, y: number, isFirst: boolean) => TemplateResult,
  ): TemplateResult[] => {
    const drawn: TemplateResult[] = [];
    for (let day = 0; day < daysPerWeek; day++) {
      const begins = calendar.midnight(week.monday + day);
      const ends = calendar.midnight(week.monday + day + 1);
      const from = Math.max(begins, span.from);
      const to = Math.min(ends, span.to);
      if (to <= from) continue;
      // By minutes since midnight, so that the days when the clock is changed keep their place.
      const perMinute = 1440 / (ends - begins);
      drawn.push(
        draw(x((from - begins) * perMinute), x((to - begins) * perMinute), top + day * rowHeight, from === span.from),
      );
    }
    return drawn;
  };
  return html`
    <div class="wide-table lanes" role="region" tabindex="0" aria-label=${people.week.heading}>
      <svg
        width=${width}
        height=${height}
        viewBox="0 0 ${width} ${height}"
        role="img"
        aria-label=${people.week.label(providerName(recorded, person))}
      >
        ${[0, 6, 12, 18, 24].map(
          (hour) => svg`<line class="lane-tick" x1=${x(hour * 60)} x2=${x(hour * 60)} y1="16" y2=${height} />
            <text class="lane-axis" x=${x(hour * 60)} y="12" text-anchor=${hour === 24 ? 'end' : 'middle'}>${timeOfDay(hour, 0)}</text>`,
        )}
        ${week.planned.map(
          ({ day, absence }, at) => svg`
            <line class="lane-line" x1="0" x2=${width} y1=${top + at * rowHeight} y2=${top + at * rowHeight} />
            <text class="lane-name" x="2" y=${top + at * rowHeight + 18}>${weekday(recorded, day)}</text>
            ${absence > 0 ? svg`<text class="lane-note" x="2" y=${top + at * rowHeight + 34}>${people.week.absences[absence]}</text>` : nothing}
            ${
              week.breaches.some((row) => playback.breaches.day[row] === day)
                ? svg`<text class="lane-breach" x="2" y=${top + at * rowHeight + 50}>▲ ${people.week.breach}</text>`
                : nothing
            }`,
        )}
        ${week.onCall.flatMap((turn) =>
          parts(
            turn,
            (x0, x1, y) =>
              svg`<rect class="week-on-call" x=${x0} y=${y + 4} width=${x1 - x0} height="50"><title>${people.week.onCall}</title></rect>`,
          ),
        )}
        ${week.planned
          .filter(({ shift }) => shift !== ShiftCode.off)
          .flatMap((day) =>
            parts(
              day,
              (
                x0,
                x1,
                y,
              ) => svg`<rect class="week-planned" x=${x0} y=${y + 6} width=${x1 - x0} height="12" rx="2" data-absent=${day.absence > 0}>
              <title>${people.week.planned}: ${people.week.shifts[day.shift]}</title></rect>`,
            ),
          )}
        ${week.spells.flatMap((spell) =>
          parts(
            spell,
            (
              x0,
              x1,
              y,
            ) => svg`<rect class="week-worked kind-${spell.kind}" x=${x0} y=${y + 21} width=${Math.max(1.5, x1 - x0)} height="14" rx="2">
            <title>${people.week.kinds[spell.kind]}: ${clockTime(recorded, spell.from)}–${clockTime(recorded, spell.to)}</title></rect>`,
          ),
        )}
        ${week.rests
          .filter(({ from, to }) => to - from >= leastRestDrawn)
          .flatMap((rest) =>
            parts(rest, (x0, x1, y, isFirst) =>
              isFirst && x1 - x0 > 76
                ? svg`<text class="lane-axis" x=${x0 + 4} y=${y + 32}>${people.week.rest(number(hoursOf(rest), 1))}</text>`
                : svg``,
            ),
          )}
        ${week.contacts.flatMap((row) => {
          const { contacts } = playback;
          const woman = contacts.woman[row]!;
          const span = { from: contacts.start[row]!, to: contacts.end[row]! };
          return parts(span, (x0, x1, y, isFirst) =>
            isFirst
              ? svg`<g class="lane-mark" @click=${() => openWoman(woman)}><circle class="lane-hit" cx=${x0} cy=${y + 46} r=${hitRadius} />
                  <rect class="week-contact" x=${x0} y=${y + 40} width=${Math.max(2, x1 - x0)} height="12" />
                  <title>${womanName(woman)}: ${people.contactKinds[contacts.kind[row]!]}</title></g>`
              : svg`<rect class="week-contact" x=${x0} y=${y + 40} width=${x1 - x0} height="12" />`,
          );
        })}
        ${
          clock >= week.from && clock < week.to
            ? parts(
                { from: clock, to: clock + 1 },
                (x0, _, y) => svg`<line class="lane-clock" x1=${x0} x2=${x0} y1=${y + 2} y2=${y + rowHeight - 2} />`,
              )
            : nothing
        }
      </svg>
    </div>
    ${weekLegend(week.onCall.length > 0)}
  `;
}

function weekLegend(withOnCall: boolean): TemplateResult {
  const { week } = texts().people;
  const sample = (name: string, text: string): TemplateResult =>
    html`<li>
      <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
        ${svg`<rect class=${name} x="1" y="1" width="20" height="12" rx="2" />`}
      </svg>
      ${text}
    </li>`;
  return html`<ul class="details-legend small">
    ${sample('week-planned', week.planned)} ${week.kinds.map((kind, at) => sample(`week-worked kind-${at}`, kind))}
    ${sample('week-contact', week.contacts)} ${withOnCall ? sample('week-on-call', week.onCall) : nothing}
  </ul>`;
}

function weekday(recorded: Recorded, day: number): string {
  const name = dayName(recorded, day, true).split(' ')[0]!.replace(',', '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
