import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffReport } from '../../sim-core/results/staff-report.ts';
import { sim } from '../support/cli.ts';

describe('sim staff', () => {
  let report: StaffReport;

  // The first call bundles the command line.
  beforeAll(async () => {
    const { code, stdout } = await sim(['staff', 'dagens', '--json']);
    expect(code).toBe(0);
    report = JSON.parse(stdout) as StaffReport;
  }, 60_000);

  it('reports every post without a person, in sum and one by one', () => {
    const sum = (shifts: { posts: number }[]): number => shifts.reduce((total, { posts }) => total + posts, 0);
    expect(sum(report.withoutPerson)).toBe(
      report.units.reduce((total, { missingInRoster }) => total + missingInRoster, 0),
    );
    expect(sum(report.open)).toBe(report.units.reduce((total, { open }) => total + open, 0));
    expect(report.open.length).toBeGreaterThan(100);
    for (const { date, shift, unit } of report.open) {
      expect(date >= '2027-01-01' && date <= '2027-12-31').toBe(true);
      expect(['day', 'evening', 'night']).toContain(shift);
      expect(report.units.map((each) => each.unit)).toContain(unit);
    }
  });

  it('reports each breach with rule, person, date and size', () => {
    expect(report.breaches.length).toBeGreaterThan(10);
    for (const { rule, basis, person, date, size } of report.breaches) {
      expect(rule).toMatch(/^(dailyRest|weeklyRest|shiftLength|averageWeek|longestWeek|sundays|contractHours)$/);
      expect(['planned', 'worked']).toContain(basis);
      expect(Number.isInteger(person)).toBe(true);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(size).toBeGreaterThan(0);
    }
  });

  it('gives women per midwife for each hour of the week and site', () => {
    for (const hours of Object.values(report.womenPerMidwife)) {
      expect(hours).toHaveLength(168);
      for (const ratio of hours) if (ratio !== null) expect(ratio).toBeGreaterThan(0);
    }
  });

  it('has positions that make up the posts of the data', () => {
    const ward = report.units.find(({ unit }) => unit === 'ullevaal/labourWard/midwife')!;
    expect(ward.fullTimePosts / ward.people).toBeCloseTo(0.81, 1);
    expect(ward.posts).toBe(11_970);
  });

  it('prints a line for each unit, and breaches by rule', async () => {
    const { code, stdout } = await sim(['staff', 'dagens', '--replication', '1']);
    expect(code).toBe(0);
    for (const { unit } of report.units) expect(stdout).toContain(unit);
    expect(stdout).toMatch(/\ndailyRest +\d+ +\d+\n/);
  });
});
