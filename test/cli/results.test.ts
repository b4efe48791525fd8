import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import { command, shortHorizon, sim, Workbench, type CliRun } from '../support/cli.ts';
import { shippedInputs } from '../support/scenarios.ts';

const bench = new Workbench();
const short = bench.plan('short.yaml', shortHorizon);
const fewerRooms = bench.plan(
  'fewer-rooms.yaml',
  shortHorizon,
  'interventions: [{ model: capacity, site: ahus, start: 2027-01-01, labourRooms: -6 }]',
);
const keys = indicatorKeys(shippedInputs('dagens')).map(({ key }) => key);

// The first call bundles the command line.
beforeAll(() => sim(['--version']), 60_000);
afterAll(() => bench.remove());

interface RunJson {
  scenario: string;
  seed: string;
  replications: number;
  indicators: Record<string, { mean: number | null; sd: number | null; n: number; ci95: unknown[]; unit: string }>;
}

function runJson({ code, stdout, stderr }: CliRun): RunJson {
  expect({ code, stderr: stderr.replaceAll(/^\d+ of \d+ runs.*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as RunJson;
}

describe('run --json', () => {
  it('prints one object of the agreed form and nothing else, through npm too', async () => {
    const args = ['run', 'dagens', '--replications', '2', '--json'];
    const [direct, throughNpm] = await Promise.all([sim(args), command('npm', ['run', 'sim', '--', ...args])]);
    const json = runJson(direct);
    expect(throughNpm.stdout).toBe(direct.stdout);
    expect(throughNpm.code).toBe(0);
    expect(Object.keys(json)).toEqual(['scenario', 'seed', 'replications', 'indicators']);
    expect(json).toMatchObject({ scenario: 'dagens', seed: '1', replications: 2 });
    expect(Object.keys(json.indicators)).toEqual(keys);
    for (const [key, { mean, sd, n, ci95, unit }] of Object.entries(json.indicators)) {
      expect(unit, key).toMatch(/^[a-z]+$/);
      expect(ci95, key).toHaveLength(2);
      if (n === 0) expect([mean, sd, ...ci95], key).toEqual([null, null, null, null]);
      else expect([mean, sd, ...ci95].every(Number.isFinite), key).toBe(true);
    }
    expect(json.indicators.stay!.ci95[0]).toBeLessThan(json.indicators.stay!.mean!);
  });

  it('depends on the seed and on nothing else', async () => {
    const run = (...options: string[]): Promise<CliRun> =>
      sim(['run', short, '--replications', '3', '--json', ...options]);
    const [one, again, alone, pair, other] = await Promise.all([
      run('--seed', 'a'),
      run('--seed', 'a'),
      run('--seed', 'a', '--workers', '1'),
      run('--seed', 'a', '--workers', '2'),
      run('--seed', 'b'),
    ]);
    for (const same of [again, alone, pair]) expect(same.stdout).toBe(one.stdout);
    expect(runJson(one).scenario).toBe('short');
    expect(runJson(other).indicators).not.toEqual(runJson(one).indicators);
  });

  it('gives null where one replication has no spread', async () => {
    const { indicators } = runJson(await sim(['run', short, '--replications', '1', '--json']));
    expect(indicators.stay).toMatchObject({ sd: null, n: 1, ci95: [null, null] });
    expect(indicators.stay!.mean).toBeGreaterThan(1);
  });

  it('stops by itself with auto and says why', async () => {
    const { code, stdout, stderr } = await sim(['run', short, '--replications', 'auto', '--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Stopped after \d+ replications: (precise enough|replication limit reached)\.\n$/);
    expect((JSON.parse(stdout) as RunJson).replications).toBe(Number(/after (\d+)/.exec(stderr)![1]));
  });
});

describe('compare', () => {
  it('--json gives differences from the base', async () => {
    const { code, stdout } = await sim(['compare', short, fewerRooms, short, '--replications', '3', '--json']);
    expect(code).toBe(0);
    const json = JSON.parse(stdout) as {
      base: string;
      scenarios: { scenario: string; differences: Record<string, { mean: number; ci95: [number, number] }> }[];
    };
    expect(json.base).toBe('short');
    expect(json.scenarios.map(({ scenario }) => scenario)).toEqual(['fewer-rooms', 'short']);
    const [fewer, same] = json.scenarios.map(({ differences }) => differences);
    expect(Object.keys(fewer!)).toEqual(keys);
    expect(fewer!.waitForRoom!.mean).toBeGreaterThan(1);
    expect(same!.waitForRoom).toMatchObject({ mean: 0, ci95: [0, 0] });
  });

  it('prints a table with a verdict for each scenario', async () => {
    const { code, stdout } = await sim(['compare', short, fewerRooms, '--replications', '3', '--language', 'en']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\nTrial \(fewer-rooms\) − Trial \(short\), n = 3, seed "1"\n\nIndicator +Difference +95 % interval/,
    );
    expect(stdout).toMatch(/Wait for a labour room +\d+\.\d +\d+\.\d … \d+\.\d +minutes +worse\n/);
  });
});

describe('the table of run', () => {
  it('has a mean, an interval and a unit on each line, with a decimal comma in Norwegian', async () => {
    const [norwegian, english] = await Promise.all(
      [[], ['--language', 'en']].map((language) => sim(['run', short, '--replications', '3', ...language])),
    );
    expect(norwegian!.code).toBe(0);
    const lines = norwegian!.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('Prøve (short), 2027-01-01 – 2027-01-21, n = 3, seed "1"');
    expect(lines[2]).toMatch(/^Indikator +Snitt +95 %-intervall +Enhet$/);
    expect(lines).toHaveLength(3 + keys.length);
    expect(norwegian!.stdout).toMatch(/\nLiggetid etter fødsel +2,\d\d +[12],\d\d … [23],\d\d +dager\n/);
    expect(english!.stdout).toMatch(/\nStay after birth +2\.\d\d +[12]\.\d\d … [23]\.\d\d +days\n/);
    expect(english!.stdout.startsWith('Trial (short)')).toBe(true);
  });
});

describe('--out', () => {
  it('writes a folder that describes itself, with one row per replication and indicator', async () => {
    const folder = bench.path('a/new/folder');
    const args = ['compare', short, fewerRooms, '--replications', '3', '--seed', 'x', '--out', folder];
    const { code, stderr } = await sim(args);
    expect(code).toBe(0);
    expect(stderr).toContain(`Results are in ${folder}\n`);
    expect(readdirSync(folder).sort()).toEqual(['indicators.csv', 'manifest.json', 'replications.csv']);
    const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      program: 'fodesim',
      seed: 'x',
      complete: true,
      scenarios: [
        { scenario: 'short', replications: 3, traceHashes: [/./, /./, /./].map((hex) => expect.stringMatching(hex)) },
        { scenario: 'fewer-rooms', replications: 3 },
      ],
    });
    const replications = csvParse(readFileSync(`${folder}/replications.csv`, 'utf8'));
    expect(replications.columns).toEqual(['scenario', 'replication', 'indicator', 'value']);
    expect(replications).toHaveLength(2 * 3 * keys.length);
    expect(new Set(replications.map((row) => `${row.scenario}/${row.replication}/${row.indicator}`)).size).toBe(
      replications.length,
    );
    const means = csvParse(readFileSync(`${folder}/indicators.csv`, 'utf8'));
    expect(means).toHaveLength(2 * keys.length);
    const stay = means.find(({ scenario, indicator }) => scenario === 'short' && indicator === 'stay')!;
    const stays = replications.filter(({ scenario, indicator }) => scenario === 'short' && indicator === 'stay');
    expect(Number(stay.mean)).toBeCloseTo(stays.reduce((sum, { value }) => sum + Number(value), 0) / 3, 12);
    // A share whose denominator is zero is empty, not NaN.
    expect(replications.find(({ indicator }) => indicator === 'knownMidwifeEnrolled')!.value).toBe('');
    expect(readdirSync(bench.path('a/new'))).toEqual(['folder']);
  });

  it('fills a folder that is there and empty', async () => {
    const folder = bench.path('empty');
    mkdirSync(folder);
    expect(await sim(['run', short, '--replications', '1', '--out', folder])).toMatchObject({ code: 0 });
    expect(existsSync(`${folder}/manifest.json`)).toBe(true);
  });
});

describe('the other commands', () => {
  it('check says that a scenario is sound', async () => {
    const { code, stdout, stderr } = await sim(['check', 'min-jordmor-ahus-sektor']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^min-jordmor-ahus-sektor: \S.*\. Sound; 2027-01-01 to 2027-12-31, \d+ interventions?\.\n$/);
  });

  it('validate --json prints one object with reference, ours, standard error and z', async () => {
    const { code, stdout, stderr } = await sim(['validate', 'C1', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { passed, cases } = JSON.parse(stdout) as { passed: boolean; cases: { id: string; figures: object[] }[] };
    expect(passed).toBe(true);
    expect(cases.map(({ id }) => id)).toEqual(['C1']);
    for (const figure of cases[0]!.figures) {
      expect(figure).toMatchObject({ value: 0.879591, passed: true, n: 40 });
      expect(Object.keys(figure)).toEqual(expect.arrayContaining(['figure', 'mean', 'standardError', 'z', 'unit']));
    }
  });

  it('validate fails with exit 1 when a figure is outside its bounds', async () => {
    // Two replications make a standard error that says little, and with this seed too little.
    const { code, stdout, stderr } = await sim(['validate', 'A1b', '--replications', '2', '--seed', '2']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Outside its bounds: A1b.\n' });
    expect(stdout).toMatch(/OUTSIDE/);
  });

  it('are explained by --help', async () => {
    const { code, stdout, stderr } = await sim(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['run', 'compare', 'break-even', 'sensitivity', 'check', 'validate'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});
