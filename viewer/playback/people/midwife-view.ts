import { html, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { Actions } from './links.ts';
import { dayName } from './names.ts';
import {
  breachesOfPerson,
  breachTable,
  caseloadTable,
  personFacts,
  weekSums,
  weekTable,
  yearBars,
} from './person-view.ts';
import type { Drawing, Indexed } from './plans.ts';
import { small } from './tables.ts';
import { weekDrawing } from './week-drawing.ts';
import { partOf } from './woman-view.ts';
import { workWeek, type WorkWeek } from './work-week.ts';

const daysPerWeek = 7;
let latest: { recording: Indexed['recording']; person: number; week: WorkWeek } | undefined;

/** Somebody of the service: a week of hers around the clock, and her year. @param monday day number of the week's first day */
export function midwifeView(
  { recording, index }: Indexed,
  person: number,
  monday: number,
  drawing: Drawing,
  actions: Actions,
  showWeek: (monday: number) => void,
): TemplateResult {
  const { people } = texts();
  const { week: words, year } = people;
  const week = weekOf(recording, index, person, monday);
  const breaches = breachesOfPerson(index, person);
  return html`
    ${personFacts(recording, person)}
    ${partOf(
      words.heading,
      html`<div class="details-pages">
          ${small(words.previous, () => showWeek(monday - daysPerWeek))}
          <span>${words.from(dayName(recording, monday), dayName(recording, monday + daysPerWeek - 1))}</span>
          ${small(words.next, () => showWeek(monday + daysPerWeek))}
        </div>
        ${weekDrawing(recording, person, week, drawing.width, drawing.clock, actions.openWoman)}
        <h5 class="ds-heading">${words.sums}</h5>
        ${weekSums(recording, person, week)}
        <details class="details-more">
          <summary>${words.table}</summary>
          ${weekTable(recording, week, actions)}
        </details>`,
    )}
    ${partOf(
      year.heading,
      html`${yearBars(recording, index, person, monday, drawing.width, showWeek)}
        <h5 class="ds-heading">${year.breaches}</h5>
        ${
          breaches.length === 0
            ? html`<p class="quiet">${year.noBreaches}</p>`
            : breachTable(recording, breaches, actions, 'breaches-of-one', (one) => String(one))
        }
        <h5 class="ds-heading">${year.caseload}</h5>
        ${caseloadTable(recording, person, actions)}`,
    )}
  `;
}

/** The week that was shown last is kept, since it's drawn anew as the clock moves. */
function weekOf(recording: Indexed['recording'], index: Indexed['index'], person: number, monday: number): WorkWeek {
  if (latest?.recording !== recording || latest.person !== person || latest.week.monday !== monday)
    latest = { recording, person, week: workWeek(recording, index, person, monday) };
  return latest.week;
}
