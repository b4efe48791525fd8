import { openDB, type IDBPDatabase } from 'idb';
import { version } from '../../package.json';
import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import { areFigures } from './kept-figures.ts';
import type { Figures } from './session.ts';

const store = 'runs';
const latest = 'latest';

/** Figures, and the version of the program that they are of: another may not understand them. */
interface KeptRun {
  version: string;
  figures: Figures;
}

/** Keeps the figures of a run in the browser, without its recording, so that they are there after a reload. */
export async function keepLatestRun(figures: Figures): Promise<void> {
  try {
    const database = await open();
    const kept = { ...figures, a: withoutRecording(figures.a), b: withoutRecording(figures.b) };
    await database.put(store, { version, figures: kept } satisfies KeptRun, latest);
  } catch {
    // Storage may be full or forbidden; the figures are then gone with the tab, as a run can be made again.
  }
}

/** The figures that were kept last, if any. */
export async function latestRun(): Promise<Figures | undefined> {
  try {
    const kept = (await (await open()).get(store, latest)) as Partial<KeptRun> | null | undefined;
    return kept?.version === version && areFigures(kept.figures) ? kept.figures : undefined;
  } catch {
    return undefined;
  }
}

function open(): Promise<IDBPDatabase> {
  return openDB('fodesim-runs', 1, { upgrade: (database) => void database.createObjectStore(store) });
}

function withoutRecording(result: ScenarioResult): ScenarioResult {
  const kept = { ...result };
  delete kept.playback;
  return kept;
}
