import { describe, expect, it } from 'vitest';
import { checkScenario, modelInputs, scenarioFilesFromRecord, type ModelInputs } from '../../scenarios/schema/index.ts';
import { originIds, siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { plan, problemsOf, shippedTexts } from '../scenarios/support.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';
import { tracedRun, type TracedRun } from '../support/trace.ts';

const today = tracedRun(shippedInputs('dagens'));

function planInputs(...lines: string[]): ModelInputs {
  const check = checkScenario('my-plan', scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': plan(...lines) }));
  if ('problems' in check) throw new Error(check.problems.map(({ message }) => message.en).join('\n'));
  return modelInputs(check.scenario);
}

describe('a scenario', () => {
  it('without changes equals its base bit for bit', () => {
    const same = runReplication(planInputs(), '1', 0, false);
    expect(same.traceHash).toBe(today.result.traceHash);
    expect(same.indicators).toEqual(today.result.indicators);
    expect(same.events).toBe(today.result.events);
  });

  it('whose interventions are over before the clock starts equals its base', () => {
    const over = planInputs(
      'interventions: [{ model: capacity, site: ahus, start: 2020-01-01, end: 2026-11-30, labourRooms: 3 }]',
    );
    expect(runReplication(over, '1', 0, false).traceHash).toBe(today.result.traceHash);
  });

  it('can’t have an intervention that starts after the end of the horizon', () => {
    const late = (start: string): number =>
      problemsOf(plan(`interventions: [{ model: capacity, site: ahus, start: ${start}, labourRooms: 3 }]`)).length;
    expect(late('2028-01-01')).toBe(1);
    expect(late('2027-12-31')).toBe(0);
  });

  it('runs the same with and without a trace', () => {
    const { indicators, traceHash, playback } = runReplication(today.inputs, '1', 0, false);
    expect(indicators).toEqual(today.result.indicators);
    expect(traceHash).toBe(today.result.traceHash);
    expect(playback).toBeUndefined();
  });

  it('differs with the seed and with the replication', () => {
    const hashes = [
      today.result.traceHash,
      runReplication(today.inputs, '2', 0, false).traceHash,
      runReplication(today.inputs, '1', 1, false).traceHash,
    ];
    expect(new Set(hashes).size).toBe(3);
  });
});

it('teams in a district leave the births of women of other districts where and when they were', () => {
  // With rooms and theatres for all nobody waits, so the women can't reach each other through the queue.
  const roomy = (inputs: ModelInputs): TracedRun => tracedRun(changed(inputs, withPlentyOfRoom));
  const withTeams = roomy(shippedInputs('team-ahus-sektor'));
  const without = roomy(shippedInputs('dagens'));
  const teamDistricts = new Set(['stovner', 'grorud', 'alna'].map((id) => originIds(without.inputs).indexOf(id)));
  const hospitalRows = ({ rows, women }: TracedRun, inTeamDistricts: boolean): unknown[] =>
    rows.filter(
      ({ entity, state }) =>
        entity >= 0 &&
        teamDistricts.has(women[entity]!.origin) === inTeamDistricts &&
        !(inTeamDistricts && (state === TraceState.registered || state === TraceState.homeVisit)) &&
        !midwifeStates.has(state),
    );
  expect(hospitalRows(withTeams, false)).toEqual(hospitalRows(without, false));
  expect(hospitalRows(withTeams, true)).toEqual(hospitalRows(without, true));
  expect(withTeams.rows.some(({ state }) => state === TraceState.midwifeCalled)).toBe(true);
});

const midwifeStates = new Set<TraceState>([
  TraceState.midwifeCalled,
  TraceState.midwifeArrived,
  TraceState.midwifeLeft,
]);

function withPlentyOfRoom({ data }: ModelInputs): void {
  for (const site of Object.values(data.sites)) {
    Object.assign(site, { labourRooms: 500, postnatalBeds: 1000, antenatalBeds: 500, theatres: 100 });
  }
}

it('with rooms and beds for all nobody waits, is moved or gives birth without a room', () => {
  const { indicators } = runReplication(changed(shippedInputs('dagens'), withPlentyOfRoom), '1', 0, false);
  const { waitForRoom, waitedForRoom, waitedForBed, diversions, bornWithoutRoom } = indicators;
  expect({ waitForRoom, waitedForRoom, waitedForBed, diversions, bornWithoutRoom }).toEqual({
    waitForRoom: 0,
    waitedForRoom: 0,
    waitedForBed: 0,
    diversions: 0,
    bornWithoutRoom: 0,
  });
});

it('more rooms and beds never mean longer waits on average', () => {
  const waits = (change: number): number[] => {
    const inputs = changed(shippedInputs('dagens'), ({ data }) => {
      for (const site of Object.values(data.sites)) {
        site.labourRooms += change;
        site.postnatalBeds += 4 * change;
      }
    });
    const runs = [0, 1].map((replication) => runReplication(inputs, '1', replication, false).indicators);
    return ['waitForRoom', 'waitedForRoom', 'waitedForBed', 'bornWithoutRoom'].map((id) =>
      runs.reduce((sum, indicators) => sum + indicators[id]!, 0),
    );
  };
  const byRooms = [-2, -1, 0, 1, 2].map(waits);
  for (const [step, more] of byRooms.slice(1).entries()) {
    for (const [index, wait] of more.entries()) expect(wait).toBeLessThan(byRooms[step]![index]!);
  }
});

describe('Little’s law', () => {
  const { from, to } = today.playback;

  /** Time spent in a place within the horizon, summed over visits, by site; from entry and exit rows. */
  function timeSpent(entry: TraceState, exit: TraceState): number[] {
    const entered = new Map<number, number>();
    const spent = siteIds(today.inputs).map(() => 0);
    const add = (site: number, start: number, end: number): void => {
      spent[site]! += Math.max(0, Math.min(end, to) - Math.max(start, from));
    };
    const siteOf = new Map<number, number>();
    for (const { time, entity, state, place, other } of today.rows) {
      if (entry === TraceState.labourRoom && state === TraceState.diverted) {
        entered.set(entity, time);
        siteOf.set(entity, other);
      }
      if (state === entry && !entered.has(entity)) {
        entered.set(entity, time);
        siteOf.set(entity, place);
      }
      if (state === exit && entered.has(entity)) {
        add(siteOf.get(entity)!, entered.get(entity)!, time);
        entered.delete(entity);
      }
    }
    for (const [entity, start] of entered) add(siteOf.get(entity)!, start, to);
    return spent;
  }

  it.each([
    ['labour rooms', 'labourRooms', TraceState.labourRoom, TraceState.cleaningEnds],
    ['postnatal beds', 'postnatalBeds', TraceState.postnatalBed, TraceState.discharged],
  ])('holds for %s: mean in use = women × time each ÷ time', (_, indicator, entry, exit) => {
    const spent = timeSpent(entry, exit);
    for (const [index, id] of siteIds(today.inputs).entries()) {
      expect(today.result.indicators[`${indicator}.${id}`]).toBeCloseTo(spent[index]! / (to - from), 6);
    }
  });
});

it('counts in the indicators are counts in the trace', () => {
  const { from, to } = today.playback;
  const rows = today.rows.filter(({ time }) => from <= time && time < to);
  const { indicators } = today.result;
  for (const [index, id] of siteIds(today.inputs).entries()) {
    const births = rows.filter(({ state, place }) => state === TraceState.birth && place === index);
    expect(indicators[`births.${id}`]).toBe(births.length);
  }
  const count = (state: TraceState): number => rows.filter((row) => row.state === state).length;
  expect(indicators.birthsTotal).toBe(count(TraceState.birth));
  expect(indicators.birthsElsewhere).toBe(count(TraceState.birthElsewhere));
  expect(indicators.diversions).toBe(count(TraceState.diverted));
});
