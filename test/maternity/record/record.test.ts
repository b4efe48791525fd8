import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { originIds } from '../../../sim-core/maternity/model-inputs.ts';
import type { Playback } from '../../../sim-core/maternity/record/columns.ts';
import { runReplication } from '../../../sim-core/maternity/run-replication.ts';
import { workingTimeRules } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { changed } from '../../support/scenarios.ts';
import { runAndKeep, someWeeks } from '../patterns/some-weeks.ts';

describe('the recording of some weeks with teams', () => {
  // Nobody may work on Sundays, so that the roster has breaches too.
  const strict = changed(someWeeks('stockholm-ahus-sektor'), ({ data: { workingTime } }) => {
    workingTime.sundays.limit = 0;
    workingTime.sundays.byAgreement = 0;
  });
  const { inputs, service, indicators, playback } = runAndKeep(strict);
  const { calendar, staffing, teamWork } = service;
  const { trace, women, contacts, people, roster, work, breaches, from, to } = playback;
  const isOfTeam = (person: number): boolean =>
    service.workforce.units[people.unit[person]!]!.kind === 'continuityTeam';

  it('has every woman of the trace, with the birth that the trace has of her', () => {
    expect(new Set(Object.values(women).map(({ length }) => length)).size).toBe(1);
    const born = new Map<number, number>();
    for (const [row, state] of trace.state.entries()) {
      if (state === TraceState.birth) born.set(trace.entity[row]!, trace.time[row]!);
    }
    expect(born.size).toBeGreaterThan(1000);
    for (const [woman, bornAt] of women.bornAt.entries()) expect(bornAt).toBe(born.get(woman) ?? NaN);
    const withTeam = [...women.team.keys()].filter((woman) => women.team[woman]! >= 0);
    expect(withTeam.length).toBeGreaterThan(50);
    for (const woman of withTeam) expect(isOfTeam(women.namedMidwife[woman]!)).toBe(true);
  });

  it('has every contact that the trace tells of, and nothing after the horizon', () => {
    const keyOf = (woman: number, kind: number, time: number): string => `${woman} ${kind} ${time}`;
    const recorded = new Set<string>();
    for (const [row, woman] of contacts.woman.entries()) {
      recorded.add(keyOf(woman, contacts.kind[row]!, contacts.start[row]!));
      expect(contacts.end[row]!).toBeGreaterThanOrEqual(contacts.start[row]!);
      expect(contacts.start[row]).toBeLessThan(to);
    }
    let told = 0;
    for (const [row, state] of trace.state.entries()) {
      if (state < TraceState.contact) continue;
      told++;
      expect(recorded.has(keyOf(trace.entity[row]!, state - TraceState.contact, trace.time[row]!))).toBe(true);
    }
    expect(told).toBeGreaterThan(5000);
  });

  it('has somebody begin a shift on every day on which the roster has her and she is not away', () => {
    const begins = new Set<string>();
    for (const [row, state] of trace.state.entries()) {
      const time = trace.time[row]!;
      if (state === TraceState.shiftBegins) begins.add(`${trace.other[row]} ${calendar.dayOf(time)}`);
    }
    expect(roster.firstDay).toBe(0);
    expect(roster.days).toBe(calendar.dayOf(to));
    expect(roster.planned).toHaveLength(people.unit.length * roster.days);
    let worked = 0;
    let away = 0;
    for (const person of people.unit.keys()) {
      for (let day = 1; day < roster.days; day++) {
        const cell = person * roster.days + day;
        expect(roster.plannedUnit[cell]! < 0).toBe(roster.planned[cell] === 0);
        if (roster.planned[cell] === 0) continue;
        if (roster.absence[cell] !== 0) away++;
        else if (begins.has(`${person} ${day}`)) worked++;
        else throw new Error(`Person ${person} did not come on day ${day}`);
      }
    }
    expect(away / (away + worked)).toBeGreaterThan(0.05);
    expect(away / (away + worked)).toBeLessThan(0.4);
  });

  it('has a spell of work for every shift that ends, and the hours of the teams', () => {
    const ends = (rows: Iterable<[number, number]>): string[] => [...rows].map(([who, at]) => `${who} ${at}`).sort();
    const ofTrace: [number, number][] = [];
    for (const [row, state] of trace.state.entries()) {
      if (state === TraceState.shiftEnds && trace.other[row]! >= 0) ofTrace.push([trace.other[row]!, trace.time[row]!]);
    }
    const ofWork: [number, number][] = [];
    let teamMinutes = 0;
    for (const [row, person] of work.person.entries()) {
      const end = work.end[row]!;
      if (!isOfTeam(person)) {
        if (end < to) ofWork.push([person, end]);
      } else teamMinutes += Math.max(0, Math.min(end, to) - Math.max(work.start[row]!, from));
    }
    expect(ends(ofWork)).toEqual(ends(ofTrace));
    expect(teamMinutes / 60).toBeCloseTo(teamWork.workedHours, 6);
    expect(teamMinutes).toBeGreaterThan(10_000);
  });

  it('has the breaches that the indicators count', () => {
    const ofBasis = (worked: number): number => breaches.worked.filter((basis) => basis === worked).length;
    const { counts } = staffing;
    const all = (column: Int32Array): number => column.reduce((sum, count) => sum + count, 0);
    const rostered = all(counts.planned) - all(counts.onHoliday);
    const shifts =
      rostered - all(counts.sick) - all(counts.inTraining) + all(counts.extraShifts) + all(counts.overtimeShifts);
    expect(ofBasis(0)).toBeCloseTo((indicators['plannedBreaches']! * rostered) / 1000, 6);
    expect(ofBasis(1)).toBeCloseTo((indicators['workedBreaches']! * (shifts + teamWork.workingDays)) / 1000, 6);
    expect(ofBasis(0)).toBeGreaterThan(0);
    expect(ofBasis(1)).toBeGreaterThan(0);
    for (const [row, day] of breaches.day.entries()) {
      expect(day).toBeGreaterThanOrEqual(calendar.dayOf(from));
      expect(day).toBeLessThan(calendar.dayOf(to));
      expect(breaches.size[row]).toBeGreaterThan(0);
      expect(breaches.rule[row]).toBeLessThan(workingTimeRules.length);
    }
  });

  it('names origins and people that there are', () => {
    for (const origin of women.origin) expect(originIds(inputs)[origin]).toBeDefined();
    for (const person of work.person) expect(people.unit[person]).toBeDefined();
  });
});

describe('a woman', () => {
  const seed = 'the same woman';
  const recorded = (inputs: ModelInputs): Playback => runReplication(inputs, seed, 0, true).playback!;
  const base = someWeeks('dagens');
  const today = recorded(base);
  const idOf = ({ women }: Playback, woman: number): string => `${women.origin[woman]} ${women.birthNumber[woman]}`;
  const whoIs = ({ women }: Playback, woman: number): number[] => [
    women.age[woman]!,
    women.nulliparous[woman]!,
    women.plurality[woman]!,
    women.vulnerability[woman]!,
  ];
  const byId = (playback: Playback): Map<string, number> =>
    new Map(Array.from(playback.women.origin.keys(), (woman) => [idOf(playback, woman), woman]));
  const ofToday = byId(today);

  it('has a number of her own', () => {
    expect(ofToday.size).toBe(today.women.origin.length);
  });

  it.each(['stockholm-ahus-sektor', 'stockholm-ahus-sektor-med-effekt', 'en-til-en-norm'])(
    'is the same in today’s service and in %s',
    (name) => {
      const other = recorded(someWeeks(name));
      expect(byId(other).size).toBe(ofToday.size);
      for (const [id, woman] of byId(other)) expect(whoIs(other, woman)).toEqual(whoIs(today, ofToday.get(id)!));
    },
  );

  it('is the same where there are fewer births, or more', () => {
    for (const [name, isFewer] of [
      ['faerre-fodsler', true],
      ['flere-fodsler', false],
    ] as const) {
      const other = recorded(someWeeks(name));
      const ofOther = byId(other);
      const common = [...ofOther.keys()].filter((id) => ofToday.has(id));
      for (const id of common) expect(whoIs(other, ofOther.get(id)!)).toEqual(whoIs(today, ofToday.get(id)!));
      expect(common.length).toBe(isFewer ? ofOther.size : ofToday.size);
      expect(ofOther.size).not.toBe(ofToday.size);
    }
  });

  it('is the same over a longer horizon', () => {
    const longer = structuredClone(base);
    longer.horizon.end = '2027-06-30';
    const other = recorded(longer);
    const ofOther = byId(other);
    expect(ofOther.size).toBeGreaterThan(ofToday.size);
    for (const [id, woman] of ofToday) expect(whoIs(other, ofOther.get(id)!)).toEqual(whoIs(today, woman));
  });

  it('is another in another replication', () => {
    const other = runReplication(base, seed, 1, true).playback!;
    const ages = [...byId(other)].filter(([id, woman]) => {
      const then = ofToday.get(id);
      return then !== undefined && other.women.age[woman] === today.women.age[then];
    });
    expect(ages.length).toBeLessThan(0.3 * ofToday.size);
  });
});
