import { html, type TemplateResult } from 'lit-html';
import { date, missing, number, percent } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { holidayOn } from './light.ts';
import type { Stretch } from './stretch.ts';
import { shares, type SideFigures, type TimelineChoice } from './timeline-choice.ts';

/** The stretch of the timeline as a table: a row for each day, with the figures and marks of each plan. */
export function timelineTable(
  recording: Recording,
  sides: readonly SideFigures[],
  { series }: TimelineChoice,
  stretch: Stretch,
): TemplateResult {
  const { playback } = texts();
  const { calendar } = recording;
  const firstDay = calendar.dayOf(recording.playback.from);
  const first = calendar.dayOf(stretch.from);
  const last = calendar.dayOf(stretch.to - 1);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const caption = playback.tableCaption(
    playback.series[series],
    recording.dayInWords(stretch.from),
    recording.dayInWords(stretch.to - 1),
  );
  const inWords = (value: number | undefined) => {
    if (value === undefined) return missing;
    return shares.has(series) ? percent(value) : number(value, Number.isInteger(value) ? 0 : 1);
  };
  return html`
    <div class="wide-table timeline-table" role="region" tabindex="0" aria-label=${caption}>
      <table class="ds-table small" data-color="neutral">
        <caption class="ds-sr-only">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${playback.tableDay}</th>
            ${sides.map(({ side, band }) => {
              const plan = side.toUpperCase();
              return html`<th scope="col">${playback.tableValue(plan)}</th>
                ${band ? html`<th scope="col">${playback.tableBand(plan)}</th>` : ''}
                <th scope="col">${playback.tableBreaches(plan)}</th>
                <th scope="col">${playback.tableDiversions(plan)}</th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${days.map((day) => {
            const index = day - firstDay;
            const from = calendar.midnight(day);
            const to = calendar.midnight(day + 1);
            return html`<tr>
              <th scope="row">${dayName(recording, day)}</th>
              ${sides.map(({ values, band, marks }) => {
                const count = (times: Float64Array) =>
                  number(times.reduce((sum, time) => sum + Number(time >= from && time < to), 0));
                return html`<td>${inWords(values[index])}</td>
                  ${
                    band ? html`<td>${playback.interval(inWords(band.low[index]), inWords(band.high[index]))}</td>` : ''
                  }
                  <td>${count(marks.breach)}</td>
                  <td>${count(marks.diversion)}</td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  `;
}

function dayName(recording: Recording, day: number): string {
  const { calendar } = recording;
  const name = date(recording.dateAt(calendar.midnight(day)), true);
  const holiday = holidayOn(calendar, day);
  const { playback } = texts();
  return holiday ? playback.dayWithHoliday(name, playback.holidays[holiday]) : name;
}
