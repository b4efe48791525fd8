import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMinutes } from '../../sim-core/kernel/index.ts';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { examinationTime } from '../../sim-core/maternity/pathway/paediatric-examination.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { changed, clockOf, dateAfter, smallInputs } from '../support/scenarios.ts';

const hour = 60;
const inputs = smallInputs(1500, 60);
const { calendar } = clockOf(inputs);
const hours = { opens: 9 * hour, closes: 14 * hour };
const duration = 20;

/** When a child is examined that is born and leaves at clock times of some days. */
function examined(bornAt: string, leavesOn: number, leavesAt: string, youngest = 24, oldest = 72): string {
  const first = 10;
  const birth = calendar.timeAt(first, clockMinutes(bornAt));
  const period = { earliest: birth + youngest * hour, latest: birth + oldest * hour, duration };
  const leaves = calendar.timeAt(first + leavesOn, clockMinutes(leavesAt));
  const time = examinationTime(calendar, hours, period, birth, leaves);
  const clock = calendar.clockOf(time);
  return `day ${calendar.dayOf(time) - first} at ${Math.floor(clock / hour)}:${String(clock % hour).padStart(2, '0')}`;
}

describe('a newborn child is examined', () => {
  it.each([
    ['on the ward as soon as it is a day old', '10:30', 2, '12:00', 'day 1 at 10:30'],
    ['on the ward the next morning if it is a day old at night', '22:00', 3, '12:00', 'day 2 at 9:00'],
    ['back at the hospital if it leaves before it is a day old', '06:00', 0, '18:00', 'day 1 at 9:00'],
    ['on the next day if it leaves when examinations are over', '13:45', 1, '14:30', 'day 2 at 9:00'],
    ['on the day on which it leaves if it comes back in time', '10:00', 1, '10:05', 'day 1 at 10:05'],
  ])('%s', (_, bornAt, leavesOn, leavesAt, expected) => {
    expect(examined(bornAt, leavesOn, leavesAt)).toBe(expected);
  });

  it('before it is a day old where it must be examined by then', () => {
    expect(examined('16:00', 0, '22:00', 24, 24)).toBe('day 1 at 13:40');
    expect(examined('11:00', 0, '22:00', 24, 24)).toBe('day 1 at 10:40');
  });

  it('in the hours of examinations and in time, whenever it is born and leaves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * 24 * hour }),
        fc.integer({ min: 2 * hour, max: 100 * hour }),
        fc.constantFrom(24, 36, 48, 72),
        (birth, stay, oldest) => {
          const period = { earliest: birth + 24 * hour, latest: birth + oldest * hour, duration };
          const time = examinationTime(calendar, hours, period, birth, birth + stay);
          const clock = calendar.clockOf(time);
          expect(clock).toBeGreaterThanOrEqual(hours.opens);
          expect(clock + duration).toBeLessThanOrEqual(hours.closes);
          expect(time).toBeGreaterThanOrEqual(birth);
          expect(time + duration).toBeLessThanOrEqual(birth + oldest * hour);
          // Two days hold a time at which it is old enough.
          if (oldest === 72) expect(time).toBeGreaterThanOrEqual(period.earliest);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('once in the whole service, unless it is in neonatal care', () => {
    const { contactLog: log, women, horizon } = simulate(inputs, '1', 0, false);
    const examinations = new Map<number, number>();
    for (let index = 0; index < log.length; index++) {
      if (log.kind.at(index) !== ContactKind.paediatricExamination) continue;
      const woman = log.woman.at(index);
      examinations.set(woman, (examinations.get(woman) ?? 0) + 1);
      const clock = calendar.clockOf(log.start.at(index));
      expect(clock >= hours.opens && clock + duration <= hours.closes).toBe(true);
      expect(log.end.at(index) - women[woman]!.bornAt).toBeLessThanOrEqual(72 * hour + 1e-6);
    }
    const home = women.filter(
      ({ birthSite, bornAt, dischargedAt, fate }) =>
        birthSite >= 0 && fate.neonatalStay === 0 && dischargedAt > 0 && bornAt < horizon.to - 72 * hour,
    );
    expect(home.length).toBeGreaterThan(200);
    for (const { number } of home) expect(examinations.get(number)).toBe(1);
  });

  it('while nobody visits it at home', () => {
    const many = changed(inputs, (copy) => {
      copy.interventions.push({
        model: 'early-discharge',
        start: dateAfter(copy.horizon.start, -10),
        districts: originIds(copy).filter((id) => !copy.data.origins[id]!.outside),
        uptake: 1,
      });
    });
    const { contactLog: log, women, observations } = simulate(many, '1', 0, false);
    expect(observations.earlyDischarges).toBeGreaterThan(20);
    let back = 0;
    for (let index = 0; index < log.length; index++) {
      if (log.kind.at(index) !== ContactKind.paediatricExamination) continue;
      const woman = log.woman.at(index);
      if (!(log.start.at(index) > women[woman]!.dischargedAt)) continue;
      back++;
      for (let other = log.lastOf(woman); other >= 0; other = log.previous.at(other)) {
        if (log.setting.at(other) !== Setting.home) continue;
        const apart = log.end.at(other) <= log.start.at(index) || log.start.at(other) >= log.end.at(index);
        expect(apart, `contacts ${index} and ${other} of woman ${woman}`).toBe(true);
      }
    }
    expect(back).toBeGreaterThan(20);
  });
});
