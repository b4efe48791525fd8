import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SavedPlan } from '../saved-plans.ts';
import type { Draft } from './draft.ts';

interface PlanSchema extends DBSchema {
  plans: { key: string; value: SavedPlan };
  drafts: { key: string; value: Draft };
}

/** The browser's database of plans. */
export type PlanDatabase = IDBPDatabase<PlanSchema>;

/**
 * Why the browser keeps nothing: it may not, it has no room, a newer version of the page has written what there is, what
 * there is lacks a part or cannot be read, or another tab stands in the way.
 */
export type StorageTrouble = 'forbidden' | 'full' | 'newer' | 'damaged' | 'blocked';

/** Milliseconds after which a database that does not open is taken to be held by another tab; it usually takes a few. */
const longestWait = 10_000;

class Blocked extends Error {}

let opened: Promise<PlanDatabase> | undefined;

/** Opens the database, which is made the first time. @throws what `troubleOf` understands */
export function planDatabase(): Promise<PlanDatabase> {
  opened ??= openInTime();
  return opened;
}

function forget(): void {
  opened = undefined;
}

/** The browser says nothing while it waits for another tab, so that a time must be set. */
async function openInTime(): Promise<PlanDatabase> {
  const opening = openOnce();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Blocked('the database does not open')), longestWait);
  });
  try {
    return await Promise.race([opening, waited]);
  } catch (error) {
    forget();
    if (error instanceof Blocked) closeWhenOpen(opening);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function openOnce(): Promise<PlanDatabase> {
  const database = await openDB<PlanSchema>('fodesim-plans', 1, {
    upgrade(made) {
      made.createObjectStore('plans', { keyPath: 'id' });
      made.createObjectStore('drafts');
    },
    // A newer version of the page in another tab could not open it otherwise.
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  const { objectStoreNames: stores } = database;
  if (stores.contains('plans') && stores.contains('drafts')) return database;
  database.close();
  throw new DOMException('the database lacks a part', 'NotFoundError');
}

/** By then another has been opened, and this one would stand in the way of other tabs. */
function closeWhenOpen(opening: Promise<PlanDatabase>): void {
  opening.then(
    (database) => database.close(),
    () => undefined,
  );
}

/** What an error of the database means for the planner. */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof Blocked) return 'blocked';
  if (!(error instanceof DOMException)) return 'forbidden';
  switch (error.name) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    // Some browsers say so where a private window may store nothing.
    case 'InvalidStateError':
      return 'forbidden';
    default:
      return 'damaged';
  }
}
