import { describe, expect, it } from 'vitest';
import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import { sideBySideTable } from '../../sim-core/results/side-by-side.ts';
import { comparisonSummary } from '../../sim-core/results/summary.ts';
import { postnatalBeds } from '../../sim-core/results/verdict-subjects.ts';
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

describe('the beds of a hospital', () => {
  const [site] = Object.keys(inputs.data.sites) as [string];
  const { hospital } = inputs.data.sites[site]!;
  const [[beds]] = postnatalBeds([inputs], hospital) as [[number]];
  const change = { model: 'capacity', site, labourRooms: 0 } as const;

  it('are those of its sites, and change on first days and after last days', () => {
    const sites = Object.values(inputs.data.sites).filter((other) => other.hospital === hospital);
    expect(beds).toBe(sites.reduce((sum, { postnatalBeds: ward, hotelBeds }) => sum + ward + hotelBeds, 0));
    const plan = changed(inputs, ({ interventions }) => {
      interventions.push({ ...change, start: '2027-03-01', end: '2027-09-30', postnatalBeds: -5 });
      interventions.push({ ...change, start: '2027-06-01', end: '2027-07-31', postnatalBeds: -3, hotelBeds: -1 });
      interventions.push({ ...change, start: '2028-01-01', postnatalBeds: -20 });
    });
    const [unchanged, planned] = postnatalBeds([inputs, plan], hospital);
    // From 1 January, 1 March, 1 October, 1 June and 1 August; what changes in 2028 is after the horizon.
    expect(planned).toEqual([0, -5, 0, -9, -5].map((more) => beds + more));
    expect(unchanged).toEqual(planned!.map(() => beds));
  });

  it('are those of the base data on a day between two changes', () => {
    const plan = changed(inputs, ({ interventions }) => {
      interventions.push({ ...change, start: '2026-12-01', end: '2027-06-30', postnatalBeds: 7 });
      interventions.push({ ...change, start: '2027-07-02', postnatalBeds: 7 });
    });
    expect(postnatalBeds([plan], hospital)).toEqual([[beds + 7, beds, beds + 7]]);
  });

  it('are told with both numbers and not judged where a plan changes them, though fewer are in use', () => {
    const key = `postnatalBedsHighByHospital.${hospital}`;
    const fewerBeds = changed(inputs, ({ interventions }) => {
      interventions.push({ ...change, start: '2026-12-01', postnatalBeds: -8 });
    });
    const closedInSummer = changed(inputs, ({ interventions }) => {
      interventions.push({ ...change, start: '2027-06-28', end: '2027-08-15', postnatalBeds: -8 });
    });
    const inUse = { [key]: [-3, -3.5, -4] };
    const judged = (plan: ModelInputs): [string, string] => {
      const found = verdict(inUse, plan);
      const index = found.figures.findIndex((figure) => figure.key.key === key);
      return [found.figures[index]!.judgement, verdictText(found, 'nb').lines[index]!];
    };
    expect(judged(inputs)).toEqual(['better', expect.stringContaining(` av ${beds} senger (i dag 0,0), −3,5 `)]);
    const [judgement, line] = judged(fewerBeds);
    expect(judgement).toBe('notJudged');
    expect(line).toContain(` av ${beds - 8} senger (i dag 0,0 av ${beds}), `);
    expect(line).toMatch(/, ikke vurdert fordi antallet senger endres\.$/);
    expect(verdictText(verdict(inUse, fewerBeds), 'nb').summary).not.toContain('Bedre');
    expect(judged(closedInSummer)[1]).toContain(` av ${beds - 8}–${beds} senger (i dag 0,0 av ${beds}), `);
    const { scenarios } = comparisonSummary({ inputs, result: today }, [result({})], [verdict(inUse, fewerBeds)]);
    expect(scenarios[0]!.verdict.figures.find((figure) => figure.key === key)!.capacity).toEqual({
      base: { fewest: beds, most: beds },
      scenario: { fewest: beds - 8, most: beds - 8 },
    });
  });
});

describe('the words', () => {
  const plan = verdict({
    knownMidwife: [0.1, 0.101, 0.102],
    oneToOne: [0.88, 0.9, 0.921],
    'netCostByYear.ahus-2027': [1012.1, 1013.3, 1014.5].map((cost) => cost * million),
    'netCostByYear.state-2027': [498, 498, 498].map((cost) => cost * million),
    'netCostByYear.ous-2027': [1998.8, 2008.8, 2018.8].map((cost) => cost * million),
    'contractPostsByPayerProfession.ahus-midwife': [1240.5, 1240.5, 1240.5],
  });

  it('in Norwegian have decimal comma, thin spaces and minus sign', () => {
    const { summary, lines } = verdictText(plan, 'nb');
    expect(summary).toBe(
      'Holder seg ikke innenfor dagens ramme: budsjettet holder ikke, årsverkene holder ikke. ' +
        'Bedre: kjent jordmor ved fødselen. Dårligere: én-til-én-omsorg i aktiv fødsel.',
    );
    expect(lines).toContain('Kjent jordmor ved fødselen: 10,1 av 100 kvinner (i dag 0,0), +10,1 [9,9–10,3], bedre.');
    expect(lines).toContain(
      'Én-til-én-omsorg i aktiv fødsel: 90,0 % (i dag 92,0), −2,0 prosentpoeng [−2,1 til −1,8], dårligere.',
    );
    // Differences 12.1, 12.3 and 12.5: s = 0.2, t(0.975, 2) = 4.302653, half-width 0.497.
    expect(lines).toContain(
      'Akershus universitetssykehus: holder ikke budsjettet i 2027, 12,3 mill. kr mer [11,8–12,8]; ' +
        '1\u202F013,3 mot 1\u202F001,0 i dag.',
    );
    expect(lines).toContain(
      'Oslo universitetssykehus: holder budsjettet i 2027, 1,20 mill. kr mindre [1,20–1,20]; ' +
        '2\u202F008,8 mot 2\u202F010,0 i dag.',
    );
    expect(lines).toContain(
      'Jordmødre: årsverkene holder ikke, 1\u202F100,5 mer [1\u202F100,5–1\u202F100,5]; 1\u202F330,5 mot 230,0 i dag.',
    );
    expect(lines).toContain(
      'Akershus universitetssykehus, jordmødre: 1\u202F100,5 årsverk mer [1\u202F100,5–1\u202F100,5]; 1\u202F240,5 mot 140,0 i dag.',
    );
    expect(lines).toContain(
      'Staten (uten eget budsjett): 2,00 mill. kr mindre i 2027 [2,00–2,00]; 498,0 mot 500,0 i dag.',
    );
    expect(lines.join(' ')).not.toMatch(/-\d|\d\.\d/);
  });

  it('in English have decimal points and commas between thousands', () => {
    const { summary, lines } = verdictText(plan, 'en');
    expect(summary).toMatch(
      /^Does not stay within today’s means: the budget does not hold, the posts do not hold\. Better:/,
    );
    expect(lines).toContain('Known midwife at birth: 10.1 of 100 women (today 0.0), +10.1 [9.9–10.3], better.');
    expect(lines).toContain(
      'Akershus University Hospital: the budget of 2027 does not hold, NOK 12.3 million more [11.8–12.8]; ' +
        '1,013.3 against 1,001.0 today.',
    );
    expect(lines).toContain(
      'The state (without a budget of its own): NOK 2.00 million less in 2027 [2.00–2.00]; 498.0 against 500.0 today.',
    );
    expect(lines.join('\n')).toContain('\nMidwives: the full-time posts do not hold, 1,100.5 more [');
    expect(lines.join('\n')).toMatch(/\nOne-to-one care in active labour: 90\.0% \(today 92\.0\), /);
  });

  it('say "as today" of what has a budget and differs by nothing that is shown, and nothing of what has none', () => {
    const plus = (payer: 'ahus' | 'ous' | 'state', more: number[]): Record<string, number[]> => {
      const key = `netCostByYear.${payer}-2027` as const;
      return { [key]: todays[key].map((cost, index) => cost + more[index]! * million) };
    };
    const nearly = verdict({
      ...plus('ahus', [0.004, 0.004, 0.004]),
      ...plus('ous', [0.1, 0, -0.1]),
      ...plus('state', [0.004, 0.004, 0.004]),
      'contractPostsByPayerProfession.ahus-midwife': [140.04, 140.04, 140.04],
      'addedPostsByPayerProfession.ahus-midwife': [0.04, 0.04, 0.04],
    });
    const { lines } = verdictText(nearly, 'nb');
    expect(lines.slice(nearly.figures.length)).toEqual([
      // Half-width 4.302653 × 0.1 / √3.
      'Oslo universitetssykehus: holder budsjettet i 2027; 2\u202F010,00 mill. kr, som i dag [−0,25 til 0,25].',
      'Akershus universitetssykehus: holder budsjettet i 2027; 1\u202F001,00 mill. kr, som i dag.',
      'Jordmødre: årsverkene holder; 230,0, som i dag.',
      'Helsesykepleiere: årsverkene holder; 0,0, som i dag.',
      'Barnepleiere: årsverkene holder; 0,0, som i dag.',
    ]);
    expect(verdictText(nearly, 'en').lines).toContain(
      'Akershus University Hospital: the budget of 2027 holds; NOK 1,001.00 million, as today.',
    );
  });

  it('show more decimals only of a clear difference that would seem to be none', () => {
    const lineOf = (values: number[]): string => verdictText(verdict({ oneToOne: values }), 'en').lines[1]!;
    expect(lineOf([0.9002, 0.9202, 0.9402])).toContain('+0.020 percentage points [0.020–0.020], better.');
    expect(lineOf([0.9002, 0.9201, 0.9399])).toContain(', 0.0 percentage points [0.0–0.0], no clear difference.');
  });

  it('name a hospital as its payer is named', () => {
    const { figures } = verdict({});
    const lines = verdictText(verdict({}), 'en').lines.slice(0, figures.length);
    expect(lines.filter((line) => line.startsWith('Postnatal beds in use')).join('\n')).toMatch(
      /, Oslo University Hospital: .*\n.*, Akershus University Hospital: /,
    );
  });

  it('say how many replications would tell', () => {
    // Differences 0, 2 and 5 million: mean 7/3, s = 2.516611, margin 2, so Student must come below 1/3: n = 222.
    const net = [2000, 2012, 2025].map((cost) => cost * million);
    const undecided = verdict({ 'netCostByYear.ous-2027': net });
    expect(budgetOf(undecided, 'ous').answer!.replicationsNeeded).toBe(222);
    expect(verdictText(undecided, 'nb').lines.join('\n')).toMatch(
      /Oslo universitetssykehus: kan ikke si ennå om budsjettet i 2027 holder, .*; 222 gjentakelser ville vise det\./,
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
