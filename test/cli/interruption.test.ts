import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortHorizon, sim, Workbench } from '../support/cli.ts';

const bench = new Workbench();
const short = bench.plan('short.yaml', shortHorizon);
const planned = 500;

beforeAll(() => sim(['--version']), 60_000);
afterAll(() => bench.remove());

describe('Ctrl-C', () => {
  it('stops a long run soon, says what is complete and keeps it', async () => {
    const folder = bench.path('kept');
    const whole = sim(['run', short, '--replications', '3', '--json']);
    const { code, stdout, stderr } = await sim(
      ['run', short, '--replications', String(planned), '--json', '--out', folder],
      { interruptAt: ' runs' },
    );
    expect(code).toBe(1);
    const [, text] = /Stopped\. Replications complete: (\d+) of 500 of short\. They are in .*kept\.\n$/.exec(stderr)!;
    const complete = Number(text);
    expect(complete).toBeGreaterThan(0);
    expect(complete).toBeLessThan(planned);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: 'short', replications: complete });
    const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as object;
    expect(manifest).toMatchObject({ complete: false, stopped: 'cancelled', scenarios: [{ replications: complete }] });
    const rows = csvParse(readFileSync(`${folder}/replications.csv`, 'utf8'));
    const stays = rows.filter(({ indicator }) => indicator === 'stay');
    expect(stays.map(({ replication }) => Number(replication))).toEqual(stays.map((_, index) => index));
    expect(stays).toHaveLength(complete);
    const mean = stays.slice(0, 3).reduce((sum, { value }) => sum + Number(value), 0) / 3;
    const { indicators } = JSON.parse((await whole).stdout) as { indicators: { stay: { mean: number } } };
    expect(mean).toBeCloseTo(indicators.stay.mean, 12);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('ends within seconds, whatever the workers are at', async () => {
    // A century: the first replication alone takes half a minute.
    const long = bench.plan('long.yaml', 'horizon: { start: 2027-01-01, end: 2126-12-31, warmUpDays: 0 }');
    const { code, stdout, stderr, millisecondsSinceSignal } = await sim(
      ['run', long, '--replications', '4', '--out', bench.path('none')],
      { interruptAfter: 2500 },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('Stopped. Replications complete: 0 of 4 of long.\n');
    expect(millisecondsSinceSignal).toBeLessThan(3000);
    expect(existsSync(bench.path('none'))).toBe(false);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a reader that has seen enough', () => {
  it.each([
    ['of the table', ['run', 'dagens', '--replications', '1']],
    ['of JSON', ['run', 'dagens', '--replications', '1', '--json']],
    ['of the cases, one by one', ['validate', 'C1', 'A1b', '--replications', '3']],
    ['of the help', ['--help']],
  ])('%s leaves no stack trace', async (_, args) => {
    const { stderr } = await sim(args, { closeStdout: true });
    expect(stderr).not.toMatch(/^\s+at |EPIPE|node:/m);
  });
});
