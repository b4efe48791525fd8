import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { originIds } from '../../sim-core/maternity/model-inputs.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { changed, clockOf, shippedInputs } from '../support/scenarios.ts';
import { teamOfWomen } from '../support/team-checks.ts';
import { tracedRun, type TracedRun } from '../support/trace.ts';

const minutesPerDay = 1440;
const stovner = originIds(shippedInputs('dagens')).indexOf('stovner');

/** Three teams with room for everybody in Stovner, from a date on. */
function teamsFrom(start: string, own: object = {}): ModelInputs {
  return changed(shippedInputs('dagens'), ({ interventions }) => {
    interventions.push({
      model: 'continuity-teams',
      start,
      teams: { stovner: 3 },
      payer: 'ahus',
      caseload: 400,
      ...own,
    });
  });
}

/** Women of the district, and days from a date to the beginning of their labour. */
function labours(run: TracedRun, date: string): { number: number; days: number; registeredDaysBefore: number }[] {
  const { calendar } = clockOf(run.inputs);
  const start = calendar.dayNumber(date) * minutesPerDay;
  return run.women
    .filter(({ origin }) => origin === stovner)
    .map(({ number, fate }) => ({
      number,
      days: (fate.beginsAt - start) / minutesPerDay,
      registeredDaysBefore: (start - fate.registersAt) / minutesPerDay,
    }));
}

describe('when teams start in the middle of the horizon', () => {
  const start = '2027-05-01';
  const run = tracedRun(teamsFrom(start));
  const teams = teamOfWomen(run);
  const { gestation } = run.inputs.data.clinical;
  const weeksBefore = 28 * 7 - gestation.registration;

  it('women already registered are taken on until week 28, and everybody after', () => {
    for (const { number, days, registeredDaysBefore } of labours(run, start)) {
      if (Math.abs(registeredDaysBefore - weeksBefore) < 0.1 || days <= 0.1) continue;
      expect(teams[number]! >= 0, `woman ${number}, ${registeredDaysBefore} days`).toBe(
        registeredDaysBefore < weeksBefore,
      );
    }
  });

  it('the trace registers those anew whom a team takes on later', () => {
    const again = run.rows.filter(({ state, time }) => state === TraceState.registered && time > 0);
    const number = clockOf(run.inputs).calendar.dayNumber(start);
    const atStart = again.filter(({ time }) => time === clockOf(run.inputs).calendar.midnight(number));
    expect(atStart.length).toBeGreaterThan(50);
    expect(atStart.every(({ other, place }) => other >= 0 && place === stovner)).toBe(true);
  });

  it('nobody whose labour began before has a midwife of a team', () => {
    const first = run.rows.find(({ state }) => state === TraceState.midwifeCalled);
    const { calendar } = clockOf(run.inputs);
    expect(first!.time).toBeGreaterThan(calendar.midnight(calendar.dayNumber(start)));
  });
});

it('a team that starts before the clock has taken women on as if it had been simulated', () => {
  const early = teamOfWomen(tracedRun(teamsFrom('2025-01-01')));
  const run = tracedRun(teamsFrom('2025-01-01', { enrolmentUntilWeek: 9 }));
  expect(teamOfWomen(run)).toEqual(early);
  for (const { number } of labours(run, '2027-01-01')) expect(early[number]).toBeGreaterThanOrEqual(0);
});

it('a team that takes nobody on after registration has no women who registered before it started', () => {
  const run = tracedRun(teamsFrom('2026-11-01', { enrolmentUntilWeek: 9 }));
  const teams = teamOfWomen(run);
  for (const { number, registeredDaysBefore } of labours(run, '2026-11-01')) {
    expect(teams[number]! >= 0).toBe(registeredDaysBefore <= 0);
  }
});

it('a team takes nobody on who is due after its end', () => {
  const run = tracedRun(teamsFrom('2026-01-01', { end: '2027-06-30' }));
  const teams = teamOfWomen(run);
  const { calendar } = clockOf(run.inputs);
  const firstDayAfter = calendar.dayNumber('2027-07-01');
  let earlyLabours = 0;
  for (const { number, origin, fate } of run.women) {
    if (origin !== stovner) continue;
    const isDueInTime = fate.dueAt < calendar.midnight(firstDayAfter);
    expect(teams[number]! >= 0, `due at ${fate.dueAt}`).toBe(isDueInTime);
    if (!isDueInTime && fate.beginsAt < calendar.midnight(firstDayAfter)) earlyLabours++;
  }
  // When labour in fact begins is not known beforehand and must not decide.
  expect(earlyLabours).toBeGreaterThan(0);
});

it('a woman goes to the team of her district that has the fewest women due', () => {
  const run = tracedRun(teamsFrom('2025-01-01'));
  const sizes = [0, 0, 0];
  for (const team of teamOfWomen(run)) if (team >= 0) sizes[team]!++;
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(16);
});
