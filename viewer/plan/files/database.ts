import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SavedPlan } from '../saved-plans.ts';
import type { Draft } from './draft.ts';

interface PlanSchema extends DBSchema {
  plans: { key: string; value: SavedPlan };
  drafts: { key: string; value: Draft };
}

/** The browser's database of plans. */
export type PlanDatabase = IDBPDatabase<PlanSchema>;

/** Why the browser keeps nothing: it may not, or it has no room. */
export type StorageTrouble = 'forbidden' | 'full';

let opened: Promise<PlanDatabase> | undefined;

/** Opens the database, which is made the first time. @throws what the browser throws if it is forbidden, full or broken */
export function planDatabase(): Promise<PlanDatabase> {
  opened ??= openOnce();
  return opened;
}

async function openOnce(): Promise<PlanDatabase> {
  const forget = (): void => {
    opened = undefined;
  };
  try {
    return await openDB<PlanSchema>('fodesim-plans', 1, {
      upgrade(database) {
        database.createObjectStore('plans', { keyPath: 'id' });
        database.createObjectStore('drafts');
      },
      terminated: forget,
    });
  } catch (error) {
    forget();
    throw error;
  }
}

/** What an error of the database means for the planner. */
export function troubleOf(error: unknown): StorageTrouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
}
