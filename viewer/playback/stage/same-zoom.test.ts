import { expect, test } from 'vitest';
import { testLayout } from '../../../test/support/playback-layout.ts';
import type { Recording } from '../recording.ts';
import { sameZoom } from './same-zoom.ts';

const north = { id: 'north', rooms: 3, beds: 2 };
const south = { id: 'south', rooms: 2, beds: 3 };

/** As much of a recording as is asked for: its sites, and a woman for each number in the births of the only origin. */
function recordingOf(sites: (typeof north)[], births: number[]): Recording {
  const women = { origin: Uint8Array.from(births, () => 0), birthNumber: Uint32Array.from(births) };
  return { layout: testLayout(sites, 0), originIds: ['origin'], playback: { women } } as unknown as Recording;
}
const from = recordingOf([north, south], [7, 8, 9]);
const to = recordingOf([south], [9, 7]);

test('a hospital and a ward are found by the name of the site, and the city is seen where there is no such site', () => {
  expect(sameZoom({ level: 'city' }, from, to)).toEqual({ level: 'city' });
  expect(sameZoom({ level: 'hospital', site: 1 }, from, to)).toEqual({ level: 'hospital', site: 0 });
  expect(sameZoom({ level: 'ward', site: 1, ward: 'labour' }, from, to)).toEqual({
    level: 'ward',
    site: 0,
    ward: 'labour',
  });
  expect(sameZoom({ level: 'hospital', site: 0 }, from, to)).toEqual({ level: 'city' });
});

test('at a bed the same woman is seen, or the ward if the other plan does not know her', () => {
  const bed = { level: 'bed', site: 1, ward: 'labour' } as const;
  expect(sameZoom({ ...bed, woman: 2 }, from, to)).toEqual({ ...bed, site: 0, woman: 0 });
  expect(sameZoom({ ...bed, woman: 1 }, from, to)).toEqual({ level: 'ward', site: 0, ward: 'labour' });
});
