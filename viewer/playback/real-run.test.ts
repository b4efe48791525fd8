import { beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, modelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { LabourCare } from './labour-care.ts';
import type { PlaceKind } from './open-places.ts';
import { Recording } from './recording.ts';
import { MidwifeTask, nobody, Place, Stage, type PlaybackState } from './state.ts';

describe('a recorded year of the teams scenario', () => {
  const inputs = modelInputs(loadScenario('min-jordmor-ahus-sektor', nodeScenarioFiles()));
  let recording: Recording;
  let instants: number[];

  beforeAll(() => {
    recording = new Recording(inputs, runReplication(inputs, 'playback', 0, true).playback!);
    const { from, to } = recording.playback;
    instants = Array.from({ length: 500 }, (_, index) => from + ((to - from) * (index + 0.5)) / 500);
  }, 60_000);

  test('every woman on a postnatal ward has one bed there, and nobody else has but those admitted again', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      recording.layout.sites.forEach(({ bedStart, beds }, site) => {
        const inBeds = [...state.bedWoman.subarray(bedStart, bedStart + beds)].filter(
          (woman, bed) => woman !== nobody && !state.bedReadmitted[bedStart + bed],
        );
        expect(new Set(inBeds).size).toBe(inBeds.length);
        expect(inBeds.length).toBe(state.womenIn(site, Place.postnatalBed));
      });
    }
  });

  test('every woman who is in a labour room has one of her own, and no room holds a woman who is elsewhere', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      const holders = womenInRooms(state);
      expect(new Set(holders).size).toBe(holders.length);
      for (const woman of holders) expect(state.place[woman]).toBe(Place.labourRoom);
      const inRooms = recording.layout.sites.reduce((sum, _, site) => sum + state.womenIn(site, Place.labourRoom), 0);
      expect(holders.length).toBe(inRooms);
    }
  });

  test('no place with a fixed number of them holds more women or children than there are', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      recording.layout.sites.forEach((site, index) => {
        const open = (kind: PlaceKind) => recording.placesOpen(index, kind, time);
        expect(state.womenIn(index, Place.antenatalBed)).toBeLessThanOrEqual(open('antenatalBeds'));
        expect(state.womenIn(index, Place.theatre)).toBeLessThanOrEqual(site.theatres);
        expect(state.womenIn(index, Place.recovery)).toBeLessThanOrEqual(open('recoveryPlaces'));
        expect(state.womenIn(index, Place.hotel)).toBeLessThanOrEqual(open('hotelBeds'));
        expect(state.cotsTaken[index]).toBeLessThanOrEqual(open('neonatalCots'));
        expect(state.cotsTaken[index]).toBeGreaterThanOrEqual(0);
      });
    }
  });

  test('midwives are on duty on the labour wards, nearly always on all of them, and most women in active labour have one to themselves', () => {
    const sum = { own: 0, shared: 0, alone: 0, empty: 0 };
    for (const time of instants) {
      const state = recording.stateAt(time);
      const care = new LabourCare(state);
      recording.layout.sites.forEach((_, site) => {
        expect(state.onDuty[site]).toBeGreaterThanOrEqual(0);
        if (state.onDuty[site] === 0) sum.empty++;
        const { all, own, shared, alone } = care.at(site);
        expect(own + shared + alone).toBe(all);
        sum.own += own;
        sum.shared += shared;
        sum.alone += alone;
      });
    }
    expect(sum.empty).toBeLessThan((instants.length * recording.layout.sites.length) / 50);
    expect(sum.own).toBeGreaterThan(sum.shared + sum.alone);
    // Nobody who is cared for shows as being alone only because of how the rows are read.
    expect(sum.alone).toBeLessThan(sum.own / 5);
  });

  test('there are women in pregnancy and after birth at the beginning and at the end of the year', () => {
    const { from, to } = recording.playback;
    for (const time of [from, to - 1]) {
      const { stage } = recording.stateAt(time);
      const among = (...stages: number[]) => stage.filter((now) => stages.includes(now)).length;
      expect(among(Stage.pregnant)).toBeGreaterThan(0);
      expect(among(Stage.born)).toBeGreaterThan(0);
    }
  });

  test('a team midwife is with a woman in hospital, and each team has one who is first on call', () => {
    let attending = 0;
    for (const time of instants) {
      const state = recording.stateAt(time);
      state.midwifeTask.forEach((task, midwife) => {
        if (task === MidwifeTask.called) {
          expect(state.place[state.midwifeWoman[midwife]!]).not.toBe(Place.postnatalBed);
        }
        if (task !== MidwifeTask.attending) return;
        attending++;
        expect(state.isAttended(state.midwifeWoman[midwife]!)).toBe(true);
      });
      expect(state.onCall).not.toContain(nobody);
    }
    expect(attending).toBeGreaterThan(0);
  });

  test('the year at a glance has every day, and its lowest and highest lie on either side of the mean', () => {
    expect(recording.days).toHaveLength(365);
    for (const { lowest, mean, highest } of recording.days) {
      expect(lowest).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(highest);
    }
  });
});

function womenInRooms({ roomWoman, roomCleaning }: PlaybackState): number[] {
  return [...roomWoman].filter((woman, room) => woman !== nobody && roomCleaning[room] === 0);
}
