import { html, nothing, type TemplateResult } from 'lit-html';
import { missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { timeLink, womanLink, type Actions } from './links.ts';
import {
  clockTime,
  dayName,
  instant,
  lengthInWords,
  lower,
  providerName,
  siteName,
  unitName,
  womanName,
} from './names.ts';
import type { Recorded } from './recorded.ts';
import { inline, small, tableOf } from './tables.ts';
import type { BreachExplained, ExplainedSpell, ShiftStaffing } from './why-breach.ts';
import type { OneToOneExplained } from './why-not-one-to-one.ts';
import { hoursOf } from './work-week.ts';

/** Spells around a breach that are told of in sentences; the table has them all. */
const mostSpells = 8;
const leastRestHours = 1;

/** What led to a breach: the rule, its limit, and what happened in order of time. */
export function breachView(recorded: Recorded, explained: BreachExplained, actions: Actions): TemplateResult {
  const { why } = texts().people;
  const { rule, person, isWorked, limit, reached, moment } = explained;
  const unit = recorded.playback.people.unit[person]!;
  return html`
    <p>${why.who(lower(providerName(recorded, person)), lower(unitName(recorded, unit)))}</p>
    <p>
      ${why.limits[rule](figure(rule === 'sundays', limit), figure(rule === 'sundays', reached))}
      ${isWorked ? why.worked : why.planned}
    </p>
    <p class="details-buttons">
      ${small(why.goTo, () => actions.goTo(moment))} ${small(why.week, () => actions.openPerson(person))}
    </p>
    ${
      explained.planned.length === 0
        ? nothing
        : html`<h4 class="ds-heading">${why.story}</h4>
            <ol class="details-story">
              ${storyOf(explained).map((spell) => sentenceOf(recorded, explained, spell, actions))}
            </ol>
            <h4 class="ds-heading">${why.table}</h4>
            ${shiftTable(recorded, explained, actions)}`
    }
  `;
}

function figure(isWhole: boolean, value: number): string {
  return number(value, isWhole ? 0 : 1);
}

/** The spells closest to the moment at which it shows, in order. */
function storyOf({ spells, moment, rule }: BreachExplained): readonly ExplainedSpell[] {
  if (spells.length <= mostSpells) return spells;
  const beyond = spells.filter(({ kind }) => kind !== 0);
  if ((rule === 'longestWeek' || rule === 'averageWeek') && beyond.length > 0) return beyond.slice(0, mostSpells);
  const near = [...spells].sort((a, b) => Math.abs(a.from - moment) - Math.abs(b.from - moment)).slice(0, mostSpells);
  return near.sort((a, b) => a.from - b.from);
}

function sentenceOf(
  recorded: Recorded,
  { rests, rule, limit }: BreachExplained,
  spell: ExplainedSpell,
  actions: Actions,
): TemplateResult {
  const { people } = texts();
  const { why, week } = people;
  const rest = rests.find(({ from }) => from === spell.to);
  const when = instant(recorded, spell.from);
  const kind = spell.contactKind < 0 ? '' : people.contactKinds[spell.contactKind]!;
  const isShort = rule === 'dailyRest' && rest !== undefined && hoursOf(rest) < limit;
  return html`<li>
    ${why.spell(when, clockTime(recorded, spell.to), number(hoursOf(spell), 1), week.kinds[spell.kind]!, lower(unitName(recorded, spell.unit)))}
    ${
      spell.woman < 0
        ? nothing
        : html`${why.because(lower(womanName(spell.woman)), kind)} ${womanLink(spell.woman, actions)}.`
    }
    ${spell.staffing === undefined ? nothing : staffingInWords(spell.staffing)}
    ${
      rest === undefined || hoursOf(rest) < leastRestHours
        ? nothing
        : html`${why.restBetween(number(hoursOf(rest), 1))} ${isShort ? html`<b>(${why.restTooShort})</b>` : nothing}`
    }
    ${inline(why.goTo, () => actions.goTo(spell.from), `${why.goTo}: ${when}`)}
  </li>`;
}

/** How a shift was staffed, in one or two sentences. */
function staffingInWords({ shift, posts, planned, absent }: ShiftStaffing): string {
  const { why, week } = texts().people;
  const first = why.staffing(week.shifts[shift]!, number(planned), number(absent));
  if (!Number.isFinite(posts)) return first;
  const open = Math.max(0, posts - planned + absent);
  return `${first} ${open > 0 ? why.posts(number(posts), number(open)) : why.noOpen(number(posts))}`;
}

function shiftTable(recorded: Recorded, { planned, spells }: BreachExplained, actions: Actions): TemplateResult {
  const { people } = texts();
  const { table, week, why } = people;
  return tableOf(
    why.table,
    [{ head: table.day }, { head: week.planned }, { head: table.absence }, { head: table.worked }],
    planned.map(({ day, shift, absence }) => {
      const mine = spells.filter(({ from }) => recorded.calendar.dayOf(from) === day);
      return [
        dayName(recorded, day, true),
        week.shifts[shift]!,
        week.absences[absence] || missing,
        html`<ul class="details-plain">
          ${mine.map(
            (spell) =>
              html`<li>
                ${timeLink(recorded, spell.from, actions)}–${clockTime(recorded, spell.to)} ${week.kinds[spell.kind]}
              </li>`,
          )}
        </ul>`,
      ];
    }),
  );
}

/** Why a woman had no midwife of her own in active labour. */
export function oneToOneView(recorded: Recorded, why: OneToOneExplained | undefined, actions: Actions): TemplateResult {
  const { people } = texts();
  const { oneToOne } = people;
  if (why === undefined) return html`<p>${oneToOne.kept}</p>`;
  const when = instant(recorded, why.from);
  const others = why.sharedWith.map((woman) => lower(womanName(woman)));
  return html`
    <p>
      ${oneToOne[why.care](when, lengthInWords(why.to - why.from))}
      ${others.length > 0 ? oneToOne.with(others.join(', ')) : nothing}
      ${oneToOne.ward(siteName(recorded, why.site), number(why.onDuty), number(why.inActiveLabour))}
      ${why.waitingForRoom > 0 ? oneToOne.waiting(number(why.waitingForRoom)) : nothing}
      ${why.staffing ? staffingInWords(why.staffing) : nothing}
    </p>
    ${why.sharedWith.length > 0 ? html`<p>${why.sharedWith.map((woman) => html`${womanLink(woman, actions)} `)}</p>` : nothing}
    <p class="details-buttons">${small(people.why.goTo, () => actions.goTo(why.from))}</p>
    <p class="small quiet">${oneToOne.breaks}</p>
  `;
}
