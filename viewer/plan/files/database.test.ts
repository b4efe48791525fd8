import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What the browser answers when the database is asked for: the stores in it, an error, or nothing at all. */
let answer: readonly string[] | DOMException | 'never' = [];
let closed = 0;

class Request extends EventTarget {
  result: unknown;
  error: unknown;
}

// idb looks for these when it meets an object.
for (const name of ['IDBDatabase', 'IDBObjectStore', 'IDBIndex', 'IDBCursor', 'IDBTransaction', 'IDBRequest']) {
  vi.stubGlobal(name, name === 'IDBRequest' ? Request : class extends EventTarget {});
}

class Database extends EventTarget {
  objectStoreNames: { contains: (name: string) => boolean };

  constructor(stores: readonly string[]) {
    super();
    this.objectStoreNames = { contains: (name) => stores.includes(name) };
  }

  close(): void {
    closed += 1;
  }
}

vi.stubGlobal('indexedDB', {
  open: () => {
    const request = new Request();
    const found = answer;
    if (found === 'never') return request;
    queueMicrotask(() => {
      if (found instanceof DOMException) request.error = found;
      else request.result = new Database(found);
      request.dispatchEvent(new Event(found instanceof DOMException ? 'error' : 'success'));
    });
    return request;
  },
});

const { planDatabase, troubleOf } = await import('./database.ts');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function troubleOfOpening(): Promise<string> {
  const opening = planDatabase().then(() => 'none', troubleOf);
  await vi.runAllTimersAsync();
  return opening;
}

test('what the browser says of its storage is told apart', () => {
  const named = (name: string) => troubleOf(new DOMException('', name));
  expect(named('QuotaExceededError')).toBe('full');
  expect(named('VersionError')).toBe('newer');
  expect(named('SecurityError')).toBe('forbidden');
  expect(named('InvalidStateError')).toBe('forbidden');
  expect(troubleOf(new TypeError('indexedDB is undefined'))).toBe('forbidden');
  for (const name of ['NotFoundError', 'DataError', 'UnknownError', 'AbortError']) expect(named(name)).toBe('damaged');
});

test('a database of a newer page, one without its stores and one that never opens are no forbidden ones', async () => {
  answer = new DOMException('', 'VersionError');
  expect(await troubleOfOpening()).toBe('newer');
  answer = ['drafts'];
  expect(await troubleOfOpening()).toBe('damaged');
  expect(closed).toBe(1);
  answer = 'never';
  expect(await troubleOfOpening()).toBe('blocked');
});

test('after trouble it is opened anew, and then stays open', async () => {
  answer = ['plans', 'drafts'];
  expect(await troubleOfOpening()).toBe('none');
  expect(await planDatabase()).toBe(await planDatabase());
});

test('a page that waits to change the database is let in', async () => {
  const database = await planDatabase();
  const before = closed;
  database.dispatchEvent(Object.assign(new Event('versionchange'), { oldVersion: 1, newVersion: 2 }));
  expect(closed).toBe(before + 1);
  answer = new DOMException('', 'VersionError');
  expect(await troubleOfOpening()).toBe('newer');
});
