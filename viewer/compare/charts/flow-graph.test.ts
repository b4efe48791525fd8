import { expect, test } from 'vitest';
import { flowLinks } from './flow-graph.ts';
import { madePatterns } from './patterns-fixture.ts';

test('women are counted by year, as means over replications', () => {
  const of = (women: number) => madePatterns({ flows: [{ from: 'home', to: 'reception.north', women }] });
  const [link] = flowLinks([of(100), of(300)], 2 * 365.25);
  expect(link).toMatchObject({
    source: { key: 'home', step: 'home', site: undefined },
    target: { key: 'reception.north', step: 'reception', site: 'north', isAgain: false },
  });
  expect(link!.womenPerYear).toBeCloseTo(100, 9);
  expect(flowLinks([], 365)).toEqual([]);
});

test('a way that leads back or sideways ends in a place of its own, so that there is no ring', () => {
  const flows = [
    { from: 'theatre.north', to: 'labourRoom.north', women: 1 },
    { from: 'reception.north', to: 'reception.south', women: 1 },
    { from: 'labourRoom.north', to: 'theatre.north', women: 5 },
    { from: 'home', to: 'reception.north', women: 9 },
  ];
  const links = flowLinks([madePatterns({ flows })], 365.25);
  expect(links.map(({ source, target }) => [source.key, target.key, target.isAgain])).toEqual([
    ['home', 'reception.north', false],
    ['reception.north', 'again:reception.south', true],
    ['labourRoom.north', 'theatre.north', false],
    ['theatre.north', 'again:labourRoom.north', true],
  ]);
  const sources = new Set(links.map(({ source }) => source.key));
  for (const { target } of links) if (target.isAgain) expect(sources).not.toContain(target.key);
});
