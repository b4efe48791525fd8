import { html, type TemplateResult } from 'lit-html';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { workingTimeRules } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { missing, number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Happenings } from './happenings.ts';
import { providerLink, timeLink, womanLink, type Actions } from './links.ts';
import { knownAtBirth, midwivesMet } from './meetings.ts';
import { lengthInWords, originName, parityName, siteName, unitName } from './names.ts';
import { breachTable } from './person-view.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';
import { pagedTable } from './tables.ts';

export const listNames = ['breaches', 'oneToOne', 'waits', 'diversions'] as const;
export type ListName = (typeof listNames)[number];

/** Which breaches are listed; an empty text is all. */
export interface BreachFilter {
  rule: string;
  unit: string;
}

/** All breaches of the plan, by rule and by unit. @param onFilter called when others are to be listed */
export function breachList(
  recorded: Recorded,
  filter: BreachFilter,
  onFilter: (filter: BreachFilter) => void,
  actions: Actions,
): TemplateResult {
  const { lists, rules, table } = texts().people;
  const { breaches, people } = recorded.playback;
  const rows = Array.from(breaches.rule, (_, row) => row);
  const unitOf = (row: number): number => people.unit[breaches.person[row]!]!;
  const present = new Set(rows.map((row) => workingTimeRules[breaches.rule[row]!]!));
  const units = [...new Set(rows.map(unitOf))].sort((a, b) => a - b);
  const chosen = rows
    .filter((row) => filter.rule === '' || workingTimeRules[breaches.rule[row]!] === filter.rule)
    .filter((row) => filter.unit === '' || String(unitOf(row)) === filter.unit)
    .sort((a, b) => breaches.day[a]! - breaches.day[b]!);
  return html`
    <div class="details-filters">
      ${choice(
        lists.rule,
        filter.rule,
        [...present].map((rule) => [rule, rules[rule]]),
        (rule) => onFilter({ ...filter, rule }),
      )}
      ${choice(
        lists.unit,
        filter.unit,
        units.map((unit) => [String(unit), unitName(recorded, unit)]),
        (unit) => onFilter({ ...filter, unit }),
      )}
    </div>
    <p class="small quiet">${lists.count(number(chosen.length))} (${table.basis.toLowerCase()})</p>
    ${breachTable(recorded, chosen, actions, 'breaches', (person) => providerLink(recorded, person, actions))}
  `;
}

function choice(
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  onChoice: (value: string) => void,
): TemplateResult {
  const { lists } = texts().people;
  const id = `details-filter-${label}`;
  return html`<div class="field" data-size="sm">
    <label class="ds-label" for=${id}>${label}</label>
    <select class="ds-input" id=${id} @change=${(event: Event) => onChoice((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${value === ''}>${lists.all}</option>
      ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
    </select>
  </div>`;
}

/** Moves in labour from one site to another. */
export function diversionList(recorded: Recorded, { diversions }: Happenings, actions: Actions): TemplateResult {
  const { lists, table } = texts().people;
  return pagedTable(
    lists.diversions,
    [{ head: table.woman }, { head: table.when }, { head: table.from }, { head: table.to }, { head: table.parity }],
    diversions,
    ({ woman, time, from, to }) => [
      womanLink(woman, actions),
      timeLink(recorded, time, actions),
      siteName(recorded, from),
      siteName(recorded, to),
      parityName(recorded, woman),
    ],
    actions.pages('diversions'),
  );
}

/** Waits of women in labour and after birth, the longest first. */
export function waitList(recorded: Recorded, { waits }: Happenings, actions: Actions): TemplateResult {
  const { lists, table, waits: names } = texts().people;
  return pagedTable(
    lists.waits,
    [
      { head: table.woman },
      { head: table.what },
      { head: table.when },
      { head: table.site },
      { head: table.duration, isFigure: true },
    ],
    waits,
    ({ woman, what, from, site, minutes }) => [
      womanLink(woman, actions),
      names[what],
      timeLink(recorded, from, actions),
      siteName(recorded, site),
      lengthInWords(minutes),
    ],
    actions.pages('waits'),
  );
}

/** Labours in which a woman shared her midwife or had none. */
export function oneToOneList(recorded: Recorded, { brokenOneToOne }: Happenings, actions: Actions): TemplateResult {
  const { lists, table } = texts().people;
  return pagedTable(
    lists.oneToOne,
    [
      { head: table.woman },
      { head: table.when },
      { head: table.site },
      { head: table.shared, isFigure: true },
      { head: table.alone, isFigure: true },
    ],
    brokenOneToOne,
    ({ woman, from, site, shared, alone }) => [
      womanLink(woman, actions),
      timeLink(recorded, from, actions),
      siteName(recorded, site),
      number(shared),
      number(alone),
    ],
    actions.pages('oneToOne'),
  );
}

/** The women behind a figure. */
export function womenList(
  recorded: Recorded,
  index: RecordingIndex,
  women: readonly number[],
  title: string,
  actions: Actions,
): TemplateResult {
  const { people } = texts();
  const { table } = people;
  const { trace, women: facts } = recorded.playback;
  return html`
    <p>${people.behind.count(number(women.length))}</p>
    ${pagedTable(
      title,
      [
        { head: table.woman },
        { head: table.district },
        { head: table.parity },
        { head: table.born },
        { head: table.site },
        { head: table.known },
        { head: table.met, isFigure: true },
      ],
      women,
      (woman) => {
        const birth = rowsOfKey(index.traceOfWoman, woman).find((row) => trace.state[row] === TraceState.birth);
        return [
          womanLink(woman, actions),
          originName(recorded, facts.origin[woman]!),
          parityName(recorded, woman),
          birth === undefined ? missing : timeLink(recorded, trace.time[birth]!, actions),
          birth === undefined ? missing : siteName(recorded, trace.place[birth]!),
          birth === undefined ? missing : people.known[knownAtBirth(recorded, index, woman)],
          number(midwivesMet(recorded, index, woman)),
        ];
      },
      actions.pages('women'),
    )}
  `;
}
