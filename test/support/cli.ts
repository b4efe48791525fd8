import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** From the signal that was sent to the end; NaN without one. */
  millisecondsSinceSignal: number;
}

export interface CliOptions {
  /** Sends a signal when standard error first holds this text. */
  interruptAt?: string;
  /** Sends a signal after so many milliseconds. */
  interruptAfter?: number;
  /** Closes standard output at once, as a reader does that has seen enough. */
  closeStdout?: boolean;
  folder?: string;
}

const launcher = join(process.cwd(), 'sim-core', 'cli', 'launch.mjs');

/** Runs the command line as a user would. */
export function sim(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return command(process.execPath, [launcher, ...args], options);
}

export function command(program: string, args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: options.folder ?? process.cwd() });
  let stdout = '';
  let stderr = '';
  let signalledAt = NaN;
  const interrupt = (): void => {
    signalledAt = performance.now();
    child.kill('SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  if (options.closeStdout === true) child.stdout.destroy();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    const isDue = options.interruptAt !== undefined && stderr.includes(options.interruptAt);
    if (isDue && Number.isNaN(signalledAt)) interrupt();
  });
  if (options.interruptAfter !== undefined) setTimeout(interrupt, options.interruptAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout, stderr, millisecondsSinceSignal: performance.now() - signalledAt }),
    );
  });
}

/** A folder for one test file, with scenario files written into it. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'cli-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a scenario that starts from today's service, with further lines from line 5 on; gives its path. */
  plan(name: string, ...lines: string[]): string {
    const file = this.path(name);
    writeFileSync(file, [...planHead, ...lines, ''].join('\n'));
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const planHead = [
  'schemaVersion: 1',
  'extends: dagens',
  'name: { nb: Prøve, en: Trial }',
  'description: { nb: Prøve, en: Trial }',
];

/** A few weeks, so that replications are quick. */
export const shortHorizon = 'horizon: { start: 2027-01-01, end: 2027-01-21, warmUpDays: 7 }';
