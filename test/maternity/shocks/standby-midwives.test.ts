import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { Simulation } from '../../../sim-core/kernel/index.ts';
import { runReplication, simulate } from '../../../sim-core/maternity/run-replication.ts';
import { StandbyMidwives } from '../../../sim-core/maternity/places/standby-midwives.ts';
import { ShiftTimes } from '../../../sim-core/maternity/staff/shift-times.ts';
import { breachesByRule } from '../../../sim-core/maternity/staff/breach.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import { interventionsOf } from '../../../sim-core/maternity/interventions.ts';
import { changed, clockOf, shippedInputs, smallInputs } from '../../support/scenarios.ts';
import { careOffDuty, doubleWork, inTwoPlaces, unpaidHours } from '../../support/service-checks.ts';
import { madeWorkforce } from '../staff/made-workforce.ts';

const hour = 60;
const always = '2000-01-01';

function withNorm(inputs: ModelInputs, standby: number, start = always, end?: string): ModelInputs {
  return changed(inputs, ({ interventions, data }) => {
    for (const site of Object.keys(data.sites)) {
      interventions.push({ model: 'one-to-one-norm', start, ...(end !== undefined && { end }), site, standby });
    }
  });
}

/** Standby of a ward with six people, of whom the given ones may come; tells who was called, when, for when and until. */
function story(standby: number, mayCome = [0, 1, 2, 3, 4, 5], start = always) {
  const inputs = changed(smallInputs(100, 30, 0), ({ data, interventions }) => {
    Object.assign(data.oneToOneNorm, { callAfter: 20, journey: 40 });
    const site = Object.keys(data.sites)[0]!;
    interventions.push({ model: 'one-to-one-norm', start, site, standby });
  });
  const { calendar } = clockOf(inputs);
  const simulation = new Simulation();
  const workforce = madeWorkforce([{ people: 6, posts: 2 }], 60);
  const calls: [number, number, number, number][] = [];
  const onCall: [number, number, number][] = [];
  const midwives = new StandbyMidwives(
    {
      simulation,
      calendar,
      inputs,
      workforce,
      shiftTimes: new ShiftTimes(inputs, calendar),
      staffing: {
        mayBeCalledIn: (person) => mayCome.includes(person),
        callIn: (person, _unit, _day, arrivesAt, end) => calls.push([person, simulation.now, arrivesAt, end]),
      },
      onCall: ({ number }, from, to) => onCall.push([number, from, to]),
    },
    interventionsOf(inputs, calendar, 'one-to-one-norm'),
    workforce.units[0]!,
  );
  const { day, evening, night } = inputs.data.staff.shifts;
  return { simulation, midwives, calls, onCall, day, evening, night, calendar };
}

function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number);
  return hours! * hour + rest!;
}

describe('a midwife on standby', () => {
  it('is called when one has been lacking for long enough, comes after her journey and stays until the shift ends', () => {
    const { simulation, midwives, calls, day } = story(1);
    simulation.run(9 * hour);
    midwives.setLacking(1);
    simulation.run(9 * hour + 19);
    midwives.setLacking(0);
    simulation.run(10 * hour);
    expect(calls).toEqual([]);
    midwives.setLacking(2);
    midwives.setLacking(1);
    simulation.run(10 * hour + 200);
    expect(calls).toEqual([[0, 10 * hour + 20, 10 * hour + 60, minutes(day.end)]]);
    expect(midwives.calls).toBe(1);
    expect(midwives.hours).toBeCloseTo((minutes(day.end) - 10 * hour - 20) / hour, 9);
  });

  it('is not called again while she is out: what is lacking then is counted once as unanswered', () => {
    const { simulation, midwives, calls, evening } = story(1);
    simulation.run(9 * hour);
    midwives.setLacking(2);
    simulation.run(minutes(evening.start));
    // One lacks whom nobody could replace; when the first has come the ward still lacks two.
    expect([calls.length, midwives.unanswered]).toEqual([1, 2]);
    simulation.run(minutes(evening.start) + 21);
    expect(calls.map(([person]) => person)).toEqual([0]);
    simulation.run(24 * hour);
    expect(midwives.unanswered).toBeGreaterThan(2);
  });

  it('has her turn, shift by shift, among those who may come; all are paid from one shift to the next', () => {
    const { simulation, onCall, day, evening, night } = story(2, [1, 2, 4]);
    simulation.run(24 * hour + minutes(day.start));
    const starts = [day, evening, night].map(({ start }) => minutes(start));
    const next = [starts[1]!, starts[2]!, 24 * hour + starts[0]!];
    expect(onCall).toEqual([1, 2, 4, 1, 2, 4].map((person, index) => [person, starts[index >> 1], next[index >> 1]]));
  });

  it('is nobody when nobody may come, and before the norm is in force', () => {
    const { simulation, midwives, calls, onCall } = story(1, []);
    simulation.run(9 * hour);
    midwives.setLacking(1);
    simulation.run(14 * hour);
    expect([calls.length, onCall.length, midwives.calls, midwives.unanswered]).toEqual([0, 0, 0, 1]);
    midwives.startCounting();
    expect([midwives.unanswered, midwives.hours]).toEqual([0, 0]);
    const later = story(1, [0, 1, 2], '2027-01-20');
    later.simulation.run(8 * hour);
    later.midwives.setLacking(1);
    later.simulation.run(24 * hour);
    expect([later.calls.length, later.midwives.unanswered]).toEqual([0, 0]);
    const starts = later.calendar.midnight(later.calendar.dayNumber('2027-01-20'));
    later.simulation.run(starts + 24 * hour);
    expect(later.onCall[0]![1]).toBe(starts + minutes(later.day.start));
  });
});

describe('the norm of one-to-one care in a run', () => {
  const today = changed(shippedInputs('dagens'), ({ horizon }) => (horizon.end = '2027-03-31'));

  it('raises the share of active labour with a midwife of her own, at a cost, the more so the more there are', () => {
    const runs = [0, 1, 3].map((standby) => {
      const { indicators } = runReplication(standby === 0 ? today : withNorm(today, standby), '1', 0, false);
      return { oneToOne: indicators.oneToOne!, cost: indicators.netCostTotal!, calls: indicators.standbyCalls! };
    });
    const [none, one, three] = runs;
    expect(none!.calls).toBe(0);
    expect(one!.oneToOne).toBeGreaterThan(none!.oneToOne + 0.003);
    expect(three!.oneToOne).toBeGreaterThan(one!.oneToOne);
    expect(one!.cost).toBeGreaterThan(none!.cost);
    expect(three!.cost).toBeGreaterThan(one!.cost);
    expect(three!.calls).toBeGreaterThan(one!.calls);
  });

  it('never breaks the daily rest of those who are called in, and they are at work, paid and in one place', () => {
    const service = simulate(withNorm(today, 2), '1', 0, false);
    const { worked } = service.staffing;
    const calledIn = new Set<number>();
    for (let index = 0; index < worked.length; index++) {
      if (worked.kind.at(index) === WorkKind.overtime) calledIn.add(worked.person.at(index));
    }
    expect(service.standby.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(100);
    const broken = service.breaches.filter(
      ({ rule, basis, person }) => rule === 'dailyRest' && basis === 'worked' && calledIn.has(person),
    );
    const before = simulate(today, '1', 0, false).breaches.filter(({ basis }) => basis === 'worked');
    expect(broken).toHaveLength(breachesByRule(before).dailyRest ?? 0);
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(careOffDuty(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-3);
  });

  it('changes nothing while it is not in force', () => {
    const short = changed(today, ({ horizon }) => (horizon.end = '2027-02-15'));
    const { traceHash, indicators } = runReplication(short, '1', 0, false);
    const past = runReplication(withNorm(short, 2, always, '2001-01-01'), '1', 0, false);
    expect([past.traceHash, past.indicators]).toEqual([traceHash, indicators]);
  });
});
