import { describe, expect, it } from 'vitest';
import { checkScenario, modelInputs, scenarioFilesFromRecord, type ModelInputs } from '../../scenarios/schema/index.ts';
import { originIds, siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { plan, problemsOf, shippedTexts } from '../scenarios/support.ts';
import { changed, shippedInputs, withPlentyOfRoom } from '../support/scenarios.ts';
import { tracedRun, type TracedRun, type TraceRow } from '../support/trace.ts';

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
    const over = changed(today.inputs, ({ interventions }) => {
      const dates = { start: '2020-01-01', end: '2026-11-30' };
      interventions.push({ model: 'capacity', site: 'ahus', ...dates, labourRooms: 3, postnatalBeds: 0 });
    });
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

describe('with places for all', () => {
  const roomy = (name: string): TracedRun => tracedRun(changed(shippedInputs(name), withPlentyOfRoom));
  const without = roomy('dagens');

  it('teams in a district leave the way of every woman through hospital where and when it was', () => {
    // Nobody waits for a place, so the women can't reach each other through the queue. Who has whom, and when a woman is
    // seen outside hospital, may change for everybody: a team midwife frees one of the ward, and an hour at an office.
    const withTeams = roomy('min-jordmor-ahus-sektor');
    const inHospital = ({ rows }: TracedRun): TraceRow[] =>
      rows.filter(({ entity, state }) => entity >= 0 && ofHospital.has(state));
    expect(inHospital(withTeams)).toEqual(inHospital(without));
    expect(withTeams.rows.some(({ state }) => state === TraceState.midwifeCalled)).toBe(true);
    const teamDistricts = new Set(['stovner', 'grorud', 'alna'].map((id) => originIds(without.inputs).indexOf(id)));
    for (const { entity, state } of withTeams.rows) {
      if (state === TraceState.midwifeCalled) expect(teamDistricts).toContain(withTeams.women[entity]!.origin);
    }
  });

  it('nobody waits for one, is moved or put off, or gives birth without a room', () => {
    const { waitedForRoom, waitedForBed, diversions, caesareansPutOff, bornWithoutRoom } = without.result.indicators;
    expect({ waitedForRoom, waitedForBed, diversions, caesareansPutOff, bornWithoutRoom }).toEqual({
      waitedForRoom: 0,
      waitedForBed: 0,
      diversions: 0,
      caesareansPutOff: 0,
      bornWithoutRoom: 0,
    });
    expect(without.rows.some(({ state }) => state === TraceState.waitingForPostnatalBed)).toBe(false);
  });
});

/** States of a woman's way through hospital. */
const ofHospital = new Set<TraceState>([
  TraceState.antenatalBed,
  TraceState.triage,
  TraceState.diverted,
  TraceState.labourRoom,
  TraceState.activeLabour,
  TraceState.caesareanPutOff,
  TraceState.theatre,
  TraceState.birth,
  TraceState.recovery,
  TraceState.waitingForPostnatalBed,
  TraceState.postnatalBed,
  TraceState.hotelBed,
  TraceState.discharged,
  TraceState.cleaningBegins,
  TraceState.cleaningEnds,
  TraceState.birthElsewhere,
  TraceState.neonatalAdmission,
  TraceState.neonatalDischarge,
  TraceState.readmitted,
  TraceState.readmissionEnds,
  TraceState.lostToFollowUp,
]);

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
