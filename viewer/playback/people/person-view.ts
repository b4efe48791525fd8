import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { formatDate } from '../../../sim-core/kernel/civil-date.ts';
import { professions } from '../../../sim-core/maternity/staff/person.ts';
import { workingTimeRules } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { missing, number, percent, shortMonth } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { womanLink, timeLink, type Actions } from './links.ts';
import { clockTime, dayName, payerName, unitList, unitName } from './names.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';
import { factsOf, inline, pagedTable, tableOf, type Cell } from './tables.ts';
import { hoursOf, hoursPerWeek, type WorkWeek } from './work-week.ts';

/** Gaps in work that are shorter are taken as breaks between two tasks. */
const leastRestHours = 1;
const barHeight = 64;
const narrowestBar = 11;
const widestBar = 22;

/** Who she is. */
export function personFacts(recorded: Recorded, person: number): TemplateResult {
  const { facts, professions: names } = texts().people;
  const { people } = recorded.playback;
  const unit = people.unit[person]!;
  return factsOf([
    [names[professions[people.profession[person]!]!], String(person)],
    [facts.unit, unitName(recorded, unit)],
    [facts.employer, payerName(recorded.inputs, unitList(recorded.inputs)[unit]?.employer ?? -1)],
    [facts.position, percent(people.position[person]!)],
  ]);
}

/** The hours of a week. */
export function weekSums(recorded: Recorded, person: number, { sums }: WorkWeek): TemplateResult {
  const { week } = texts().people;
  const unit = unitList(recorded.inputs)[recorded.playback.people.unit[person]!];
  const hours = (value: number): string => (Number.isFinite(value) ? week.hours(number(value, 1)) : missing);
  return html`
    ${factsOf([
      [week.plannedHours, unit?.pattern === 'onCall' ? missing : hours(sums.planned)],
      [week.workedHours, hours(sums.worked)],
      [week.extraHours, hours(sums.extra)],
      [week.overtimeHours, hours(sums.overtime)],
      [week.calledHours, hours(sums.calledOut)],
      [week.callOuts, number(sums.callOuts)],
      [week.shortestRest, hours(sums.shortestRest)],
    ])}
    ${unit?.pattern === 'onCall' ? html`<p class="small quiet">${week.noRoster}</p>` : nothing}
  `;
}

/** A week as a table: roster, absence, work with the rest after it, and the women of each day. */
export function weekTable(recorded: Recorded, week: WorkWeek, actions: Actions): TemplateResult {
  const { people } = texts();
  const { calendar, playback } = recorded;
  const { table } = people;
  const rows = week.planned.map(({ day, shift, absence }): Cell[] => {
    const within = (time: number): boolean => calendar.dayOf(time) === day;
    const spells = week.spells.filter(({ from }) => within(from));
    const rests = week.rests.filter((rest) => within(rest.from) && hoursOf(rest) >= leastRestHours);
    const women = new Set(
      week.contacts.filter((row) => within(playback.contacts.start[row]!)).map((row) => playback.contacts.woman[row]!),
    );
    const broken = week.breaches.filter((row) => playback.breaches.day[row] === day);
    return [
      dayName(recorded, day, true),
      people.week.shifts[shift]!,
      absence > 0 ? people.week.absences[absence]! : missing,
      spells.length === 0
        ? missing
        : html`<ul class="details-plain">
            ${spells.map(
              ({ from, to, kind }) =>
                html`<li>${clockTime(recorded, from)}–${clockTime(recorded, to)} ${people.week.kinds[kind]}</li>`,
            )}
          </ul>`,
      rests.length === 0 ? missing : rests.map((rest) => people.week.hours(number(hoursOf(rest), 1))).join(', '),
      women.size === 0 ? missing : html`${[...women].map((woman) => html`${womanLink(woman, actions)} `)}`,
      broken.length === 0
        ? missing
        : html`${broken.map((row) => inline(ruleName(recorded, row), () => actions.openBreach(row)))}`,
    ];
  });
  return tableOf(
    people.week.table,
    [
      { head: table.day },
      { head: people.week.planned },
      { head: table.absence },
      { head: table.worked },
      { head: table.rest },
      { head: people.week.contacts },
      { head: people.week.breach },
    ],
    rows,
  );
}

/** Hours of each week of the year as small bars, which open the week. */
export function yearBars(
  recorded: Recorded,
  index: RecordingIndex,
  person: number,
  shownMonday: number,
  available: number,
  showWeek: (monday: number) => void,
): TemplateResult {
  const { year } = texts().people;
  const weeks = hoursPerWeek(recorded, index, person);
  const highest = Math.max(1, ...weeks.map(({ hours }) => hours));
  const mean = weeks.reduce((sum, { hours }) => sum + hours, 0) / weeks.length;
  const width = Math.min(widestBar, Math.max(narrowestBar, Math.floor(available / weeks.length)));
  const months = weeks.flatMap(({ monday }, at) => {
    const { month, day } = recorded.calendar.dateOfDay(monday);
    return day <= 7 && month % 2 === 1 ? [{ at, month }] : [];
  });
  return html`
    <p>${year.mean(number(mean, 1), number(highest, 1))}</p>
    <div class="wide-table lanes" role="region" tabindex="0" aria-label=${year.bars}>
      <svg width=${weeks.length * width} height=${barHeight + 18} role="img" aria-label=${year.label}>
        ${weeks.map(({ monday, hours }, at) => {
          const height = (hours / highest) * barHeight;
          return svg`<g class="lane-mark" @click=${() => showWeek(monday)}>
            <rect class="lane-hit" x=${at * width} y="0" width=${width} height=${barHeight} />
            <rect class="year-bar" data-shown=${monday === shownMonday} x=${at * width + 1} y=${barHeight - height} width=${width - 2} height=${height} />
            <title>${dayName(recorded, monday)}: ${number(hours, 1)}</title></g>`;
        })}
        ${months.map(({ at, month }) => svg`<text class="lane-axis" x=${at * width} y=${barHeight + 14}>${shortMonth(month)}</text>`)}
      </svg>
    </div>
  `;
}

/** The breaches of somebody, or of everybody, a page at a time. */
export function breachTable(
  recorded: Recorded,
  rows: readonly number[],
  actions: Actions,
  list: string,
  withPerson: (person: number) => Cell,
): TemplateResult {
  const { people } = texts();
  const { breaches } = recorded.playback;
  const { table, lists } = people;
  return pagedTable(
    lists.breaches,
    [
      { head: lists.rule },
      { head: table.person },
      { head: table.unit },
      { head: table.day },
      { head: table.basis },
      { head: table.size, isFigure: true },
    ],
    rows,
    (row) => {
      const person = breaches.person[row]!;
      return [
        inline(ruleName(recorded, row), () => actions.openBreach(row)),
        withPerson(person),
        unitName(recorded, recorded.playback.people.unit[person]!),
        dayName(recorded, breaches.day[row]!),
        breaches.worked[row] === 1 ? people.basis.worked : people.basis.planned,
        sizeInWords(recorded, row),
      ];
    },
    actions.pages(list),
  );
}

/** By how much a rule was broken. */
function sizeInWords({ playback: { breaches } }: Recorded, row: number): string {
  const { week, rules } = texts().people;
  const rule = workingTimeRules[breaches.rule[row]!]!;
  const size = breaches.size[row]!;
  return rule === 'sundays' ? `${number(size)} ${rules.sundays}` : week.hours(number(size / 60, 1));
}

export function ruleName({ playback: { breaches } }: Recorded, row: number): string {
  return texts().people.rules[workingTimeRules[breaches.rule[row]!]!];
}

/** Rows of the breaches of a person. */
export function breachesOfPerson(index: RecordingIndex, person: number): number[] {
  return Array.from(rowsOfKey(index.breachesOfPerson, person));
}

/** The women whose own midwife she is, by month of birth. */
export function caseloadTable(recorded: Recorded, person: number, actions: Actions): TemplateResult {
  const { people } = texts();
  const { women } = recorded.playback;
  const mine: number[] = [];
  for (let woman = 0; woman < women.namedMidwife.length; woman++)
    if (women.namedMidwife[woman] === person) mine.push(woman);
  if (mine.length === 0) return html`<p class="quiet">${people.year.noCaseload}</p>`;
  const monthOf = (woman: number): string => {
    const bornAt = women.bornAt[woman]!;
    return Number.isNaN(bornAt) ? people.year.notBorn : formatDate(recorded.calendar.dateOf(bornAt)).slice(0, 7);
  };
  const months = [...new Set(mine.map(monthOf))].sort();
  const { table } = people;
  return html`
    ${tableOf(
      people.year.caseload,
      [{ head: table.month }, { head: people.year.women, isFigure: true }],
      months.map((month) => [monthName(month), number(mine.filter((woman) => monthOf(woman) === month).length)]),
    )}
    <details class="details-more">
      <summary>${people.year.women}</summary>
      ${pagedTable(
        people.year.women,
        [{ head: table.woman }, { head: table.born }],
        mine.sort((a, b) => (women.bornAt[a]! || Infinity) - (women.bornAt[b]! || Infinity)),
        (woman) => [
          womanLink(woman, actions),
          Number.isNaN(women.bornAt[woman]!) ? people.year.notBorn : timeLink(recorded, women.bornAt[woman]!, actions),
        ],
        actions.pages('caseload'),
      )}
    </details>
  `;
}

function monthName(month: string): string {
  const [year, ofYear] = month.split('-');
  return ofYear === undefined ? month : `${shortMonth(Number(ofYear))} ${year}`;
}
