import { continuityTable } from '../indicators/continuity-table.ts';
import type { MaternityService } from '../maternity-service.ts';
import { originIds, siteIds } from '../model-inputs.ts';
import { employmentSpells } from '../staff/employment-spells.ts';
import type { Person } from '../staff/person.ts';
import { isCaesarean } from '../women/population.ts';
import { caseloadClassWomen, longestStayHours, stayClassHours } from './patterns.ts';

const minutesPerHour = 60;
const daysPerYear = 365.25;

/** Counts by class, one list for each key. */
type Counts = Record<string, Float64Array>;

/** Women who left hospital within the horizon, by length of stay after birth; see `Patterns.stay`. */
export function stayCounts({ inputs, observations }: MaternityService): Counts {
  const sites = siteIds(inputs);
  const origins = originIds(inputs);
  const classes = longestStayHours / stayClassHours + 1;
  const keys = ['all', 'vaginal', 'caesarean', ...sites, ...districtsOf(origins, inputs.data.origins)];
  const counts: Counts = Object.fromEntries(keys.map((key) => [key, new Float64Array(classes)]));
  for (const { birthSite, origin, fate, bornAt, dischargedAt } of observations.discharges) {
    const hours = (dischargedAt - bornAt) / minutesPerHour;
    const of = Math.min(classes - 1, Math.floor(hours / stayClassHours));
    const mode = isCaesarean(fate.mode) ? 'caesarean' : 'vaginal';
    for (const key of ['all', mode, sites[birthSite]!, origins[origin]!]) {
      const list = counts[key];
      if (list !== undefined) list[of]!++;
    }
  }
  return counts;
}

/** Women by number of different midwives met; see `Patterns.midwivesMet`. */
export function midwivesMetCounts(service: MaternityService): Counts {
  const { inputs } = service;
  const { observed, measures } = continuityTable(service);
  const origins = originIds(inputs);
  const lists: Record<string, number[]> = { all: [], pregnancy: [], birth: [], postnatal: [] };
  for (const id of districtsOf(origins, inputs.data.origins)) lists[`all.${id}`] = [];
  const count = (key: string, met: number): void => {
    const list = (lists[key] ??= []);
    while (list.length <= met) list.push(0);
    list[met]!++;
  };
  for (const [row, { origin }] of observed.entries()) {
    count('all', measures.met[row]!);
    count(`all.${origins[origin]!}`, measures.met[row]!);
    count('pregnancy', measures.metInPregnancy[row]!);
    count('birth', measures.metAtBirth[row]!);
    count('postnatal', measures.metAfterBirth[row]!);
  }
  return columnsOf(lists);
}

/** Midwives by women whose named midwife they were, per full-time year; see `Patterns.caseload`. */
export function caseloadCounts({ workforce, women, calendar, horizon }: MaternityService): Counts {
  const fromDay = calendar.dayOf(horizon.from);
  const toDay = calendar.dayOf(horizon.to);
  const births = new Int32Array(workforce.people.length);
  for (const { namedMidwife, bornAt } of women) {
    if (namedMidwife >= 0 && bornAt >= horizon.from && bornAt < horizon.to) births[namedMidwife]!++;
  }
  const lists: Record<string, number[]> = { team: [], district: [] };
  const count = (list: number[], person: Person): void => {
    const days = employmentSpells(person, fromDay, toDay).reduce((sum, spell) => sum + spell.toDay - spell.fromDay, 0);
    const years = (person.position * days) / daysPerYear;
    if (years === 0) return;
    const of = Math.floor(births[person.number]! / years / caseloadClassWomen);
    while (list.length <= of) list.push(0);
    list[of]!++;
  };
  for (const { index, kind, profession } of workforce.units) {
    if (profession !== 'midwife') continue;
    const people = [...workforce.peopleOf[index]!, ...workforce.sharedPeopleOf(index)];
    if (kind === 'continuityTeam') for (const person of people) count(lists['team']!, person);
    if (kind === 'healthStation') for (const person of people) count(lists['district']!, person);
  }
  return columnsOf(lists);
}

function districtsOf(origins: readonly string[], data: Record<string, { outside?: boolean | undefined }>): string[] {
  return origins.filter((id) => data[id]!.outside !== true);
}

function columnsOf(lists: Record<string, number[]>): Counts {
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, Float64Array.from(list)]));
}
