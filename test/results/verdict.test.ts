import { describe, expect, it } from 'vitest';
import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import { sideBySideTable } from '../../sim-core/results/side-by-side.ts';
import { comparisonSummary } from '../../sim-core/results/summary.ts';
import { postnatalCapacity } from '../../sim-core/results/verdict-subjects.ts';
import { verdictText } from '../../sim-core/results/verdict-text.ts';
import { judgementOf, planVerdict, type PlanVerdict } from '../../sim-core/results/verdict.ts';
import { estimate } from '../../sim-core/kernel/index.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';

const inputs = changed(shippedInputs('dagens'), ({ data }) => {
  data.economy.budgetMargin = 0.001;
});
const million = 1e6;

/** Results made by hand; every figure that is not given is zero in all of three replications. */
function result(figures: Record<string, number[]>): ScenarioResult {
  const zeros = Object.fromEntries(indicatorKeys(inputs).map(({ key }) => [key, [0, 0, 0]]));
  for (const key of Object.keys(figures)) expect(zeros, key).toHaveProperty([key]);
  const indicators = { ...zeros, ...figures };
  return { scenario: inputs.id, seed: '1', replications: 3, indicators, traceHashes: ['a', 'b', 'c'] };
}

const todays = {
  'grossCostByYear.ahus-2027': [1500, 1500, 1500].map((cost) => cost * million),
  'netCostByYear.ahus-2027': [1000, 1001, 1002].map((cost) => cost * million),
  'grossCostByYear.ous-2027': [2000, 2000, 2000].map((cost) => cost * million),
  'netCostByYear.ous-2027': [2000, 2010, 2020].map((cost) => cost * million),
  'grossCostByYear.state-2027': [5, 5, 5].map((cost) => cost * million),
  'netCostByYear.state-2027': [500, 500, 500].map((cost) => cost * million),
  'contractPostsByPayerProfession.ahus-midwife': [140, 140, 140],
  'contractPostsByPayerProfession.districts-midwife': [90, 90, 90],
  oneToOne: [0.9, 0.92, 0.94],
};
const today = result(todays);

function verdict(figures: Record<string, number[]>, plan: ModelInputs = inputs): PlanVerdict {
  return planVerdict({ inputs, result: today }, { inputs: plan, result: result({ ...todays, ...figures }) });
}

function budgetOf({ kroner }: PlanVerdict, payer: string): PlanVerdict['kroner'][number] {
  return kroner.find(({ subject }) => subject.payer?.id === payer && subject.year === '2027')!;
}

describe('the verdict on a plan', () => {
  it('that changes nothing is that it holds, and that nothing differs', () => {
    const { budget, figures } = verdict({});
    expect(budget).toEqual({ kroner: 'holds', posts: 'holds', all: 'holds' });
    expect(figures.map(({ judgement }) => judgement)).toEqual(figures.map(() => 'unclear'));
  });

  it('judges by the paired difference, though the levels overlap', () => {
    const { figures } = verdict({ oneToOne: [0.91, 0.93, 0.951], diversions: [3, 5, 4] });
    const found = Object.fromEntries(figures.map(({ key, judgement }) => [key.key, judgement]));
    expect(found).toMatchObject({ oneToOne: 'better', diversions: 'worse', knownMidwife: 'unclear' });
  });

  it('lets a payer spend a share of its gross cost of today more, and no more', () => {
    // 0.1 % of 1,500 million is 1.5 million.
    const plus = (more: number): number[] => todays['netCostByYear.ahus-2027'].map((cost) => cost + more * million);
    const ahus = budgetOf(verdict({ 'netCostByYear.ahus-2027': plus(1.4) }), 'ahus');
    expect(ahus.subject.margin).toBe(1.5 * million);
    expect(ahus.answer).toEqual({ judgement: 'holds' });
    const over = verdict({ 'netCostByYear.ahus-2027': plus(1.6) });
    expect(budgetOf(over, 'ahus').answer).toEqual({ judgement: 'exceeds' });
    expect(over.budget).toEqual({ kroner: 'exceeds', posts: 'holds', all: 'exceeds' });
  });

  it('cannot tell when the interval of the difference holds the margin', () => {
    // Differences 0, 2 and 4 million at OUS, where 2 million are allowed: mean and margin are the same.
    const net = [2000, 2012, 2024].map((cost) => cost * million);
    const { budget, kroner } = verdict({ 'netCostByYear.ous-2027': net });
    expect(budget.all).toBe('undecided');
    const ous = kroner.find(({ subject }) => subject.payer?.id === 'ous')!;
    expect(ous.answer).toEqual({ judgement: 'undecided', replicationsNeeded: Infinity });
  });

  it('asks no budget of the state, or of who has no cost of its own', () => {
    const { budget, kroner } = verdict({
      'netCostByYear.state-2027': [600, 600, 600].map((cost) => cost * million),
      'netCostByYear.rhf-2027': [1, 1, 1].map((cost) => cost * million),
    });
    expect(budget.kroner).toBe('holds');
    expect(kroner.filter(({ answer }) => answer !== undefined).map(({ subject }) => subject.payer!.id)).toEqual([
      'ous',
      'ahus',
    ]);
  });

  it('lets posts move between payers but not become more in all', () => {
    const moved = {
      'contractPostsByPayerProfession.ahus-midwife': [149, 149, 149],
      'contractPostsByPayerProfession.districts-midwife': [81, 81, 81],
    };
    expect(verdict(moved).budget.posts).toBe('holds');
    const more = { ...moved, 'contractPostsByPayerProfession.districts-midwife': [81.06, 81.06, 81.06] };
    expect(verdict(more).budget.posts).toBe('exceeds');
    const rounding = { ...moved, 'contractPostsByPayerProfession.districts-midwife': [81.04, 81.04, 81.04] };
    expect(verdict(rounding).budget.posts).toBe('holds');
  });
});

it('a difference is clear when its interval does not hold zero', () => {
  const [up, down] = [estimate([1, 1, 1]), estimate([-1, -1, -1])];
  expect([judgementOf(up, 'higher'), judgementOf(up, 'lower'), judgementOf(up, 'none')]).toEqual([
    'better',
    'worse',
    'unclear',
  ]);
  expect(judgementOf(down, 'lower')).toBe('better');
  expect(judgementOf(estimate([0, 0]), 'lower')).toBe('unclear');
  expect(judgementOf(estimate([1]), 'lower')).toBe('unclear');
});

it('the beds of a hospital are the fewest of the horizon', () => {
  const site = Object.keys(inputs.data.sites)[0]!;
  const hospital = inputs.data.sites[site]!.hospital;
  const plan = changed(inputs, ({ interventions }) => {
    const change = { model: 'capacity', site, labourRooms: 0 } as const;
    interventions.push({ ...change, start: '2027-03-01', end: '2027-09-30', postnatalBeds: -5 });
    interventions.push({ ...change, start: '2027-06-01', end: '2027-07-31', postnatalBeds: -3, hotelBeds: -1 });
    interventions.push({ ...change, start: '2028-01-01', postnatalBeds: -20 });
  });
  expect(postnatalCapacity(plan, hospital)).toBe(postnatalCapacity(inputs, hospital) - 9);
});

it('beds that are there until a day and again from another are not counted between the two, if a day lies between', () => {
  const site = Object.keys(inputs.data.sites)[0]!;
  const { hospital } = inputs.data.sites[site]!;
  const moreUntilAndFrom = (end: string, start: string) =>
    changed(inputs, ({ interventions }) => {
      const change = { model: 'capacity', site, labourRooms: 0, postnatalBeds: 5 } as const;
      interventions.push({ ...change, start: '2026-01-01', end }, { ...change, start });
    });
  const usual = postnatalCapacity(inputs, hospital);
  expect(postnatalCapacity(moreUntilAndFrom('2027-03-31', '2027-04-02'), hospital)).toBe(usual);
  expect(postnatalCapacity(moreUntilAndFrom('2027-03-31', '2027-04-01'), hospital)).toBe(usual + 5);
  expect(postnatalCapacity(moreUntilAndFrom('2027-12-31', '2028-01-02'), hospital)).toBe(usual + 5);
});

describe('the words', () => {
  const plan = verdict({
    knownMidwife: [0.1, 0.101, 0.102],
    oneToOne: [0.88, 0.9, 0.921],
    'netCostByYear.ahus-2027': [1012.1, 1013.3, 1014.5].map((cost) => cost * million),
    'netCostByYear.ous-2027': [1998.8, 2008.8, 2018.8].map((cost) => cost * million),
    'contractPostsByPayerProfession.ahus-midwife': [1240.5, 1240.5, 1240.5],
  });

  it('in Norwegian have decimal comma, thin spaces and minus sign', () => {
    const { summary, lines } = verdictText(plan, 'nb');
    expect(summary).toBe(
      'Holder seg ikke innenfor dagens ramme: kronene holder ikke, årsverkene holder ikke. ' +
        'Bedre: kjent jordmor ved fødselen. Dårligere: én-til-én-omsorg i aktiv fødsel.',
    );
    expect(lines).toContain('Kjent jordmor ved fødselen: 10,1 av 100 kvinner (i dag 0,0), +10,1 [9,9–10,3], bedre.');
    expect(lines).toContain(
      'Én-til-én-omsorg i aktiv fødsel: 90,0 % (i dag 92,0), −2,0 prosentpoeng [−2,1 til −1,8], dårligere.',
    );
    // Differences 12.1, 12.3 and 12.5: s = 0.2, t(0.975, 2) = 4.302653, half-width 0.497.
    expect(lines).toContain(
      'Holder ikke budsjettet hos Akershus universitetssykehus: 12,3 mill. kr mer i 2027 [11,8–12,8]; ' +
        '1\u202F013,3 mot 1\u202F001,0 i dag.',
    );
    expect(lines).toContain(
      'Holder budsjettet hos Oslo universitetssykehus: 1,20 mill. kr mindre i 2027 [1,20–1,20]; ' +
        '2\u202F008,80 mot 2\u202F010,00 i dag.',
    );
    expect(lines).toContain(
      'Holder ikke bemanningen av jordmødre: 1\u202F100,5 årsverk mer [1\u202F100,5–1\u202F100,5]; ' +
        '1\u202F330,5 mot 230,0 i dag.',
    );
    expect(lines.join(' ')).not.toMatch(/-\d|\d\.\d/);
  });

  it('in English have decimal points and commas between thousands', () => {
    const { summary, lines } = verdictText(plan, 'en');
    expect(summary).toMatch(
      /^Does not stay within today’s means: the kroner do not hold, the posts do not hold\. Better:/,
    );
    expect(lines).toContain('Known midwife at birth: 10.1 of 100 women (today 0.0), +10.1 [9.9–10.3], better.');
    expect(lines).toContain(
      'Does not hold the budget of Akershus University Hospital: 12.3 NOK million more in 2027 [11.8–12.8]; ' +
        '1,013.3 against 1,001.0 today.',
    );
  });

  it('say how many replications would tell', () => {
    // Differences 0, 2 and 5 million: mean 7/3, s = 2.516611, margin 2, so Student must come below 1/3: n = 222.
    const net = [2000, 2012, 2025].map((cost) => cost * million);
    const undecided = verdict({ 'netCostByYear.ous-2027': net });
    expect(budgetOf(undecided, 'ous').answer!.replicationsNeeded).toBe(222);
    expect(verdictText(undecided, 'nb').lines.join('\n')).toMatch(
      /Kan ikke si ennå om budsjettet holder hos Oslo universitetssykehus: .*; 222 kjøringer ville vise det\./,
    );
    const never = verdict({ 'netCostByYear.ous-2027': [2000, 2012, 2024].map((cost) => cost * million) });
    expect(verdictText(never, 'en').lines.join('\n')).toMatch(/more than 1,000 replications are needed\./);
  });
});

it('plans stand side by side, a column each', () => {
  const plans = [verdict({}), verdict({ oneToOne: [0.88, 0.9, 0.921] })];
  const [header, ...rows] = sideBySideTable(plans, 'en', 'markdown').split('\n');
  expect(header!.split('|')).toHaveLength(6);
  const row = rows.find((line) => line.includes('One-to-one'))!;
  expect(row.split('|').map((cell) => cell.trim())).toEqual([
    '',
    'One-to-one care in active labour (%, percentage points)',
    '92.0',
    '92.0 (0.0 [0.0–0.0]) no clear difference',
    '90.0 (−2.0 [−2.1 to −1.8]) worse',
    '',
  ]);
});

it('JSON has the verdict beside the differences, and no NaN', () => {
  const plan = verdict({ knownMidwife: [0.1, 0.101, 0.102] });
  const summary = comparisonSummary({ inputs, result: today }, [result({})], [plan]);
  const copy = JSON.parse(JSON.stringify(summary)) as typeof summary;
  expect(copy).toEqual(summary);
  expect(copy.scenarios[0]!.verdict.figures[0]).toMatchObject({ key: 'knownMidwife', judgement: 'better', base: 0 });
  expect(copy.scenarios[0]!.differences.oneToOne).toMatchObject({ base: expect.closeTo(0.92), scenario: 0 });
});
