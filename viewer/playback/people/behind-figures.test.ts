import { beforeAll, describe, expect, test } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { originIds, siteIds, type ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { runReplication } from '../../../sim-core/maternity/run-replication.ts';
import { shippedInputs } from '../../../test/support/scenarios.ts';
import { hasPeopleBehind, peopleBehind, peopleBehindKeys } from './behind-figures.ts';
import { midwivesMet } from './meetings.ts';
import type { Recorded } from './recorded.ts';
import { indexNow } from './recording-index.ts';

describe.each(['dagens', 'stockholm-ahus-sektor'])('the people behind the figures of %s', (name) => {
  let inputs: ModelInputs;
  let recorded: Recorded;
  let indicators: Record<string, number>;

  beforeAll(() => {
    inputs = shippedInputs(name);
    const result = runReplication(inputs, 'people', 0, true);
    recorded = { inputs, playback: result.playback!, calendar: new Calendar(result.playback!.clockStart) };
    indicators = result.indicators;
  }, 120_000);

  const countOf = (key: string): number => peopleBehind(recorded, key)!.length;
  const keysOf = (id: string): string[] =>
    Object.keys(indicators).filter((key) => key === id || key.startsWith(`${id}.`));

  test('every figure with people behind it is one that the replication gives, and its women are known', () => {
    for (const id of peopleBehindKeys) {
      const keys = keysOf(id);
      expect(keys.length, id).toBeGreaterThan(0);
      for (const key of keys) expect(peopleBehind(recorded, key), key).toBeDefined();
    }
    expect(hasPeopleBehind('knownMidwifeByDistrict.somewhere')).toBe(true);
    expect(hasPeopleBehind('oneToOne')).toBe(false);
    expect(peopleBehind(recorded, 'oneToOne')).toBeUndefined();
    expect(peopleBehind(recorded, 'births.nowhere')).toBeUndefined();
  });

  test('numbers of women and events are the numbers of people behind them', () => {
    const numbers = [
      'birthsTotal',
      'birthsElsewhere',
      'diversions',
      'caesareansPutOff',
      'bornWithoutRoom',
      'followUpsEnded',
      ...['births', 'diversionsFromSite', 'diversionsToSite'].flatMap(keysOf),
    ];
    for (const key of numbers) expect(countOf(key), key).toBe(indicators[key]);
    expect(countOf('birthsTotal')).toBeGreaterThan(5000);
  });

  test('shares of births are the people behind them, divided by all births', () => {
    const births = indicators['birthsTotal']!;
    for (const id of ['nulliparousShare', 'caesareanShare']) expect(countOf(id) / births, id).toBe(indicators[id]);
    expect(countOf('plannedCaesareanShare') / countOf('caesareanShare')).toBe(indicators['plannedCaesareanShare']);
    expect(countOf('instrumentalShare') / (births - countOf('caesareanShare'))).toBe(indicators['instrumentalShare']);
  });

  test('shares of women from the districts are the people behind them, divided by their births', () => {
    const known = ['namedMidwife', 'teamMidwife', 'metMidwife', 'unknownMidwife'];
    const births = known.reduce((sum, id) => sum + countOf(id), 0);
    for (const id of [...known, 'knownMidwife', 'enrolled']) expect(countOf(id) / births, id).toBe(indicators[id]);
    const enrolled = countOf('enrolled');
    for (const id of ['knownMidwifeEnrolled', 'namedMidwifeEnrolled'])
      expect(countOf(id) / enrolled, id).toBe(indicators[id]);
  });

  test('parts of a figure by group are parts of its people', () => {
    const { women } = recorded.playback;
    for (const origin of originIds(inputs)) {
      const key = `knownMidwifeByDistrict.${origin}`;
      if (!(key in indicators)) continue;
      const everybody = ['namedMidwife', 'teamMidwife', 'metMidwife', 'unknownMidwife']
        .flatMap((id) => peopleBehind(recorded, id)!)
        .filter((woman) => women.origin[woman] === originIds(inputs).indexOf(origin));
      expect(countOf(key) / everybody.length, key).toBe(indicators[key]);
    }
    const byParity = ['nulliparous', 'multiparous'].map((parity) => countOf(`knownMidwifeByParity.${parity}`));
    expect(byParity[0]! + byParity[1]!).toBe(countOf('knownMidwife'));
    const hospitals = keysOf('caesareanShareByHospital').map(countOf);
    expect(hospitals.reduce((a, b) => a + b)).toBe(countOf('caesareanShare'));
    expect(siteIds(inputs).reduce((sum, site) => sum + countOf(`births.${site}`), 0)).toBe(countOf('birthsTotal'));
  });

  test('shares over those who went home are the people behind them, divided by those who went home', () => {
    const { trace, from, to } = recorded.playback;
    let discharges = 0;
    for (let row = 0; row < trace.time.length; row++)
      if (trace.state[row] === 11 && trace.time[row]! >= from && trace.time[row]! < to) discharges++;
    for (const id of ['leftWithin24Hours', 'newbornReadmissions', 'maternalReadmissions'])
      expect(countOf(id) / discharges, id).toBe(indicators[id]);
    expect(countOf('leftWithin24Hours')).toBeGreaterThan(0);
  });

  test('shares with a denominator of their own imply a whole number in it', () => {
    for (const id of [
      'waitedForBed',
      'fourDays',
      'homeVisit',
      'healthNurseVisit',
      'sameMidwifeThroughout',
      'sameTeamThroughout',
    ]) {
      const denominator = countOf(id) / indicators[id]!;
      if (countOf(id) === 0) expect(indicators[id], id).toBe(0);
      else expect(Math.abs(denominator - Math.round(denominator)), `${id} ${denominator}`).toBeLessThan(1e-6);
    }
  });

  test('the midwives that the women met give the mean that the indicator tells', () => {
    const index = indexNow(recorded.playback);
    const { women, to } = recorded.playback;
    const outside = originIds(inputs).map((id) => inputs.data.origins[id]!.outside);
    const observed = peopleBehind(recorded, 'birthsTotal')!.filter(
      (woman) => !outside[women.origin[woman]!] && women.bornAt[woman]! <= to - 14 * 1440,
    );
    const sum = observed.reduce((met, woman) => met + midwivesMet(recorded, index, woman), 0);
    expect(sum / observed.length).toBeCloseTo(indicators['midwivesMet']!, 9);
  });
});
