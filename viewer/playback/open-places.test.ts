import { expect, test } from 'vitest';
import { changed, shippedInputs } from '../../test/support/scenarios.ts';
import { mostPlacesOpen, placesOpen } from './open-places.ts';

const inputs = changed(shippedInputs('dagens'), ({ interventions, data }) => {
  data.sites['ullevaal']!.antenatalBeds = 20;
  interventions.push(
    { model: 'capacity', start: '2026-12-01', site: 'ullevaal', antenatalBeds: -4, labourRooms: -5, postnatalBeds: 0 },
    {
      model: 'capacity',
      start: '2027-07-01',
      end: '2027-07-31',
      site: 'ullevaal',
      antenatalBeds: -6,
      labourRooms: 0,
      postnatalBeds: 0,
    },
    {
      model: 'capacity',
      start: '2027-09-01',
      end: '2027-09-30',
      site: 'ullevaal',
      antenatalBeds: 1,
      labourRooms: 0,
      postnatalBeds: 0,
    },
  );
});

test('what is opened and closed counts from its first day to its last', () => {
  const days = ['2026-11-30', '2026-12-01', '2027-06-30', '2027-07-01', '2027-07-31', '2027-08-01', '2027-09-30'];
  expect(days.map((day) => placesOpen(inputs, 'ullevaal', 'antenatalBeds', day))).toEqual([20, 16, 16, 10, 10, 16, 17]);
});

test('the most that are open in the horizon takes no account of what was open before it', () => {
  expect(mostPlacesOpen(inputs, 'ullevaal', 'antenatalBeds')).toBe(17);
  expect(mostPlacesOpen(inputs, 'ullevaal', 'labourRooms')).toBe(inputs.data.sites['ullevaal']!.labourRooms - 5);
  expect(mostPlacesOpen(inputs, 'rikshospitalet', 'labourRooms')).toBe(
    inputs.data.sites['rikshospitalet']!.labourRooms,
  );
});

test('places that open again in the middle of the horizon count among the most', () => {
  const closedAtFirst = changed(shippedInputs('dagens'), ({ interventions }) => {
    interventions.push({
      model: 'capacity',
      start: '2026-01-01',
      end: '2027-02-28',
      site: 'ullevaal',
      labourRooms: -3,
      postnatalBeds: 0,
    });
  });
  expect(mostPlacesOpen(closedAtFirst, 'ullevaal', 'labourRooms')).toBe(inputs.data.sites['ullevaal']!.labourRooms);
});
