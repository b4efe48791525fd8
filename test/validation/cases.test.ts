import { describe, expect, it } from 'vitest';
import { runCase, zScores, type Reference, type ValidationCase } from '../../sim-core/experiment/validation/case.ts';
import { knownCases } from '../../sim-core/experiment/validation/known-cases.ts';
import { wholeModelCases } from '../../sim-core/experiment/validation/whole-model-cases.ts';
import { shippedInputs } from '../support/scenarios.ts';

const replications = 20;
/**
 * Some ninety figures are judged by Student's t with 19 degrees of freedom: at 3, one suite in two would fail by chance on
 * a new seed; at 4.5, one in fifty. A figure that is wrong by one standard deviation of a replication shows at 4.5.
 */
const largestZ = 4.5;

/** Cases of parts of the model, and those through the whole of it. */
const cases = [...knownCases, ...wholeModelCases(shippedInputs('dagens'))];

describe('a case with a known answer is reproduced:', () => {
  it.each(cases.map((known): [string, string, ValidationCase] => [known.id, known.title, known]))(
    '%s, %s',
    (_, __, known) => {
      const { figures } = runCase(known, 'validation tests', replications);
      expect(figures.length).toBeGreaterThan(1);
      for (const { figure, value, mean, z, n, tolerance } of figures) {
        expect(n).toBe(replications);
        if (tolerance === undefined) expect(Math.abs(z), `${figure}: ${mean}, not ${value}`).toBeLessThan(largestZ);
        else expect(Math.abs(mean - value), figure).toBeLessThanOrEqual(tolerance);
      }
    },
  );

  it('the cases that must be there are there', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['A1a', 'A1b', 'A2a', 'A2b', 'A3b', 'A4', 'A6', 'A7', 'A11', 'A14']));
    expect(ids).toEqual(
      expect.arrayContaining(['C1', 'C2', 'C4', 'busy-on-call', 'capacity-study', 'mser-5', 'replications']),
    );
    expect(ids.filter((id) => id.startsWith('flow-'))).toHaveLength(4);
    expect(ids.filter((id) => id.startsWith('whole-'))).toEqual(['whole-A1a', 'whole-A2a', 'whole-C1']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(cases.map((known): [string, ValidationCase] => [known.id, known]))(
    '%s with wrong references is found out',
    (_, known) => {
      const references = known.references.map((reference) => ({ ...reference, value: reference.value * 1.2 }));
      expect(runCase({ ...known, references }, 'validation tests', 5).passed).toBe(false);
    },
  );
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

  it('excuses a figure outside only when its target is not verified and somebody has said why', () => {
    const explanation = { nb: 'fordi', en: 'because' };
    const basis = { unit: 'share', name: { nb: 'f', en: 'f' } } as const;
    const outside = (published: Partial<Reference['published']>, values = [20, 20]) =>
      judged({ tolerance: 1, published: { ...basis, confidence: 'D', ...published } }, values);
    expect(outside({})).toMatchObject({ inside: false, passed: false });
    expect(outside({ explanation })).toMatchObject({ inside: false, passed: true });
    expect(outside({ explanation, confidence: 'U' })).toMatchObject({ inside: false, passed: true });
    expect(outside({ explanation, confidence: 'V' })).toMatchObject({ inside: false, passed: false });
    expect(outside({ explanation }, [NaN, NaN])).toMatchObject({ inside: false, passed: false });
    expect(outside({}, [10.5, 10.5])).toMatchObject({ inside: true, passed: true });
  });

  it('counts the error of a reference that is an estimate itself', () => {
    // Our standard error is 1 / √(3 / 2), that of the reference 3.92 / 1.96 = 2.
    const { z, standardError } = judged({ value: 9, halfWidth: 3.92 }, [10, 12, 12, 14]);
    expect(z).toBeCloseTo(3 / Math.sqrt(standardError * standardError + 4), 12);
  });

  it('never passes a figure that could not be judged', () => {
    expect(judged({}, [10]).passed).toBe(false);
    expect(judged({}, [NaN, NaN]).passed).toBe(false);
    expect(judged({ tolerance: 5 }, [NaN]).passed).toBe(false);
  });
});

describe('the z-scores of many figures', () => {
  const outcome = (z: number[], tolerance?: number) => ({
    id: '',
    title: '',
    source: '',
    passed: true,
    figures: z.map((score) => ({
      figure: '',
      value: 0,
      unit: '',
      mean: 0,
      standardError: 1,
      n: 2,
      ci95: [0, 0] as [number, number],
      z: score,
      inside: true,
      passed: true,
      ...(tolerance === undefined ? {} : { tolerance }),
    })),
  });

  it('are summed up over all cases, without the figures that are judged by a tolerance', () => {
    const scores = zScores([outcome([-1, 2.5]), outcome([0, 0.5]), outcome([9], 1)]);
    expect(scores).toMatchObject({ count: 4, shareInside: 0.75, mean: 0.5, largest: 2.5 });
    expect(scores.standardDeviation).toBeCloseTo(Math.sqrt((7.5 - 4 * 0.25) / 3), 12);
  });
});
