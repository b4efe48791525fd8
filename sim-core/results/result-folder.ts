import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { csvFormatRows } from 'd3';
import type { ScenarioResult } from '../experiment/experiment.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { runSummary } from './summary.ts';

/** What a reader needs to know to trust the tables and make them again. */
export interface Manifest {
  program: string;
  version: string;
  scenarios: { scenario: string; hash: string; replications: number; traceHashes: string[] }[];
  seed: string;
  /** False when the run was stopped before all replications were done; what is there is sound. */
  complete: boolean;
  stopped: string;
  machine: string;
  runtime: string;
}

/**
 * Makes sure that a result folder can be made, before any work is done for it: it must not hold anything, and the folder
 * it stands in must be writable.
 * @throws Error from the file system, or saying that the folder is not empty
 */
export function prepareResultFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(
      `${folder} is not empty: results are never written over. Name a folder that is empty or not there yet`,
    );
  }
  makeFolder(dirname(folder));
  const temporary = temporaryFolder(folder);
  mkdirSync(temporary);
  rmdirSync(temporary);
}

/**
 * Writes manifest.json, indicators.csv (one row per scenario and indicator) and replications.csv (one row per scenario,
 * replication and indicator). The folder appears when it is whole, or not at all.
 */
export function writeResultFolder(
  folder: string,
  manifest: Manifest,
  scenarios: readonly { inputs: ModelInputs; result: ScenarioResult }[],
): void {
  const temporary = temporaryFolder(folder);
  mkdirSync(temporary);
  try {
    writeFileSync(join(temporary, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    writeFileSync(join(temporary, 'indicators.csv'), table(indicatorRows(scenarios)));
    writeFileSync(join(temporary, 'replications.csv'), table(replicationRows(scenarios)));
    // Only an empty folder can be removed in this way: what has come into it meanwhile is not ours.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

function temporaryFolder(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}-${process.pid}`);
}

/** Makes a folder and those above it. Node's own way of doing so never comes to an end below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function table(rows: string[][]): string {
  return `${csvFormatRows(rows)}\n`;
}

function indicatorRows(scenarios: readonly { inputs: ModelInputs; result: ScenarioResult }[]): string[][] {
  const header = ['scenario', 'indicator', 'unit', 'mean', 'sd', 'n', 'ci95_low', 'ci95_high'];
  return [
    header,
    ...scenarios.flatMap(({ inputs, result }) =>
      Object.entries(runSummary(inputs, result).indicators).map(([key, { unit, mean, sd, n, ci95 }]) =>
        [result.scenario, key, unit, mean, sd, n, ...ci95].map((cell) => String(cell ?? '')),
      ),
    ),
  ];
}

function replicationRows(scenarios: readonly { inputs: ModelInputs; result: ScenarioResult }[]): string[][] {
  return [
    ['scenario', 'replication', 'indicator', 'value'],
    ...scenarios.flatMap(({ result }) =>
      Array.from({ length: result.replications }, (_, replication) => replication).flatMap((replication) =>
        Object.entries(result.indicators).map(([key, values]) => [
          result.scenario,
          String(replication),
          key,
          Number.isNaN(values[replication]) ? '' : String(values[replication]),
        ]),
      ),
    ),
  ];
}
