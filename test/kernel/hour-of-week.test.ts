import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, HourOfWeekProfile } from '../../sim-core/kernel/index.ts';
import { osloMinutes } from './oslo-clock.ts';

const periods = [
  { first: '2027-03-24', days: 17 },
  { first: '2026-10-20', days: 17 },
].map((period) => ({ ...period, minutes: osloMinutes(period.first, period.days) }));

const changes = fc.array(fc.record({ wait: fc.oneof(fc.nat(90), fc.nat(2000)), level: fc.nat(9), counts: fc.nat(2) }), {
  minLength: 1,
  maxLength: 40,
});

describe('a profile by hour of the week', () => {
  it('equals a count of every minute that a clock in Oslo shows, with a reset in the middle', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periods), changes, fc.nat(3000), fc.nat(6), (period, list, warmUp, first) => {
        const { minutes } = period;
        const profile = new HourOfWeekProfile(new Calendar(period.first), 7, 9);
        profile.set(10, 3);
        profile.count(11);
        profile.set(12, first);
        profile.reset(12 + warmUp);
        const [area, time, events] = [0, 1, 2].map(() => new Float64Array(168)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const hourOf = (minute: number) => minutes[minute]!.weekday * 24 + Math.floor(minutes[minute]!.clock / 60);
        let now = 12 + warmUp;
        let level = first;
        for (const change of list) {
          for (let unit = 0; unit < change.wait && now < minutes.length - 1; unit++, now++) {
            area[hourOf(now)]! += level;
            time[hourOf(now)]!++;
          }
          profile.add(now, change.level - profile.level);
          level = change.level;
          for (let each = 0; each < change.counts; each++) {
            profile.count(now);
            events[hourOf(now)]!++;
          }
        }
        expect(profile.means(now)).toEqual(area.map((sum, hour) => sum / time[hour]!));
        expect(profile.rates(now)).toEqual(events.map((number, hour) => (number * 60) / time[hour]!));
      }),
      { seed: 19, numRuns: 150 },
    );
  });

  it('gives the skipped hour no time, and the hour that comes twice two', () => {
    const sunday = (first: string, week: number) => {
      const profile = new HourOfWeekProfile(new Calendar(first), 0, 1);
      for (let time = 60; time <= week; time += 60) profile.count(time - 30);
      return [1, 2, 3].map((hour) => [profile.means(week)[144 + hour], profile.rates(week)[144 + hour]]);
    };
    expect(sunday('2027-03-28', 7 * 1440 - 60)).toEqual([
      [1, 1],
      [NaN, NaN],
      [1, 1],
    ]);
    expect(sunday('2027-10-31', 7 * 1440 + 60)).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    const once = new HourOfWeekProfile(new Calendar('2027-10-31'), 0);
    once.count(130);
    expect(once.rates(1500)[146]).toBe(0.5);
  });

  it('loses no time to rounding, whatever the instants', () => {
    const profile = new HourOfWeekProfile(new Calendar('2026-01-01'), 0.1, 1);
    let now = 0.1;
    for (let step = 0; step < 20_000; step++) {
      now += 59.99999999999 + (step % 7) / 3;
      profile.set(now, 1);
    }
    for (const mean of profile.means(now)) expect(mean).toBeCloseTo(1, 9);
  });

  it('does not change by being asked', () => {
    const profile = new HourOfWeekProfile(new Calendar('2026-06-01'), 0, 2);
    profile.means(30);
    profile.means(45);
    profile.set(45, 6);
    expect(profile.means(60)[0]).toBe(3);
    expect(profile.means(60)[0]).toBe(3);
    expect(profile.means(60)[1]).toBeNaN();
  });
});
