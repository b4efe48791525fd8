import { describe, expect, it } from 'vitest';
import type { FigureOutcome, PublishedBasis } from '../../sim-core/experiment/validation/case.ts';
import { markdownTable } from '../../sim-core/results/markdown-table.ts';
import { truthTable } from '../../sim-core/results/truth-table.ts';

function outcome(changes: Partial<FigureOutcome> & { published?: Partial<PublishedBasis> }): FigureOutcome {
  const { published, ...figure } = changes;
  return {
    figure: 'Caesarean births',
    unit: 'share',
    value: 0.17,
    tolerance: 0.007,
    mean: 0.1664,
    standardError: 0.0005,
    n: 20,
    ci95: [0.1653, 0.1675],
    z: -7,
    inside: true,
    passed: true,
    published: {
      confidence: 'V',
      unit: 'share',
      name: { nb: 'Keisersnitt', en: 'Caesarean births' },
      ...published,
    },
    ...figure,
  };
}

const explained = outcome({
  value: 33.7,
  tolerance: 3,
  mean: 40.25,
  ci95: [40.1, 40.4],
  inside: false,
  published: {
    confidence: 'D',
    unit: 'births',
    name: { nb: 'Fødsler per årsverk', en: 'Births per post' },
    explanation: { nb: 'Små enheter.', en: 'Small units.' },
  },
});
const wrong = outcome({
  value: 6466.3,
  tolerance: 194,
  mean: 6000,
  ci95: [NaN, NaN],
  inside: false,
  passed: false,
  published: { confidence: 'D', unit: 'births', name: { nb: 'Fødsler', en: 'Births' } },
});

describe('the table of targets', () => {
  it('shows target, tolerance, mean, interval, unit, confidence and verdict, with the decimals of the tolerance', () => {
    expect(truthTable([outcome({}), explained, wrong], 'en', 'text').split('\n')).toEqual([
      'Figure            Target  Tolerance   Ours  95 % interval  Unit    Confidence',
      'Caesarean births    17.0      ± 0.7   16.6    16.5 … 16.8  %       V           inside',
      'Births per post     33.7      ± 3.0   40.3    40.1 … 40.4  births  D           outside, explained',
      'Births             6,466      ± 194  6,000              –  births  D           OUTSIDE',
      '',
      'Births per post: Small units.',
      '',
      '1 of 3 targets inside; 1 of 1 verified ones.',
    ]);
  });

  it('explains only what is outside', () => {
    expect(truthTable([{ ...explained, inside: true }], 'en', 'text')).not.toContain('Small units');
  });

  it('stands in the README as Markdown, in either language', () => {
    expect(truthTable([outcome({}), explained], 'nb', 'markdown').split('\n')).toEqual([
      '| Størrelse | Mål | Toleranse | Modellen | 95 %-intervall | Enhet | Sikkerhet |  |',
      '| --- | ---: | ---: | ---: | ---: | --- | --- | --- |',
      '| Keisersnitt | 17,0 | ± 0,7 | 16,6 | 16,5 … 16,8 | % | V | innenfor |',
      '| Fødsler per årsverk | 33,7 | ± 3,0 | 40,3 | 40,1 … 40,4 | fødsler | D | utenfor, forklart |',
      '',
      '- Fødsler per årsverk: Små enheter.',
      '',
      '1 av 2 mål innenfor; 1 av 1 verifiserte.',
    ]);
  });

  it('leaves out figures that have no published counterpart', () => {
    const { published: _, ...known } = outcome({});
    expect(truthTable([known], 'en', 'text')).toContain('0 of 0 targets inside');
  });
});

it('a cell with a bar does not break a Markdown table', () => {
  expect(markdownTable([['a'], ['|z| < 3']], ['left'])).toBe('| a |\n| --- |\n| \\|z\\| < 3 |');
});
