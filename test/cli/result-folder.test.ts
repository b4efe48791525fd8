import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareResultFolder, writeResultFolder, type Manifest } from '../../sim-core/results/result-folder.ts';
import { Workbench } from '../support/cli.ts';

const bench = new Workbench();
afterAll(() => bench.remove());

const manifest: Manifest = {
  program: 'fodesim',
  version: '0',
  scenarios: [],
  seed: '1',
  complete: true,
  stopped: 'all replications done',
  machine: 'none',
  runtime: 'none',
};

describe('a result folder', () => {
  it('leaves nothing behind when it is only prepared', () => {
    prepareResultFolder(bench.path('a/b'));
    expect(readdirSync(bench.path('a'))).toEqual([]);
  });

  it('appears whole, as readable as any other folder', () => {
    const folder = bench.path('whole');
    mkdirSync(bench.path('other'));
    prepareResultFolder(folder);
    writeResultFolder(folder, manifest, []);
    expect(readdirSync(folder).sort()).toEqual(['indicators.csv', 'manifest.json', 'replications.csv']);
    expect(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'))).toEqual(manifest);
    expect(statSync(folder).mode).toBe(statSync(bench.path('other')).mode);
  });

  it('is never put over what came into the folder meanwhile', () => {
    const folder = bench.path('taken');
    prepareResultFolder(folder);
    mkdirSync(folder);
    writeFileSync(`${folder}/mine.txt`, 'mine');
    expect(() => writeResultFolder(folder, manifest, [])).toThrow(/not empty/);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('takes the place of an empty folder', () => {
    const folder = bench.path('empty');
    mkdirSync(folder);
    prepareResultFolder(folder);
    writeResultFolder(folder, manifest, []);
    expect(existsSync(`${folder}/manifest.json`)).toBe(true);
  });

  it('is refused where something stands', () => {
    mkdirSync(bench.path('full/sub'), { recursive: true });
    expect(() => prepareResultFolder(bench.path('full'))).toThrow(/never written over/);
    expect(() => prepareResultFolder('/proc/results/here')).toThrow(/ENOENT/);
  });
});
