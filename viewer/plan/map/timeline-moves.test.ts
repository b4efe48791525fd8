import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOf, barsOf, daysBetween, movedBar, reordered, type Bar } from './timeline-moves.ts';
import { textOf } from './planned.ts';

const horizon = { start: '2027-01-01', end: '2027-12-31', warmUpDays: 28 };
const scenario = { horizon };

const bar = (written: Record<string, string>): Bar =>
  barsOf({ interventions: [{ model: 'doula', ...written }] }, [])[0]!;
const rollOut: Bar = {
  index: 0,
  written: { model: 'roll-out', decided: '2026-06-01', start: '2026-10-01', months: 6, order: ['a', 'b', 'c'] },
  start: '2026-10-01',
  end: '2027-04-01',
  isRollOut: true,
  stages: [],
};

test('the body of a bar moves start and end by as many days, over months and leap days', () => {
  const moved = movedBar(bar({ start: '2027-01-30', end: '2027-02-10' }), 'whole', 35, scenario, '2028-01-01');
  expect(moved).toMatchObject({ start: '2027-03-06', end: '2027-03-17' });
});

test('an edge moves alone; an open end becomes a date when it is dragged', () => {
  const open = bar({ start: '2027-01-01' });
  expect(movedBar(open, 'start', 7, scenario, '2028-01-01')).toEqual({ model: 'doula', start: '2027-01-08' });
  expect(movedBar(open, 'end', -7, scenario, '2028-01-01')).toMatchObject({ start: '2027-01-01', end: '2027-12-25' });
});

test('wherever a bar is dragged, it starts within the horizon at the latest and ends after its start', () => {
  const written = fc.record({
    start: fc.integer({ min: 0, max: 360 }),
    length: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      written,
      fc.constantFrom('whole', 'start', 'end'),
      fc.integer({ min: -900, max: 900 }),
      (dates, part, days) => {
        const day = (from: string, later: number) =>
          new Date(Date.parse(from) + later * 86_400_000).toISOString().slice(0, 10);
        const start = day('2027-01-01', dates.start);
        const before = bar(dates.length === undefined ? { start } : { start, end: day(start, dates.length) });
        const after = movedBar(before, part, days, scenario, '2028-02-01');
        expect(textOf(after['start']) <= horizon.end).toBe(true);
        if (after['end'] !== undefined) expect(textOf(after['end']) >= textOf(after['start'])).toBe(true);
        if (part === 'whole' && before.end !== undefined) {
          expect(daysBetween(textOf(after['start']), textOf(after['end']))).toBe(dates.length);
        }
      },
    ),
  );
});

test('a roll-out moves by whole months and its decision with it', () => {
  expect(movedBar(rollOut, 'whole', 31, scenario, '')).toMatchObject({
    start: '2026-11-01',
    decided: '2026-07-02',
    months: 6,
  });
  expect(movedBar(rollOut, 'end', 62, scenario, '')).toMatchObject({ start: '2026-10-01', months: 8 });
  // From October 2026 the horizon leaves room for 14 months.
  expect(movedBar(rollOut, 'end', 900, scenario, '')).toMatchObject({ months: 14 });
  expect(movedBar(rollOut, 'start', 31, scenario, '')).toMatchObject({ start: '2026-11-01', months: 5 });
});

test('a district of a roll-out changes places, and none falls off the ends', () => {
  expect(reordered(rollOut.written, 2, 0)['order']).toEqual(['c', 'a', 'b']);
  expect(reordered(rollOut.written, 0, -1)['order']).toEqual(['a', 'b', 'c']);
  expect(reordered(rollOut.written, 2, 3)['order']).toEqual(['a', 'b', 'c']);
});

test('the axis covers the horizon and what lies outside it', () => {
  expect(axisOf([], scenario)).toEqual({ from: '2026-12-01', to: '2028-02-01' });
  expect(axisOf([rollOut, bar({ start: '2027-05-05', end: '2029-03-04' })], scenario)).toEqual({
    from: '2026-09-01',
    to: '2029-05-01',
  });
});

test('what can’t be drawn is left out', () => {
  expect(barsOf({ interventions: [3, { model: 'doula', start: 'soon' }, { model: 'doula' }] }, [])).toEqual([]);
});
