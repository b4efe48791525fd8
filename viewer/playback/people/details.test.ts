import { beforeAll, describe, expect, test } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { womanCosts } from '../../../sim-core/maternity/economy/woman-costs.ts';
import { runReplication } from '../../../sim-core/maternity/run-replication.ts';
import { checkWorkingTime } from '../../../sim-core/maternity/staff/working-time-check.ts';
import { workingTimeLimits, workingTimeRules } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { changed, shippedInputs } from '../../../test/support/scenarios.ts';
import { peopleBehind } from './behind-figures.ts';
import { costsOfWoman } from './costs-of-woman.ts';
import { birthsOf } from './counted-women.ts';
import { collect } from './happenings.ts';
import { acquaintancesOf, whomSheMet } from './meetings.ts';
import { pathwayOf } from './pathway.ts';
import type { Recorded } from './recorded.ts';
import { indexNow, type RecordingIndex } from './recording-index.ts';
import { atOnce, rowsByKey, rowsOfKey } from './row-index.ts';
import { hoursPerWeek, mondayOf, restsBetween, shortestDailyRest, spellsOf, workWeek } from './work-week.ts';
import { whyBreach } from './why-breach.ts';
import { whyNotOneToOne } from './why-not-one-to-one.ts';

const inputs = changed(shippedInputs('stockholm-ahus-sektor'), ({ horizon }) => {
  horizon.end = '2027-06-30';
});
let recorded: Recorded;
let index: RecordingIndex;
let indicators: Record<string, number>;

beforeAll(() => {
  const result = runReplication(inputs, 'details', 0, true);
  recorded = { inputs, playback: result.playback!, calendar: new Calendar(result.playback!.clockStart) };
  index = indexNow(recorded.playback);
  ({ indicators } = result);
}, 120_000);

/** Some of the women who gave birth, spread over the period. */
const sample = (): number[] => birthsOf(recorded).flatMap(({ woman }, at) => (at % 40 === 0 ? [woman] : []));

/** Whether she was moved in labour. */
const waysBetween = (woman: number): boolean => peopleBehind(recorded, 'diversions')!.includes(woman);

describe('rows by key', () => {
  test('every row of a key, in order, and nothing else', () => {
    const keys = Int32Array.from([2, 0, -1, 2, 1, 2, 7]);
    const found = atOnce(rowsByKey(keys, 3, (row) => row !== 3));
    expect([0, 1, 2].map((key) => [...rowsOfKey(found, key)])).toEqual([[1], [4], [0, 5]]);
  });
});

describe('a woman', () => {
  test('stays follow each other without gaps from the first to the last that is known', () => {
    for (const woman of sample()) {
      const { stays, from, to } = pathwayOf(recorded, index, woman);
      const places = stays.filter(({ lane }) => lane !== 'neonatal');
      expect(places[0]!.from).toBe(from);
      expect(places.at(-1)!.to).toBe(to);
      places.slice(1).forEach((stay, at) => expect(stay.from).toBe(places[at]!.to));
    }
  });

  test('nobody is at home when she gives birth at a site', () => {
    for (const woman of sample()) {
      const { stays, bornAt } = pathwayOf(recorded, index, woman);
      const there = stays.find(({ lane, from, to }) => lane !== 'neonatal' && from <= bornAt && to > bornAt)!;
      expect(there.lane).not.toBe('home');
    }
  });

  test('care in active labour is accounted for without gaps until the birth or theatre', () => {
    let stretches = 0;
    for (const woman of sample()) {
      const { care, bornAt } = pathwayOf(recorded, index, woman);
      const moved = waysBetween(woman);
      care.slice(1).forEach((stretch, at) => {
        if (!moved) expect(stretch.from).toBe(care[at]!.to);
      });
      for (const { from, to } of care) expect(to).toBeGreaterThan(from);
      if (care.length > 0) expect(care.at(-1)!.to).toBeLessThanOrEqual(bornAt);
      stretches += care.length;
    }
    expect(stretches).toBeGreaterThan(0);
  });

  test('the share of active labour with a midwife of one’s own is that of the indicator, short breaks aside', () => {
    const minutes = { own: 0, shared: 0, alone: 0 };
    for (const { woman } of birthsOf(recorded))
      for (const { care, from, to } of pathwayOf(recorded, index, woman).care) minutes[care] += to - from;
    const own = minutes.own / (minutes.own + minutes.shared + minutes.alone);
    expect(own).toBeGreaterThanOrEqual(indicators['oneToOne']!);
    expect(own - indicators['oneToOne']!).toBeLessThan(0.05);
    expect(minutes.alone / (minutes.own + minutes.shared + minutes.alone)).toBeCloseTo(indicators['aloneInLabour']!, 3);
  });

  test('she meets each person as new once at most, and never her own midwife or her team', () => {
    for (const woman of sample()) {
      const { contacts } = pathwayOf(recorded, index, woman);
      const how = acquaintancesOf(recorded, woman, contacts);
      const isNew = contacts.filter((_, at) => how[at] === 'new').map(({ provider }) => provider);
      expect(new Set(isNew).size).toBe(isNew.length);
      expect(isNew).not.toContain(recorded.playback.women.namedMidwife[woman]);
      const met = whomSheMet(recorded, index, woman, contacts);
      expect(met.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(contacts.length);
    }
  });

  test('who was with her at the birth is known to her for as many as the indicators say', () => {
    const isOurs = new Set(['named', 'team', 'met'].flatMap((how) => peopleBehind(recorded, `${how}Midwife`)!));
    for (const woman of sample()) {
      const { contacts } = pathwayOf(recorded, index, woman);
      const atBirth = whomSheMet(recorded, index, woman, contacts).find((met) => met.atBirth);
      if (isOurs.has(woman)) expect(atBirth?.knownAtBirth).toBe(true);
      else if (peopleBehind(recorded, 'unknownMidwife')!.includes(woman))
        expect(atBirth?.knownAtBirth ?? false).toBe(false);
    }
  });

  test('her costs are those that the whole record gives', () => {
    for (const woman of sample().slice(0, 12))
      expect(costsOfWoman(recorded, index, woman)).toEqual(womanCosts(inputs, recorded.playback, woman));
  });

  test('waits for a bed are those of the women behind the figure, and one-to-one is explained for everyone who lacked it', () => {
    const { waits, brokenOneToOne, diversions } = atOnce(collect(recorded, index));
    // The figure counts by when the wait ended, the list by when the child was born.
    const listed = new Set(waits.filter(({ what }) => what === 'bed').map(({ woman }) => woman));
    const born = new Set(birthsOf(recorded).map(({ woman }) => woman));
    for (const woman of peopleBehind(recorded, 'waitedForBed')!) if (born.has(woman)) expect(listed).toContain(woman);
    expect(diversions).toHaveLength(indicators['diversions']!);
    for (const { woman, shared } of brokenOneToOne.slice(0, 30)) {
      const why = whyNotOneToOne(recorded, index, pathwayOf(recorded, index, woman))!;
      expect(why.inActiveLabour).toBeGreaterThan(0);
      if (why.care === 'shared') expect(shared).toBeGreaterThan(0);
      if (why.care === 'shared') expect(why.sharedWith.length).toBeGreaterThan(0);
    }
  });
});

describe('a midwife', () => {
  test('rests lie between spells; those that touch or overlap have none', () => {
    const spells = [
      { from: 0, to: 60 },
      { from: 60, to: 90 },
      { from: 80, to: 85 },
      { from: 600, to: 700 },
    ];
    expect(restsBetween(spells)).toEqual([{ from: 90, to: 600 }]);
    // Of the 24 hours from minute 0 the longest free stretch is after minute 700; of those from 600, until minute 2040.
    expect(shortestDailyRest(spells, 0, 60)).toBe(1440 - 700);
    expect(shortestDailyRest(spells, 600, 1440)).toBe(2040 - 700);
    expect(shortestDailyRest(spells, 2000, 3000)).toBeNaN();
  });

  test('the weeks of the year have the hours that single weeks have', () => {
    for (let person = 0; person < recorded.playback.people.unit.length; person += 97) {
      for (const { monday, hours } of hoursPerWeek(recorded, index, person).slice(0, 5))
        expect(workWeek(recorded, index, person, monday).sums.worked).toBeCloseTo(hours, 6);
    }
  });

  test('a week begins on a Monday and holds seven days', () => {
    const monday = mondayOf(recorded, recorded.playback.from + 12_345);
    expect(recorded.calendar.weekday(monday)).toBe(0);
    expect(workWeek(recorded, index, 0, monday).planned.map(({ day }) => day - monday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('a breach', () => {
  test('of the daily rest has the size that the hours worked give', () => {
    const { calendar, playback } = recorded;
    const { work } = playback;
    // A rule so strict that the hours worked do not keep it.
    const strict = changed(inputs, ({ data }) => void (data.workingTime.dailyRest.byAgreement = 13));
    const limits = workingTimeLimits(strict);
    const column = <Values>(values: Values): { view: () => Values } => ({ view: () => values });
    const breaches = checkWorkingTime({
      limits,
      calendar,
      basis: 'worked',
      spells: {
        length: work.person.length,
        person: column(work.person),
        start: column(work.start),
        end: column(work.end),
      },
      people: playback.people.unit.length,
      fromDay: calendar.dayOf(playback.from),
      toDay: calendar.dayOf(playback.to),
    }).filter(({ rule }) => rule === 'dailyRest');
    expect(breaches.length).toBeGreaterThan(10);
    const broken: Recorded = {
      ...recorded,
      inputs: strict,
      playback: {
        ...playback,
        breaches: {
          rule: Uint8Array.from(breaches, ({ rule }) => workingTimeRules.indexOf(rule)),
          person: Int32Array.from(breaches, ({ person }) => person),
          day: Int32Array.from(breaches, ({ day }) => day),
          size: Float32Array.from(breaches, ({ size }) => size),
          worked: new Uint8Array(breaches.length).fill(1),
        },
      },
    };
    for (const [row, { person, day, size }] of breaches.slice(0, 100).entries()) {
      const spells = spellsOf(broken, index, person);
      const explained = whyBreach(broken, index, row);
      expect(explained.limit).toBe(13);
      expect(explained.reached * 60).toBeCloseTo(limits.dailyRest - size, 2);
      // Spells with the same longest stretch are one breach, which begins on its first day.
      const shortest = shortestDailyRest(spells, calendar.midnight(day), calendar.midnight(day + 2));
      expect(shortest).toBeLessThanOrEqual(limits.dailyRest - size + 0.01);
      expect(explained.spells.some(({ from }) => calendar.dayOf(from) === day)).toBe(true);
      expect(explained.moment).toBeGreaterThanOrEqual(calendar.midnight(day));
    }
  });

  test('of a long week has as many hours as were worked and were on call', () => {
    const { breaches } = recorded.playback;
    const rule = workingTimeRules.indexOf('longestWeek');
    const rows = Array.from(breaches.rule.keys()).filter(
      (row) => breaches.rule[row] === rule && breaches.worked[row] === 1,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const { reached, limit, spells } = whyBreach(recorded, index, row);
      expect(reached).toBeGreaterThan(limit);
      expect(spells.length).toBeGreaterThan(0);
    }
  });
});
