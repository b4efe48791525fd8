import { describe, expect, it, test } from 'vitest';
import { messagesOf, plan } from './support.ts';

/** A plan that replaces the law of the theatre. */
const theatre = (law: string): string =>
  plan('inputs:', `  clinical: { labour: { theatre: { value: ${law}, unit: hours, source: Trial, confidence: U } } }`);

/** A plan that replaces one figure of the clinical data. */
const figure = (path: string[], value: string, unit: string): string => {
  const inner = `{ value: ${value}, unit: ${unit}, source: Trial, confidence: U }`;
  return plan('inputs:', `  clinical: ${path.reduceRight((rest, key) => `{ ${key}: ${rest} }`, inner)}`);
};

describe('the law of a duration', () => {
  test.each([
    '{ law: constant, value: 2 }',
    '{ law: exponential, mean: 2 }',
    '{ law: lognormal, median: 2, sigma: 0.5 }',
    '{ law: gamma, mean: 2, standardDeviation: 1 }',
    '{ law: triangular, minimum: 0, mode: 0, maximum: 2 }',
    '{ law: uniform, minimum: 1, maximum: 2 }',
  ])('may be %s', (law) => {
    expect(messagesOf(theatre(law))).toEqual([]);
  });

  test.each([
    ['{ law: constant, value: 0 }', 'value.value: found 0. Allowed: a number above 0.'],
    ['{ law: exponential, mean: -2 }', 'value.mean: found -2. Allowed: a number above 0.'],
    ['{ law: lognormal, median: 2, sigma: 0 }', 'value.sigma: found 0. Allowed: a number above 0 and up to 3.'],
    ['{ law: gamma, mean: 2 }', 'value.standardDeviation: missing. Allowed: a number above 0.'],
    ['{ law: uniform, minimum: -1, maximum: 2 }', 'value.minimum: found -1. Allowed: a number from 0.'],
    [
      '{ law: exponential, median: 2 }',
      'value.mean: missing. Allowed: a number above 0.',
      'value.median: unknown key "median". Allowed: law, mean.',
    ],
    [
      '{ law: lognorm, median: 2, sigma: 1 }',
      'value.law: found the text "lognorm"; did you mean "lognormal"? Allowed: constant, exponential, lognormal, gamma, triangular, uniform.',
    ],
    [
      '2',
      'value: found 2. Allowed: a mapping whose law is one of constant, exponential, lognormal, gamma, triangular, uniform.',
    ],
    [
      '{ law: triangular, minimum: 3, mode: 1, maximum: 2 }',
      'value: found {"law":"triangular","minimum":3,"mode":1,"maximum":2}. Allowed: minimum ≤ mode ≤ maximum, with minimum below maximum.',
    ],
    [
      '{ law: uniform, minimum: 3, maximum: 2 }',
      'value: found {"law":"uniform","minimum":3,"maximum":2}. Allowed: minimum < maximum.',
    ],
    [
      '{ law: gamma, mean: 2, standardDeviation: 0.001 }',
      'value: found {"law":"gamma","mean":2,"standardDeviation":0.001}. Allowed: a standard deviation of 0.01 to 10 times the mean.',
    ],
  ])('can not be %s', (law, ...expected) => {
    const found = messagesOf(theatre(law)).map((message) => message.replace(/^.*?theatre\./, ''));
    expect(found.sort()).toEqual(expected.sort());
  });
});

describe('the clinical data', () => {
  it('name a site as regional unit', () => {
    const text = plan('inputs:', '  clinical: { regionalUnit: { site: riksen } }');
    expect(messagesOf(text)[0]).toMatch(/clinical\.regionalUnit\.site: unknown site "riksen".*rikshospitalet/);
  });

  test.each([
    [['age', 'nulliparous', 'mean'], '15', 'years', /an age between the bounds 16 and 50/],
    [['gestation', 'registration'], '154', 'days', /a day before the earliest birth, on day 154/],
    [['gestation', 'minimum'], '250', 'days', /toDay: found day 258\. Allowed: a day before term, 250/],
    [
      ['risk', 'illness', 'high'],
      '0.95',
      'probability',
      /the shares sum to 1\.03\. Allowed: shares that sum to at most 1/,
    ],
    [['labour', 'ripeningPlace', 'labourRoom'], '0.9', 'probability', /ripeningPlace: the shares sum to 1\.1/],
    [['lossToFollowUp', 'share'], '0.8', 'share of registrations', /found 0\.8\. Allowed: a number from 0 up to 0\.5/],
  ])('have %j within its bounds', (path, value, unit, message) => {
    expect(messagesOf(figure(path, value, unit))).toEqual([expect.stringMatching(message)]);
  });
});
