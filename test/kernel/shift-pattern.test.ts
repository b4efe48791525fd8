import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, clockMinutes, ShiftPattern, type Shift, type ShiftHours } from '../../sim-core/kernel/index.ts';
import { osloMinutes } from './oslo-clock.ts';

/** Twelve days around each change of the clock, from a Wednesday and a Saturday on. */
const periods = [
  { first: '2026-03-25', days: 12 },
  { first: '2026-10-17', days: 12 },
].map((period) => ({ ...period, minutes: osloMinutes(period.first, period.days) }));

const ward: ShiftHours[] = [
  { name: 'day', from: '07:30', to: '15:30' },
  { name: 'evening', from: '15:00', to: '22:30' },
  { name: 'night', from: '22:00', to: '08:00' },
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const edge = fc.oneof(fc.nat(1439), fc.integer({ min: 60, max: 240 }));

/** First minute of a day at which a clock in Oslo shows a time; of an hour that is skipped, the same one of the next. */
function minuteAt(minutes: (typeof periods)[number]['minutes'], midnights: readonly number[], day: number, at: number) {
  const from = midnights[day];
  const to = midnights[day + 1];
  if (from === undefined || to === undefined) return undefined;
  const find = (wanted: number) => {
    for (let index = from; index < to; index++) if (minutes[index]!.clock === wanted) return index;
    return undefined;
  };
  return find(at) ?? find(at + 60);
}

describe('a shift pattern', () => {
  it('has the shifts on that a clock in Oslo shows, minute by minute, whatever its cycle', () => {
    const shifts = fc.array(fc.record({ from: edge, to: edge, days: fc.uniqueArray(fc.nat(20), { minLength: 1 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...periods), shifts, fc.integer({ min: 1, max: 21 }), (period, drawn, cycleDays) => {
        const { first, minutes } = period;
        const calendar = new Calendar(first);
        const hours = drawn.map(({ from, to, days }, index) => ({
          name: `${index}`,
          from: clock(from),
          to: clock(to),
          days: [...new Set(days.map((day) => day % cycleDays))],
        }));
        const pattern = new ShiftPattern(calendar, hours, { days: cycleDays, firstDay: 1 });
        const midnights = minutes.flatMap(({ date }, index) => (date === minutes[index - 1]?.date ? [] : [index]));
        const on = minutes.map(() => new Set<string>());
        for (let day = 0; day < midnights.length; day++) {
          for (const { name, from, to, days } of hours) {
            if (!days.includes((day + cycleDays - 1) % cycleDays)) continue;
            const overnight = clockMinutes(to) <= clockMinutes(from);
            const begins = minuteAt(minutes, midnights, day, clockMinutes(from));
            const ends = minuteAt(minutes, midnights, overnight ? day + 1 : day, clockMinutes(to));
            if (begins === undefined || ends === undefined) continue;
            for (let index = begins; index < ends; index++) on[index]!.add(name);
          }
        }
        // Beyond the second day and before the last but one, every shift that is on has begun and will end in the period.
        const names = (list: readonly Shift[]) => [...new Set(list.map(({ name }) => name))].sort().join();
        const [from, to] = [midnights[1]!, midnights.at(-2)!];
        let next = pattern.nextChange(from);
        for (let time = from; time < to; time++) {
          const expected = [...on[time]!].sort().join();
          if (names(pattern.at(time)) !== expected || names(pattern.at(time + 0.5)) !== expected) {
            throw new Error(
              `Minute ${time}, ${JSON.stringify(minutes[time])}: ${names(pattern.at(time))}, not ${expected}`,
            );
          }
          if (time > from && expected !== [...on[time - 1]!].sort().join()) {
            if (next !== time) throw new Error(`A change at ${next}, not ${time}`);
          }
          if (next === time) next = pattern.nextChange(time);
          if (!(next > time)) throw new Error(`The change after ${time} is at ${next}`);
        }
        const union = new Set(on.slice(from + 100, from + 2100).flatMap((set) => [...set]));
        expect(names(pattern.between(from + 100, from + 2100))).toBe([...union].sort().join());
      }),
      { seed: 12, numRuns: 25 },
    );
  });

  it('has a handover between day, evening and night', () => {
    const pattern = new ShiftPattern(new Calendar('2026-06-01'), ward);
    const on = (text: string, day = 0) => pattern.at(day * 1440 + clockMinutes(text)).map(({ name }) => name);
    expect(on('07:29', 1)).toEqual(['night']);
    expect(on('07:30', 1)).toEqual(['night', 'day']);
    expect(on('08:00', 1)).toEqual(['day']);
    expect(on('15:15')).toEqual(['day', 'evening']);
    expect(on('23:00')).toEqual(['night']);
    // The night that began before the calendar did.
    expect(pattern.at(0)).toEqual([{ name: 'night', index: 2, begins: -120, ends: 480 }]);
  });

  it('lists the shifts between two instants, and the changes, in order', () => {
    const pattern = new ShiftPattern(new Calendar('2026-06-01'), ward);
    expect(pattern.between(480, 1440).map(({ name, begins, ends }) => [name, begins, ends])).toEqual([
      ['day', 450, 930],
      ['evening', 900, 1350],
      ['night', 1320, 1920],
    ]);
    expect(pattern.between(930, 930)).toEqual(pattern.at(930));
    const changes: number[] = [];
    for (let time = 0; time < 1440; time = pattern.nextChange(time)) changes.push(time);
    expect(changes).toEqual([0, 450, 480, 900, 930, 1320, 1350]);
  });

  it('leads with the shift that began first, in whatever order they were given', () => {
    const pattern = new ShiftPattern(new Calendar('2026-06-01'), ward.toReversed());
    expect(pattern.at(915).map(({ name, index }) => [name, index])).toEqual([
      ['day', 2],
      ['evening', 1],
    ]);
    expect(pattern.between(400, 1400).map(({ name }) => name)).toEqual(['night', 'day', 'evening', 'night']);
  });

  it('makes the night an hour shorter in spring and longer in autumn', () => {
    const length = (first: string) => {
      const [night] = new ShiftPattern(new Calendar(first), ward).at(1450);
      return night!.ends - night!.begins;
    };
    expect([length('2027-03-27'), length('2027-03-28'), length('2027-10-30'), length('2027-10-31')]).toEqual([
      540, 600, 660, 600,
    ]);
  });

  it('repeats after weeks, from the Monday before the calendar begins or from a day of choice', () => {
    const calendar = new Calendar('2026-06-03');
    const rota = [{ name: 'A', from: '09:00', to: '17:00', days: [0, 8] }];
    const begins = (pattern: ShiftPattern) =>
      pattern.between(0, 40 * 1440).map((shift) => calendar.dateOf(shift.begins).day);
    // Monday of one week and Tuesday of the next, from Monday 1 June.
    expect(begins(new ShiftPattern(calendar, rota, { days: 14 }))).toEqual([9, 15, 23, 29, 7]);
    expect(begins(new ShiftPattern(calendar, rota, { days: 14, firstDay: 0 }))).toEqual([3, 11, 17, 25, 1, 9]);
    expect(begins(new ShiftPattern(calendar, rota, { days: 14, firstDay: 14 }))).toEqual([3, 11, 17, 25, 1, 9]);
    expect(new ShiftPattern(calendar, rota, { days: 14 }).nextChange(0)).toBe(6 * 1440 + 540);
  });

  it('takes a shift that ends when it began as a whole day, and leaves out one of which nothing is left', () => {
    const calendar = new Calendar('2027-03-27');
    const always = new ShiftPattern(calendar, [{ name: 'duty', from: '08:00', to: '08:00' }]);
    expect(always.at(480).map(({ begins, ends }) => ends - begins)).toEqual([1380]);
    const skipped = new ShiftPattern(calendar, [{ name: 'x', from: '02:30', to: '03:10' }], { days: 1 });
    expect(skipped.between(1440, 2 * 1440 - 60)).toEqual([]);
    expect(skipped.nextChange(1000)).toBe(2 * 1440 - 60 + 150);
    expect(new ShiftPattern(calendar, []).nextChange(5)).toBe(Infinity);
  });

  it('refuses what is not possible', () => {
    const make =
      (shift: Partial<ShiftHours>, cycle = {}) =>
      () =>
        new ShiftPattern(new Calendar('2026-06-01'), [{ name: 'day', from: '08:00', to: '16:00', ...shift }], cycle);
    expect(make({ days: [7] })).toThrow('The shift "day" can\'t begin on day 7: the days of its cycle are 0…6');
    expect(make({ days: [0.5] })).toThrow("can't begin on day 0.5");
    expect(make({ from: '24:00' })).toThrow("can't begin at 24:00: the latest is 23:59");
    expect(make({ to: '7' })).toThrow('"7" is not a time of day');
    for (const days of [0, 1.5, -7, NaN]) expect(make({}, { days })).toThrow(`A cycle of ${days} days`);
    expect(make({}, { firstDay: NaN })).toThrow('from day NaN');
  });
});
