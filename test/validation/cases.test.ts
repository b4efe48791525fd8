import { describe, expect, it } from 'vitest';
import { baseScenarioCase } from '../../sim-core/experiment/validation/base-scenario-case.ts';
import { runCase, type Reference, type ValidationCase } from '../../sim-core/experiment/validation/case.ts';
import { queueCases } from '../../sim-core/experiment/validation/queue-cases.ts';
import { teamCases } from '../../sim-core/experiment/validation/team-cases.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import { changed, dateAfter, shippedInputs } from '../support/scenarios.ts';

const replications = 20;
/**
 * Some twenty figures are judged by Student's t with 19 degrees of freedom: at 3, one suite in seven would fail by chance
 * on a new seed; at 4, one in sixty. A figure that is wrong by one standard deviation of a replication shows at 4.5.
 */
const largestZ = 4;

describe('a case with a known answer is reproduced:', () => {
  it.each(
    [...queueCases, ...teamCases].map((known): [string, string, ValidationCase] => [known.id, known.title, known]),
  )('%s, %s', (_, __, known) => {
    const { figures } = runCase(known, 'validation tests', replications);
    expect(figures.length).toBeGreaterThan(1);
    for (const { figure, value, mean, z, n, tolerance } of figures) {
      expect(n).toBe(replications);
      if (tolerance === undefined) expect(Math.abs(z), `${figure}: ${mean}, not ${value}`).toBeLessThan(largestZ);
      else expect(Math.abs(mean - value), figure).toBeLessThanOrEqual(tolerance);
    }
  });

  it('the cases that must be there are there', () => {
    const ids = [...queueCases, ...teamCases].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['A1a', 'A1b', 'A2a', 'A3b', 'C1']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a wrong reference is found out', () => {
    const wrong = queueCases.map((known) => ({
      ...known,
      references: known.references.map((reference) => ({ ...reference, value: reference.value * 1.2 })),
    }));
    for (const known of wrong) expect(runCase(known, 'validation tests', 5).passed, known.id).toBe(false);
  });
});

describe('today’s service in Oslo', () => {
  const inputs = shippedInputs('dagens');
  const oslo = baseScenarioCase('oslo', inputs);

  it('lies within every tolerance with twenty replications', () => {
    const { figures, passed } = runCase(oslo, '1', replications);
    expect(figures.filter((figure) => !figure.passed)).toEqual([]);
    expect(passed).toBe(true);
  });

  it('is held against the births of each site and every published target', () => {
    const targets = indicatorKeys(inputs).filter(({ indicator }) => indicator.published?.role === 'target');
    expect(oslo.references).toHaveLength(3 + targets.length);
    expect(targets.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['stay', 'stayVaginal', 'stayCaesarean', 'caesareanShare', 'julyDecemberRatio']),
    );
    const births = oslo.references.slice(0, 3).reduce((sum, { value }) => sum + value, 0);
    const expected = Object.values(inputs.data.origins).reduce((sum, { births: yearly, sector }) => {
      const { elsewhere = 0 } = inputs.data.sectors[sector]!.placeOfBirth;
      return sum + yearly * (1 - elsewhere);
    }, 0);
    expect(births).toBeCloseTo((expected * 365) / 365.25, 6);
  });

  it('expects births in proportion to the horizon', () => {
    const half = changed(inputs, ({ horizon }) => (horizon.end = dateAfter(horizon.start, 72)));
    const [whole, part] = [oslo, baseScenarioCase('half', half)].map(({ references }) => references[0]!.value);
    expect(part! / whole!).toBeCloseTo(73 / 365, 12);
  });
});

describe('the judgement of a figure', () => {
  const judged = (reference: Partial<Reference>, values: readonly number[]) => {
    const known: ValidationCase = {
      id: 'X',
      title: '',
      source: '',
      references: [{ figure: 'f', value: 10, unit: '', ...reference }],
      replications: values.length,
      replicate: (_, replication) => [values[replication]!],
    };
    const outcome = runCase(known, '1', values.length);
    expect(outcome.passed).toBe(outcome.figures[0]!.passed);
    return outcome.figures[0]!;
  };

  it('is the distance in standard errors, below 3', () => {
    // Mean 12, standard deviation 2, standard error 1.
    expect(judged({}, [10, 12, 12, 14])).toMatchObject({ mean: 12, n: 4, passed: true });
    expect(judged({}, [10, 12, 12, 14]).z).toBeCloseTo(2 / (Math.sqrt(8 / 3) / 2), 12);
    expect(judged({ value: 9 }, [10, 12, 12, 14])).toMatchObject({ passed: false });
    expect(judged({ value: 15 }, [10, 12, 12, 14])).toMatchObject({ passed: false });
  });

  it('without scatter asks for equality', () => {
    expect(judged({}, [10, 10, 10])).toMatchObject({ z: 0, passed: true });
    expect(judged({}, [10.001, 10.001])).toMatchObject({ z: Infinity, passed: false });
  });

  it('with a tolerance is the distance, the bound included', () => {
    expect(judged({ tolerance: 0.5 }, [10.5, 10.5])).toMatchObject({ passed: true });
    expect(judged({ tolerance: 0.5 }, [9.5, 9.5])).toMatchObject({ passed: true });
    expect(judged({ tolerance: 0.5 }, [10.6, 10.6])).toMatchObject({ passed: false });
    expect(judged({ tolerance: 0.5 }, [-90, 110])).toMatchObject({ mean: 10, passed: true });
  });

  it('never passes a figure that could not be judged', () => {
    expect(judged({}, [10]).passed).toBe(false);
    expect(judged({}, [NaN, NaN]).passed).toBe(false);
    expect(judged({ tolerance: 5 }, [NaN]).passed).toBe(false);
  });
});
