import { expect, test } from 'vitest';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import { cartogram, nearestSpot, type Direction } from './cartogram.ts';
import { birthSitesOf, districtsOf, hospitalOf } from './places.ts';

const check = planChecker(shippedTexts).shipped('dagens');
if (check.kind === 'unsound') throw new Error('The base scenario is not sound.');
const { scenario } = check;
const districts = districtsOf(scenario);
const draw = (width: number, height: number) => cartogram(districts, birthSitesOf(scenario), width, height);

test.each([
  [280, 390],
  [358, 450],
  [560, 480],
  [640, 550],
  [900, 700],
])('on %s × %s pixels nothing covers another or the edge', (width, height) => {
  const { districts: circles, sites } = draw(width, height);
  expect(circles).toHaveLength(15);
  expect(sites).toHaveLength(3);
  const spots = [...circles, ...sites];
  for (const [index, a] of spots.entries()) {
    expect(a.x - a.radius).toBeGreaterThanOrEqual(0);
    expect(a.x + a.radius).toBeLessThanOrEqual(width);
    expect(a.y - a.radius).toBeGreaterThanOrEqual(0);
    expect(a.y + a.radius).toBeLessThanOrEqual(height);
    for (const b of spots.slice(index + 1)) {
      expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.id} and ${b.id}`).toBeGreaterThan(a.radius + b.radius);
    }
  }
});

test('the area of a circle follows the births', () => {
  const perBirth = draw(640, 550).districts.map(
    ({ radius }, index) => (Math.PI * radius ** 2) / districts[index]!.births,
  );
  expect(Math.max(...perBirth) / Math.min(...perBirth)).toBeCloseTo(1, 9);
});

test('the picture is the same every time', () => {
  expect(draw(640, 550)).toEqual(draw(640, 550));
});

test('Stovner lies to the right of Frogner, and Søndre Nordstrand below all others', () => {
  const { districts: spots } = draw(640, 550);
  const of = (id: string) => spots.find((spot) => spot.id === id)!;
  expect(of('stovner').x).toBeGreaterThan(of('frogner').x);
  expect(Math.max(...spots.map(({ y }) => y))).toBe(of('soendre-nordstrand').y);
});

test('arrow keys reach every district from any other, and an arrow goes its way', () => {
  const { districts: spots } = draw(640, 550);
  for (const { id } of spots) {
    const reached = new Set([id]);
    const queue = [id];
    for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as Direction[]) {
        const next = nearestSpot(spots, here, direction);
        if (next !== undefined && !reached.has(next.id)) {
          reached.add(next.id);
          queue.push(next.id);
        }
      }
    }
    expect(reached.size, `from ${id}`).toBe(spots.length);
    const right = nearestSpot(spots, id, 'right');
    if (right !== undefined) expect(right.x).toBeGreaterThan(spots.find((spot) => spot.id === id)!.x);
  }
});

test('the hospital of a sector is where most of its women give birth', () => {
  expect(hospitalOf(scenario, 'ahus')).toEqual({ hospital: 'ahus', sites: { ahus: 1 } });
  const { hospital, sites } = hospitalOf(scenario, 'ous');
  expect(hospital).toBe('ous');
  expect(sites['ullevaal']).toBeCloseTo(0.75, 6);
});
