import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortHorizon, sim, Workbench } from '../support/cli.ts';

const bench = new Workbench();
const short = bench.plan('short.yaml', shortHorizon);
const posts = (change: number): string =>
  `{ model: ward-posts, site: ahus, start: 2027-01-01, weekday: { day: ${change}, evening: 0, night: 0 }, weekend: { day: ${change}, evening: 0, night: 0 } }`;
const grant = (kroner: number): string =>
  `{ model: grant, payer: ahus, start: 2027-01-01, end: 2027-01-21, kroner: ${kroner}, source: a test }`;
const dearer = bench.plan('dearer.yaml', shortHorizon, 'interventions:', `  - ${posts(2)}`, `  - ${grant(1)}`);
const fewerBeds = bench.plan(
  'fewer-beds.yaml',
  shortHorizon,
  'interventions: [{ model: capacity, site: ahus, start: 2027-01-01, postnatalBeds: -30 }]',
);

// The first call bundles the command line.
beforeAll(() => sim(['--version']), 60_000);
afterAll(() => bench.remove());

describe('compare', () => {
  it('prints verdicts in words, then plans side by side, then all differences', async () => {
    const { code, stdout } = await sim([
      'compare',
      short,
      dearer,
      fewerBeds,
      '--replications',
      '3',
      '--language',
      'en',
    ]);
    expect(code).toBe(0);
    const places = [
      /^Trial \(dearer\)\n/,
      /\n {2}Known midwife at birth: 0\.\d of 100 women \(today 0\.\d\), .*, no clear difference\.\n/,
      /\n {2}Akershus University Hospital: the budget of 2027 does not hold, NOK \d+\.\d+ million more \[.*\]; .* against .* today\.\n/,
      /\nTrial \(fewer-beds\)\n/,
      /\n {2}Had to wait for a postnatal bed: .* worse\.\n/,
      /\nFigure +Today +Trial +Trial\n/,
      /\nAkershus University Hospital, 2027 \(NOK million\) +\d+\.\d +\+\d+\.\d\d does not hold +/,
      /\nTrial \(dearer\) − Trial \(short\), n = 3, seed "1"\n\nIndicator +Difference/,
      /\nTrial \(fewer-beds\) − Trial \(short\), n = 3, seed "1"\n\nIndicator +Difference/,
    ].map((pattern) => stdout.search(pattern));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('--json keeps the differences and adds levels and the verdict', async () => {
    const { code, stdout } = await sim(['compare', short, fewerBeds, '--replications', '3', '--json']);
    expect(code).toBe(0);
    const { scenarios } = JSON.parse(stdout) as {
      scenarios: {
        differences: Record<string, { mean: number; base: number; scenario: number }>;
        verdict: {
          budget: Record<string, string>;
          figures: { key: string; judgement: string; capacity?: Record<string, { fewest: number; most: number }> }[];
          kroner: { payer: string; year?: string; judgement?: string }[];
          text: Record<string, { summary: string; lines: string[] }>;
        };
      }[];
    };
    const [{ differences, verdict }] = scenarios as [(typeof scenarios)[0]];
    const { mean, base, scenario } = differences.waitedForBed!;
    expect(scenario - base).toBeCloseTo(mean, 12);
    expect(Object.keys(verdict.budget)).toEqual(['kroner', 'posts', 'all']);
    expect(verdict.figures.find(({ key }) => key === 'waitedForBed')!.judgement).toBe('worse');
    const beds = verdict.figures.find(({ key }) => key === 'postnatalBedsHighByHospital.ahus')!;
    expect(beds.judgement).toBe('notJudged');
    expect(beds.capacity!.base!.most - beds.capacity!.scenario!.most).toBe(30);
    expect(verdict.kroner.filter(({ judgement }) => judgement !== undefined).map(({ year }) => year)).toContain('2027');
    expect(Object.keys(verdict.text)).toEqual(['nb', 'en']);
  });

  it('--markdown prints verdicts and one table, and nothing else', async () => {
    const { code, stdout } = await sim(['compare', short, dearer, '--replications', '2', '--markdown']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\*\*Prøve\*\* \(`dearer`\)\. /);
    const table = stdout.trimEnd().split('\n\n').at(-1)!.split('\n');
    expect(table[0]).toBe('| Størrelse | I dag | Prøve |');
    expect(table.every((line) => /^\|.*\|$/.test(line))).toBe(true);
    expect(stdout).not.toContain('Indikator');
  });
});

describe('break-even', () => {
  const ofGrant = ['break-even', short, dearer, '--parameter', 'interventions[1].kroner', '--replications', '2'];
  const grantOf = (...more: string[]): string[] => [...ofGrant, '--payer', 'ahus', ...more];

  it('of a grant is what the plan costs without it', async () => {
    const { code, stdout } = await sim(grantOf('--from', '1', '--to', '5000000', '--json'));
    expect(code).toBe(0);
    const { outcome, value, trials, monotone, runs, whole } = JSON.parse(stdout) as {
      outcome: string;
      value: number;
      trials: { value: number; difference: { mean: number } }[];
      monotone: boolean;
      runs: number;
      whole: boolean;
    };
    expect({ outcome, monotone, whole }).toEqual({ outcome: 'found', monotone: true, whole: false });
    expect(runs).toBe(2 * (1 + trials.length));
    const [first] = trials;
    expect(value).toBeCloseTo(first!.value + first!.difference.mean, 0);
  });

  it('says that a plan holds nowhere in a range', async () => {
    const { code, stdout } = await sim(grantOf('--from', '1', '--to', '2', '--language', 'en'));
    expect(code).toBe(0);
    expect(stdout).toContain('Holds nowhere in the range: neither at its ends nor in the middle.');
  });

  it('tries whole numbers where the plan takes nothing else', async () => {
    const args = [
      'break-even',
      short,
      dearer,
      '--parameter',
      'interventions[0].weekday.day',
      '--from',
      '0',
      '--to',
      '2',
    ];
    const { code, stdout } = await sim([...args, '--replications', '2', '--json']);
    expect(code).toBe(0);
    const { whole, trials } = JSON.parse(stdout) as { whole: boolean; trials: { value: number }[] };
    expect(whole).toBe(true);
    expect(trials.every(({ value }) => Number.isInteger(value))).toBe(true);
  });
});

describe('sensitivity', () => {
  it('moves an assumption in base and plan alike, and tells of moves that the checks refuse', async () => {
    const inputs = 'travelMinute,placeOfBirth';
    const { code, stdout } = await sim([
      'sensitivity',
      short,
      dearer,
      '--inputs',
      inputs,
      '--replications',
      '2',
      '--json',
    ]);
    expect(code).toBe(0);
    const { unmoved, inputs: rows } = JSON.parse(stdout) as {
      unmoved: { judgements: Record<string, string>; differences: { netCost: number } };
      inputs: {
        input: string;
        outcomes: Record<string, { refused?: string; answers?: { differences: { netCost: number } } }>;
      }[];
    };
    expect(Object.keys(unmoved.judgements)).toContain('kroner.ahus-2027');
    const byName = Object.fromEntries(rows.map((row) => [row.input, row.outcomes]));
    // Districts travel as much with the plan as without it.
    expect(byName['economy.travelMinute']!.low!.answers!.differences.netCost).toBeCloseTo(
      unmoved.differences.netCost,
      0,
    );
    expect(byName['sectors.*.placeOfBirth']!.low!.refused).toMatch(/placeOfBirth.*sum to/);
  });

  it('prints a table', async () => {
    const args = ['sensitivity', short, dearer, '--inputs', 'travelMinute', '--replications', '2'];
    const { code, stdout } = await sim(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\neconomy\.travelMinute +± 20 % /);
  });
});

describe('wrong arguments end with exit 2', () => {
  const tried = ['break-even', short, dearer, '--from', '1', '--to', '3'];
  const wrong: [string, string[], RegExp][] = [
    ['no parameter', tried, /required option '--parameter <path>' not specified/],
    ['a path that is none', [...tried, '--parameter', '[['], /"\[\[" is not a path/],
    [
      'a path outside the interventions',
      [...tried, '--parameter', 'horizon.warmUpDays'],
      /not a number of an intervention/,
    ],
    [
      'an intervention that is not there',
      [...tried, '--parameter', 'interventions[7].kroner'],
      /nothing at interventions\[7\]/,
    ],
    ['something that is not a number', [...tried, '--parameter', 'interventions[1].payer'], /payer is not a number/],
    [
      'an unknown number',
      [...tried, '--parameter', 'interventions[1].krone'],
      /interventions\[1\]\.krone = 1 .*\n\n.*krone.*kroner/,
    ],
    [
      'a value that the checks refuse',
      ['break-even', short, dearer, '--from', '-1', '--to', '3', '--parameter', 'interventions[1].kroner'],
      /With interventions\[1\]\.kroner = -1 the plan is not sound\.\n\n.*dearer\.yaml:\d+:\d+: interventions\[1\]\.kroner/,
    ],
    [
      'ends the wrong way round',
      ['break-even', short, dearer, '--from', '3', '--to', '1', '--parameter', 'interventions[1].kroner'],
      /the first must be less than the second/,
    ],
    ['an end that is no number', ['break-even', short, dearer, '--from', 'x'], /Found "x"; allowed is a number/],
    [
      'an unknown payer',
      [...tried, '--parameter', 'interventions[1].kroner', '--payer', 'nobody'],
      /Unknown payer "nobody"\. Allowed: ous, ahus/,
    ],
    ['an unknown assumption', ['sensitivity', short, dearer, '--inputs', 'nothing'], /No assumption has "nothing"/],
    ['a sensitivity of one replication', ['sensitivity', short, dearer, '--replications', '1'], /whole number from 2/],
    ['another horizon', ['sensitivity', 'dagens', dearer], /can't be compared with dagens/],
  ];

  it.each(wrong)('%s', async (_, args, expected) => {
    const { code, stdout, stderr } = await sim(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/^\s+at |node:|main\.js/m);
  });
});
