import { describe, expect, it } from 'vitest';
import { Census } from '../../sim-core/maternity/census.ts';
import { Observations } from '../../sim-core/maternity/observations.ts';
import { Waits } from '../../sim-core/maternity/waits.ts';
import { Calendar, Simulation } from '../../sim-core/kernel/index.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';
import { womanOf } from '../support/measured-service.ts';

const calendar = new Calendar('2027-07-01');
const hour = 60;
const day = 24 * hour;

describe('observations', () => {
  const noted = (counting: boolean): Observations => {
    const observations = new Observations(2, calendar);
    observations.counting = counting;
    const [here, outside] = [womanOf(0, { birthSite: 1, bornAt: 10 * hour }), womanOf(1, { birthSite: 0 })];
    for (const woman of [here, outside]) observations.registered(woman);
    observations.birth(here, 10 * hour, true);
    observations.discharge(here, 2 * day + hour, true);
    observations.birth(outside, 2 * day + 10 * hour, false);
    observations.birthElsewhere(womanOf(2));
    observations.lost(womanOf(3));
    observations.roomWait(here, 0);
    observations.roomWait(outside, 30);
    observations.theatreWait(5, true);
    observations.theatreWait(7, false);
    observations.diversion(1, 0);
    observations.neonatalAdmission(3 * day);
    observations.readmission('newborn', 2 * day);
    observations.readmission('maternal', day);
    observations.teamCall(false);
    observations.teamCall(true);
    observations.bornWithoutRoom();
    observations.earlyDischarge();
    observations.followUpEnded(here);
    observations.caesareanPutOff();
    return observations;
  };

  it('keep what happens while counting', () => {
    const observations = noted(true);
    // The first of July 2027 is a Thursday, the third a Saturday.
    expect(observations).toMatchObject({
      birthsBySite: [1, 1],
      birthsElsewhere: 1,
      weekendBirths: 1,
      officeHoursBirths: 1,
      birthsWithoutRoom: 1,
      lostToFollowUp: 1,
      stayDays: [2],
      earlyDischarges: 1,
      diversions: 1,
      diversionsFrom: [0, 1],
      diversionsTo: [1, 0],
      neonatalAdmissions: 1,
      neonatalDays: 3,
      readmissions: { newborn: 1, maternal: 1 },
      readmissionDays: { newborn: 2, maternal: 1 },
      teamCalls: 2,
      unansweredCalls: 1,
      caesareansPutOff: 1,
    });
    expect(observations.birthsByMonth[6]).toBe(2);
    expect(observations.births.map(({ number }) => number)).toEqual([0, 1]);
    expect(observations.districtBirths.map(({ number }) => number)).toEqual([0]);
    expect(observations.womenFollowedUp).toHaveLength(1);
    expect(observations.roomWaits).toMatchObject({ count: 2, mean: 15, shareWaited: 0.5 });
    expect([observations.plannedTheatreWaits.mean, observations.acuteTheatreWaits.mean]).toEqual([5, 7]);
  });

  it('keep nothing of the warm-up but who registered and what became of her', () => {
    const untouched = new Observations(2, calendar);
    const observations = noted(false);
    expect(observations.registeredWomen).toHaveLength(2);
    expect(observations.womenWhoGaveBirth).toHaveLength(3);
    expect(observations.womenLost).toHaveLength(1);
    for (const list of ['registeredWomen', 'womenWhoGaveBirth', 'womenLost'] as const) observations[list].length = 0;
    expect(observations).toEqual(untouched);
  });
});

describe('waits', () => {
  it('have no mean before anybody has asked', () => {
    expect(new Waits()).toMatchObject({ count: 0, mean: NaN, shareWaited: NaN });
  });
});

describe('the census', () => {
  const inputs = changed(shippedInputs('dagens'), ({ data }) => {
    const [first, second, third] = Object.values(data.sites);
    const [one, other] = Object.keys(data.hospitals);
    first!.hospital = one!;
    second!.hospital = other!;
    third!.hospital = one!;
  });
  const [one, other] = Object.keys(inputs.data.hospitals) as [string, string];
  const sites = (...counts: [rooms: number, beds: number, hotel: number][]) =>
    counts.map(([rooms, beds, hotel]) => ({
      labourRooms: { inUse: rooms },
      postnatalBeds: { inUse: beds },
      hotelBeds: { inUse: hotel },
    }));

  it('adds up the sites of a hospital at each moment, before it takes means and quantiles', () => {
    const census = new Census(inputs, calendar);
    census.take(0, sites([1, 10, 2], [7, 0, 0], [4, 3, 0]));
    census.take(hour, sites([4, 0, 0], [7, 0, 0], [1, 0, 0]));
    expect(census.mean('labourRooms', one)).toBe(5);
    // Each site has 4 at its highest, but never both.
    expect(census.quantile('labourRooms', one, 1)).toBe(5);
    expect(census.mean('labourRooms', other)).toBe(7);
    expect(census.mean('postnatalBeds', one)).toBe(7.5);
    expect(census.quantile('postnatalBeds', one, 0.5)).toBe(0);
    expect(census.quantile('postnatalBeds', one, 0.51)).toBe(15);
  });

  it('tells the months apart', () => {
    const census = new Census(inputs, calendar);
    const august = calendar.midnight(31);
    for (const [at, rooms] of [
      [0, 2],
      [hour, 4],
      [august, 9],
    ] as const) {
      census.take(at, sites([rooms, 0, 0], [0, 0, 0], [0, 0, 0]));
    }
    expect(census.mean('labourRooms', one, 6)).toBe(3);
    expect(census.mean('labourRooms', one, 7)).toBe(9);
    expect(census.mean('labourRooms', one)).toBe(5);
    expect(census.mean('labourRooms', one, 0)).toBeNaN();
  });

  it('is taken every hour from when it starts', () => {
    const simulation = new Simulation();
    const census = new Census(inputs, calendar);
    const counted = sites([0, 0, 0], [0, 0, 0], [0, 0, 0]);
    census.start(simulation, counted);
    // In use from 02:00 to 05:00 of the first 24 hours.
    simulation.scheduleAt(2 * hour, () => (counted[0]!.labourRooms.inUse = 8));
    simulation.scheduleAt(5 * hour, () => (counted[0]!.labourRooms.inUse = 0));
    simulation.run(day);
    expect(census.mean('labourRooms', one)).toBe(1);
  });

  it('knows nothing before the first count', () => {
    const census = new Census(inputs, calendar);
    expect(census.mean('labourRooms', one)).toBeNaN();
    expect(census.quantile('labourRooms', one, 0.5)).toBeNaN();
  });
});
