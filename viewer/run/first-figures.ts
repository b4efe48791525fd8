import { exampleRun } from '../example/example.ts';
import { latestRun } from './latest-run.ts';
import { session } from './session.ts';

/** Shows figures at once: those of the last visit, or else the finished example. None, if that cannot be fetched. */
export async function showFirstFigures(): Promise<void> {
  const latest = await latestRun();
  if (latest !== undefined && session.status.kind === 'idle' && (await session.showFinished(latest, 'latest'))) return;
  const example = await exampleRun().catch(() => undefined);
  // Whoever has started a run in the meantime waits for that.
  if (example !== undefined && session.status.kind === 'idle') await session.showFinished(example, 'example');
}
