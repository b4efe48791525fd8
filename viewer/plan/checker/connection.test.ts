import { afterEach, expect, test, vi } from 'vitest';

/** Workers as comlink speaks to them: each answers a question by its id, or dies of it. */
const workers: MadeWorker[] = [];
let deaths = 0;

class MadeWorker extends EventTarget {
  isTerminated = false;

  constructor() {
    super();
    workers.push(this);
  }

  postMessage({ id, path }: { id: string; path: string[] }): void {
    setTimeout(() => {
      if (deaths > 0) {
        deaths -= 1;
        this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
      } else {
        this.dispatchEvent(new MessageEvent('message', { data: { id, type: 'RAW', value: path } }));
      }
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

vi.stubGlobal('Worker', MadeWorker);
const { checker } = await import('./connection.ts');

afterEach(() => {
  deaths = 0;
});

test('one worker is started, and answers', async () => {
  expect(await checker().headings()).toEqual(['headings']);
  expect(await checker().textOf({})).toEqual(['textOf']);
  expect(workers).toHaveLength(1);
});

test('a worker that dies is ended, and a new one answers what was asked of it', async () => {
  const before = workers.length;
  deaths = 1;
  expect(await checker().documentOf('dagens')).toEqual(['documentOf']);
  expect(workers).toHaveLength(before + 1);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('if the new one dies too, the page is told why, and the next question is asked of yet another', async () => {
  deaths = 2;
  await expect(checker().shipped('dagens')).rejects.toThrow('out of memory');
  expect(await checker().shipped('dagens')).toEqual(['shipped']);
});
