import { beforeAll, describe, expect, it } from 'vitest';
import { sim } from '../support/cli.ts';

// The first call bundles the command line.
beforeAll(() => sim(['--version']), 60_000);

describe('validate --markdown', () => {
  it('prints one line for each case with a known answer, and how their z-scores lie', async () => {
    const { code, stdout } = await sim(['validate', 'C1', 'mser-5', '--replications', '8', '--markdown']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['| case | what | figures | largest z |', '| --- | --- | ---: | ---: |']);
    expect(lines[2]).toMatch(/^\| C1 \| .+ \| 2 \| -?\d\.\d\d \|$/);
    expect(lines[3]).toMatch(/^\| mser-5 \| .+ \| 4 \| exact digits \|$/);
    expect(lines.at(-1)).toMatch(/^2 figures judged by z: \d+ % within ±1\.96/);
  });

  it('gives way to --json', async () => {
    const { stdout } = await sim(['validate', 'C1', '--replications', '3', '--markdown', '--json']);
    expect(stdout).toMatch(/^\{.*\}\n$/);
  });
});
