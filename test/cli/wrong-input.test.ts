import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAndReport } from '../../sim-core/cli/experiment-command.ts';
import { RunError } from '../../sim-core/cli/failures.ts';
import { shippedTexts } from '../scenarios/support.ts';
import { shortHorizon, sim, Workbench, type CliRun } from '../support/cli.ts';
import { shippedInputs } from '../support/scenarios.ts';

const bench = new Workbench();
const short = bench.plan('short.yaml', shortHorizon);

beforeAll(() => sim(['--version']), 60_000);
afterAll(() => bench.remove());

const team = (district: string, more = ''): string =>
  `  - { model: continuity-teams, start: 2027-01-01, teams: { ${district}: 1 }, payer: ahus${more} }`;

/** Exit 2, nothing on standard output, no stack trace. */
function expectUsageError({ code, stdout, stderr }: CliRun): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expectNoStack(stderr);
}

function expectNoStack(text: string): void {
  expect(text).not.toMatch(/^\s+at /m);
  expect(text).not.toMatch(/node:|main\.js/);
}

describe('a wrong scenario ends with exit 2 and says what is wrong where', () => {
  const bad: [string, string[], RegExp[]][] = [
    [
      'an unknown district',
      ['interventions:', team('stovnr')],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.teams\.stovnr/, /stovner/],
    ],
    [
      'negative capacity',
      ['interventions: [{ model: capacity, site: ahus, start: 2027-01-01, labourRooms: -13 }]'],
      [/wrong\.yaml:5:\d+/, /labourRooms/, /leaves -1 on 2027-01-01/],
    ],
    [
      'a team in a district twice at the same time',
      ['interventions:', team('alna', ', end: 2027-06-01'), team('alna')],
      [/wrong\.yaml:7:\d+/, /interventions\[1\]\.teams\.alna/, /already has continuity teams/],
    ],
    [
      'an end before the start',
      ['interventions:', team('alna', ', end: 2026-12-31')],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.end/, /a date from 2027-01-01/],
    ],
    [
      'probabilities that don’t sum to 1',
      [
        'inputs:',
        '  timePattern:',
        '    inductionStart:',
        '      weekdays:',
        '        value: [0.2, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1]',
        '        unit: share, Monday to Sunday',
        '        source: a test',
        '        confidence: U',
      ],
      [/wrong\.yaml:9:\d+/, /inputs\.timePattern\.inductionStart\.weekdays/, /1\.2/, /sum to 1/],
    ],
    ['an unknown key', ['intervention: []'], [/wrong\.yaml:5:1/, /intervention/, /interventions/]],
    [
      'a number as text',
      ["horizon: { start: 2027-01-01, end: 2027-12-31, warmUpDays: '28' }"],
      [/wrong\.yaml:5:\d+/, /horizon\.warmUpDays/, /"28"/],
    ],
    [
      'a team larger than its district’s births can use',
      ['interventions:', team('alna').replace('alna: 1', 'alna: 5')],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.teams\.alna/, /5 teams × 150 women a year = 750 places/, /600 births/],
    ],
    [
      'posts taken from a unit that hasn’t so many',
      ['interventions:', '  - { model: staff-leaving, start: 2027-01-01, posts: [{ site: ahus, posts: 60 }] }'],
      [
        /wrong\.yaml:6:\d+/,
        /interventions\[0\]\.posts\[0\]\.posts/,
        /59\.5 full-time posts/,
        /-0\.5 left on 2027-01-01/,
      ],
    ],
    [
      'a grant outside its period',
      [
        'interventions:',
        '  - { model: known-grant, start: 2027-01-01, end: 2027-12-31, grant: kombinasjon-nordre-aker, payer: ous }',
      ],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.end/, /2025-09-01 to 2027-08-31/],
    ],
    [
      'an on-call pattern that no legal rota can fill',
      ['interventions:', team('alna', ', midwives: 1')],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.midwives/, /7 × 1 ÷ 1 = 7 days a week on call/, /at most 5 days/],
    ],
    [
      'a relative risk below zero',
      [
        'interventions:',
        '  - { model: continuity-effects, start: 2027-01-01, effects: { epidural: { value: -0.1, source: Trial, confidence: U } } }',
      ],
      [/wrong\.yaml:6:\d+/, /interventions\[0\]\.effects\.epidural\.value/, /found -0\.1/, /from 0 up to 10/],
    ],
    [
      'a roll-out after the horizon',
      [
        'interventions:',
        '  - { model: roll-out, decided: 2026-01-01, start: 2027-01-01, months: 12, order: [alna, stovner], coverage: 1, payers: { ahus: ahus } }',
      ],
      [
        /wrong\.yaml:6:\d+/,
        /interventions\[0\]\.order\[1\]/,
        /the turn of stovner comes on 2028-01-01/,
        /up to 2027-12-31/,
      ],
    ],
    ['a file that breaks off', ['interventions:', '  - { model: capacity, site: ah'], [/wrong\.yaml:[67]:\d+/]],
  ];

  it.each(bad)('%s', async (name, lines, expected) => {
    const folder = name.replaceAll(/\W/g, '-');
    mkdirSync(bench.path(folder));
    const file = bench.plan(`${folder}/wrong.yaml`, ...lines);
    const run = await sim(['run', file, '--replications', '1', '--out', bench.path(`${folder}/out`)]);
    expectUsageError(run);
    for (const pattern of expected) expect(run.stderr).toMatch(pattern);
    expect(run.stderr.trimEnd().split(/\n\n/)).toHaveLength(1);
    expect(readdirSync(bench.path(folder))).toEqual(['wrong.yaml']);
  });

  it('each of several problems in a paragraph of its own', async () => {
    const file = bench.plan('two.yaml', 'interventions:', team('stovnr'), team('alna', ', end: 2026-12-31'));
    const run = await sim(['check', file]);
    expectUsageError(run);
    const paragraphs = run.stderr.trimEnd().split(/\n+/);
    expect(paragraphs).toHaveLength(2);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/two\.yaml:[67]:\d+/);
  });

  it('a name that no scenario has, with the nearest one', async () => {
    const run = await sim(['run', 'dagen']);
    expectUsageError(run);
    expect(run.stderr).toMatch(/dagen/);
    expect(run.stderr).toMatch(/min-jordmor-ahus-sektor/);
    expect(run.stderr).toMatch(/"dagens"\?/);
  });

  it('a file that is empty or cut off in the middle of a structure', async () => {
    const text = shippedTexts['min-jordmor-ahus-sektor.yaml']!;
    const runs = await Promise.all(
      ['', 'schemaVersion', 'extends: da', 'start: 2026-0', '{ site: ahus'].map((end, index) => {
        const file = bench.path(`cut-${index}.yaml`);
        writeFileSync(file, text.slice(0, text.indexOf(end) + end.length));
        return sim(['check', file]);
      }),
    );
    for (const [index, run] of runs.entries()) {
      expectUsageError(run);
      expect(run.stderr).toMatch(new RegExp(`cut-${index}\\.yaml`));
    }
  });
});

describe('wrong arguments end with exit 2', () => {
  const wrong: [string, string[], RegExp][] = [
    ['no replications', ['run', short, '--replications', '0'], /Found "0"; allowed is a whole number from 1/],
    ['a negative number of replications', ['run', short, '--replications', '-3'], /Found "-3"/],
    ['half a replication', ['run', short, '--replications', '1.5'], /Found "1\.5"/],
    ['replications as a word', ['run', short, '--replications', 'abc'], /Found "abc"/],
    ['replications that are missing', ['run', short, '--replications'], /argument missing/],
    ['no workers', ['run', short, '--workers', '0'], /Found "0"; allowed is a whole number from 1 to/],
    ['a language it does not speak', ['run', short, '--language', 'sv'], /Allowed choices are nb, en/],
    ['an unknown option', ['run', short, '--replication', '2'], /Did you mean --replications\?/],
    ['an unknown command', ['rnu', short], /Did you mean run\?/],
    ['a missing scenario', ['run'], /missing required argument 'scenario'/],
    ['a scenario too many', ['run', short, short], /too many arguments/],
    ['nothing to compare with', ['compare', short], /missing required argument 'scenario'/],
    ['an unknown case', ['validate', 'Z9'], /Unknown case "Z9"\. Allowed: A1a/],
    ['one replication for a standard error', ['validate', 'C1', '--replications', '1'], /whole number from 2/],
    ['no command', [], /Usage: sim/],
  ];

  it.each(wrong)('%s', async (_, args, expected) => {
    const run = await sim(args);
    expectUsageError(run);
    expect(run.stderr).toMatch(expected);
  });

  it('scenarios of different horizons', async () => {
    const run = await sim(['compare', 'dagens', short]);
    expectUsageError(run);
    expect(run.stderr).toMatch(/^short can't be compared with dagens: .*2027-01-21.*2027-12-31.*\n$/);
  });
});

describe('a folder that can’t be written ends with exit 1 before anything is simulated', () => {
  beforeAll(() => {
    writeFileSync(bench.path('file'), 'mine');
    mkdirSync(bench.path('full'));
    writeFileSync(bench.path('full/results.txt'), 'mine');
  });

  it.each([
    ['below a file', () => bench.path('file/results')],
    ['that is a file', () => bench.path('file')],
    ['where nothing can be made', () => '/proc/results/here'],
    ['that is not empty', () => bench.path('full')],
  ])('%s', async (_, folder) => {
    // So many replications would take longer than the test is given.
    const { code, stdout, stderr } = await sim(['run', 'dagens', '--replications', '100000', '--out', folder()]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Can't write results to .*\n$/);
    expectNoStack(stderr);
    expect(readFileSync(bench.path('file'), 'utf8')).toBe('mine');
    expect(readdirSync(bench.path('full'))).toEqual(['results.txt']);
  });
});

it('a run that can’t be carried out fails with one sentence, and leaves no folder', async () => {
  const options = { replications: 2, seed: '1', workers: 1, json: false, language: 'en' } as const;
  // Beside the sources there is no bundled worker, so none can start.
  const run = runAndReport([shippedInputs('dagens')], { ...options, out: bench.path('failed') }, () => undefined);
  await expect(run).rejects.toThrow(RunError);
  await expect(run).rejects.toThrow(/^The run failed: .*worker/);
  expect(readdirSync(bench.folder).filter((name) => name.startsWith('.') || name === 'failed')).toEqual([]);
});
