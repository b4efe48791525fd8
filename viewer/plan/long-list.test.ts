import { expect, test, vi } from 'vitest';
import { LongList } from './long-list.ts';

const rowsTo = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}`);
const places = (list: LongList, count: number, opened?: number) =>
  list.rows(rowsTo(count), opened).map(({ row, index }) => (row === `row ${index}` ? index : -1));

test('two hundred rows are drawn at first, and as many more each time the planner asks', () => {
  const redraw = vi.fn<() => void>();
  const list = new LongList(redraw);
  expect(places(list, 200)).toHaveLength(200);
  expect(list.left(200)).toBe(0);
  expect(places(list, 450).at(-1)).toBe(199);
  expect(list.left(450)).toBe(250);
  list.drawMore();
  expect(redraw).toHaveBeenCalledOnce();
  expect(places(list, 450).at(-1)).toBe(399);
  list.drawMore();
  expect(places(list, 450)).toEqual(rowsTo(450).map((_, index) => index));
  expect(list.left(450)).toBe(0);
});

test('the row that is open is drawn wherever it stands', () => {
  const list = new LongList(() => undefined);
  expect(places(list, 450, 321).slice(-2)).toEqual([199, 321]);
  expect(places(list, 450, 5)).toHaveLength(200);
  expect(places(list, 450, 450)).toHaveLength(200);
});

test('a long list that comes after a short one is drawn from its beginning again', () => {
  const list = new LongList(() => undefined);
  list.drawMore();
  expect(places(list, 450)).toHaveLength(400);
  expect(places(list, 3)).toEqual([0, 1, 2]);
  expect(places(list, 450)).toHaveLength(200);
});
