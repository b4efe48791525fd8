import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { clockMinutes } from '../../sim-core/kernel/index.ts';
import { originIds, siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { drawPopulation, expectedBirths, isCaesarean } from '../../sim-core/maternity/women/population.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { changed, clockOf, dateAfter, shippedInputs } from '../support/scenarios.ts';

const inputs = shippedInputs('dagens');
const { data } = inputs;
const { calendar, to } = clockOf(inputs);
const replications = 8;
const minutesPerDay = 1440;

function draw(of: ModelInputs, replication = 0, seed = '1'): Woman[] {
  const clock = clockOf(of);
  return drawPopulation(of, clock.calendar, seed, replication, clock.to);
}

const women = Array.from({ length: replications }, (_, replication) => draw(inputs, replication)).flat();
const isLost = ({ fate }: Woman): boolean => !Number.isNaN(fate.lostAt);
/** Those who give birth within the run. */
const mothers = women.filter((woman) => !isLost(woman) && woman.fate.beginsAt < to);
const sectorOf = originIds(inputs).map((id) => data.origins[id]!.sector);

/** How many standard errors a count out of n lies from the share that it should have. */
function deviation(count: number, n: number, share: number): number {
  return (count - n * share) / Math.sqrt(n * share * (1 - share));
}

/** Births a day of the run against those of a whole year. */
function meanMonthFactor(): number {
  let sum = 0;
  let days = 0;
  for (; calendar.midnight(days) < to; days++)
    sum += data.timePattern.monthFactors[calendar.dateOfDay(days).month - 1]!;
  return sum / days;
}

/** Some 60 shares are judged below; one in 16,000 lies outside by chance. */
const largestDeviation = 4;

function expectShare(all: readonly Woman[], condition: (woman: Woman) => boolean, share: number, what: string): void {
  if (share === 0 || share === 1) {
    expect(
      all.every((woman) => condition(woman) === (share === 1)),
      what,
    ).toBe(true);
    return;
  }
  const z = deviation(all.filter(condition).length, all.length, share);
  expect(Math.abs(z), `${what}: ${z} standard errors`).toBeLessThan(largestDeviation);
}

describe('the women of a replication', () => {
  it('are the same whatever the scenario does', () => {
    const closed = changed(inputs, (copy) => {
      for (const site of Object.values(copy.data.sites)) Object.assign(site, { labourRooms: 1, postnatalBeds: 0 });
      copy.data.clinical.diversionAfter = 1;
    });
    const today = draw(inputs);
    expect(draw(shippedInputs('min-jordmor-ahus-sektor'))).toEqual(today);
    expect(draw(closed)).toEqual(today);
  });

  it('differ between replications and between seeds', () => {
    expect(draw(inputs, 1)[100]!.fate).not.toEqual(draw(inputs)[100]!.fate);
    expect(draw(inputs, 0, '2')[100]!.fate).not.toEqual(draw(inputs)[100]!.fate);
  });

  it('stay the same in the other districts when one district has more births', () => {
    const more = changed(inputs, (copy) => (copy.data.origins.stovner!.births *= 1.5));
    const stovner = originIds(inputs).indexOf('stovner');
    const others = (all: Woman[]): unknown[] =>
      all.filter(({ origin }) => origin !== stovner).map(({ origin, fate }) => ({ origin, fate }));
    expect(others(draw(more))).toEqual(others(draw(inputs)));
    expect(draw(more).length).toBeGreaterThan(draw(inputs).length + 100);
  });

  it('are the same up to the end of a shorter horizon', () => {
    // Horizons that end on each day of a week: inductions move within a week, also across its end.
    const whole = draw(inputs);
    for (let days = 0; days < 7; days++) {
      const shorter = changed(inputs, ({ horizon }) => (horizon.end = dateAfter('2027-06-14', days)));
      const end = clockOf(shorter).to;
      expect(draw(shorter)).toEqual(whole.filter(({ fate }) => fate.registersAt < end));
    }
  });

  it('are the same when none is lost to follow-up, but for those who are', () => {
    const kept = changed(inputs, (copy) => (copy.data.clinical.lossToFollowUp.share = 0));
    const fatesOf = (all: Woman[]): unknown[] => all.map(({ fate }) => fate);
    expect(fatesOf(draw(kept))).toEqual(fatesOf(draw(inputs).filter((woman) => !isLost(woman))));
  });

  it('are numbered in order of registration, before their labour begins', () => {
    const today = draw(inputs);
    const inOrder = ({ number, fate }: Woman, index: number): boolean =>
      number === index && fate.registersAt >= (today[index - 1]?.fate.registersAt ?? -Infinity);
    expect(today.every(inOrder)).toBe(true);
    const { registration, pretermBands, maximum } = data.clinical.gestation;
    const shortest = pretermBands[0]!.fromDay - registration;
    const days = women.map(({ fate }) => (fate.beginsAt - fate.registersAt) / minutesPerDay);
    expect(days.filter((count) => count < shortest - 1e-6 || count > maximum - registration + 1e-6)).toEqual([]);
  });

  it('register before the end of the run, and begin labour after its start', () => {
    expect(women.filter(({ fate }) => !(fate.registersAt < to && fate.beginsAt >= 0))).toEqual([]);
    const stillPregnant = women.filter((woman) => !isLost(woman) && woman.fate.beginsAt >= to).length / replications;
    // Little's law: 14,450 births a year at their rate of the following months, and 219 days from registration to birth.
    expect(stillPregnant).toBeGreaterThan(8200);
    expect(stillPregnant).toBeLessThan(9600);
  });

  it('are lost, if they are, between registration and birth', () => {
    const lost = women.filter(isLost);
    expect(lost.filter(({ fate }) => !(fate.lostAt > fate.registersAt && fate.lostAt < fate.beginsAt))).toEqual([]);
    const registered = women.filter(({ fate }) => fate.registersAt >= 0);
    expectShare(registered, isLost, data.clinical.lossToFollowUp.share, 'lost to follow-up');
  });

  it('have durations that are positive and finite', () => {
    const isSound = ({ fate }: Woman): boolean => {
      const { assessment, latentInRoom, activeFirstStage, recovery, theatre, stay, ripening, secondStage } = fate;
      const always = [assessment, latentInRoom, activeFirstStage, recovery, theatre, stay];
      return (
        always.every((time) => time > 0 && time < Infinity) &&
        ripening > 0 === (fate.onset === 'induced') &&
        secondStage > 0 === (!isCaesarean(fate.mode) || fate.onset === 'planned caesarean')
      );
    };
    expect(women.filter((woman) => !isSound(woman))).toEqual([]);
  });
});

describe('in the long run', () => {
  it('births follow the months', () => {
    const days = Array.from({ length: 12 }, () => 0);
    for (let day = 0; calendar.midnight(day) < to; day++) days[calendar.dateOfDay(day).month - 1]!++;
    const spontaneous = mothers.filter(({ fate }) => fate.onset === 'spontaneous');
    const weights = days.map((count, month) => count * data.timePattern.monthFactors[month]!);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const [month, weight] of weights.entries()) {
      const isThen = ({ fate }: Woman): boolean => calendar.dateOf(fate.beginsAt).month === month + 1;
      expectShare(spontaneous, isThen, weight / sum, `month ${month + 1}`);
    }
  });

  it('each district has its births', () => {
    const all = Object.values(data.origins).reduce((sum, { births }) => sum + births, 0);
    originIds(inputs).forEach((id, index) => {
      expectShare(mothers, ({ origin }) => origin === index, data.origins[id]!.births / all, id);
    });
    const years = to / minutesPerDay / 365.25;
    const expected = all * years * replications * meanMonthFactor();
    expect(Math.abs(mothers.length - expected) / Math.sqrt(expected)).toBeLessThan(largestDeviation);
  });

  it('each sector has its parity, and its places of birth where no risk calls for another', () => {
    const sites = siteIds(inputs);
    const { regionalUnit } = data.clinical;
    for (const [id, sector] of Object.entries(data.sectors)) {
      const hers = women.filter(({ origin }) => sectorOf[origin] === id);
      expectShare(hers, ({ fate }) => fate.nulliparous, sector.nulliparousShare, `nulliparous in ${id}`);
      const ordinary = hers.filter(
        ({ fate }) => fate.risk !== 'high' && fate.gestation >= regionalUnit!.veryPretermBefore,
      );
      for (const [place, share] of Object.entries(sector.placeOfBirth)) {
        expectShare(ordinary, ({ fate }) => fate.intendedSite === sites.indexOf(place), share, `${place} of ${id}`);
      }
    }
  });

  it('each site has the births that are expected, with those that the regional unit takes', () => {
    const years = to / minutesPerDay / 365.25;
    expectedBirths(inputs).forEach((yearly, site) => {
      const drawn = mothers.filter(({ fate }) => fate.intendedSite === site).length;
      const expected = yearly * years * replications * meanMonthFactor();
      expect(Math.abs(drawn - expected) / Math.sqrt(expected), siteIds(inputs)[site]).toBeLessThan(largestDeviation);
    });
    const { veryPretermBefore, site } = data.clinical.regionalUnit!;
    const veryPreterm = women.filter(({ fate }) => fate.gestation < veryPretermBefore);
    expect(veryPreterm.length).toBeGreaterThan(1000);
    expect(new Set(veryPreterm.map(({ fate }) => fate.intendedSite))).toEqual(new Set([siteIds(inputs).indexOf(site)]));
  });

  it('without a regional unit the expected births are those of the sectors', () => {
    const without = changed(inputs, ({ data: { clinical } }) => delete clinical.regionalUnit);
    const bySector = siteIds(inputs).map((site) =>
      Object.values(data.origins).reduce(
        (sum, { births, sector }) => sum + births * (data.sectors[sector]!.placeOfBirth[site] ?? 0),
        0,
      ),
    );
    expectedBirths(without).forEach((births, site) => expect(births).toBeCloseTo(bySector[site]!, 6));
    expectedBirths(inputs).forEach((births, site) => {
      expect(births).not.toBeCloseTo(bySector[site]!, 0);
    });
    expect(
      draw(without).some(({ fate }) => fate.gestation < 196 && siteIds(inputs)[fate.intendedSite] === 'ahus'),
    ).toBe(true);
  });

  it('labour begins by itself on every day of the week alike', () => {
    const spontaneous = mothers.filter(({ fate }) => fate.onset === 'spontaneous');
    const days = Array.from({ length: 7 }, () => 0);
    for (let day = 0; calendar.midnight(day) < to; day++) days[calendar.weekday(day)]!++;
    const sum = days.reduce((total, count) => total + count, 0);
    for (const [weekday, count] of days.entries()) {
      const isThen = ({ fate }: Woman): boolean => calendar.weekday(calendar.dayOf(fate.beginsAt)) === weekday;
      expectShare(spontaneous, isThen, count / sum, `weekday ${weekday}`);
    }
  });

  it('inductions follow the pattern of the week where no holiday moves them, and never start on a holiday', () => {
    const induced = mothers.filter(({ fate }) => fate.onset === 'induced');
    const { weekdays, windows } = data.timePattern.inductionStart;
    const isInWindow = ({ fate: { beginsAt } }: Woman): boolean => {
      const clock = calendar.clockOf(beginsAt);
      return windows.some(({ from, to: until }) => clockMinutes(from) <= clock && clock <= clockMinutes(until));
    };
    const onHoliday = ({ fate }: Woman): boolean => calendar.isPublicHoliday(calendar.dayOf(fate.beginsAt));
    const ordinary = induced.filter(({ fate }) => {
      const day = calendar.dayOf(fate.beginsAt);
      const monday = day - calendar.weekday(day);
      // A holiday on the weekend before pushes inductions into this week.
      const days = Array.from({ length: 9 }, (_, offset) => monday - 2 + offset);
      return monday > 2 && !days.some((other) => calendar.isPublicHoliday(other));
    });
    expect(induced.every(isInWindow)).toBe(true);
    expect(induced.some(onHoliday)).toBe(false);
    for (const [weekday, share] of weekdays.entries()) {
      const isThen = ({ fate }: Woman): boolean => calendar.weekday(calendar.dayOf(fate.beginsAt)) === weekday;
      expectShare(ordinary, isThen, share, `induction on weekday ${weekday}`);
    }
  });

  it('planned caesareans begin on working days within their window', () => {
    const planned = mothers.filter(({ fate }) => fate.onset === 'planned caesarean');
    const { from, to: until } = data.timePattern.plannedCaesarean;
    expect(planned.length).toBeGreaterThan(1000);
    const isProper = ({ fate: { beginsAt } }: Woman): boolean => {
      const clock = calendar.clockOf(beginsAt);
      return (
        calendar.isWorkingDay(calendar.dayOf(beginsAt)) && clock >= clockMinutes(from) && clock <= clockMinutes(until)
      );
    };
    expect(planned.every(isProper)).toBe(true);
  });
});
