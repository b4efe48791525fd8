import { beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, modelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { Recording } from './recording.ts';
import { MidwifeTask, nobody, Phase, type PlaybackState } from './state.ts';

describe('a recorded year of the teams scenario', () => {
  const inputs = modelInputs(loadScenario('team-ahus-sektor', nodeScenarioFiles()));
  let recording: Recording;
  let instants: number[];

  beforeAll(() => {
    recording = new Recording(inputs, runReplication(inputs, 'playback', 0, true).playback!);
    const { from, to } = recording.playback;
    instants = Array.from({ length: 500 }, (_, index) => from + ((to - from) * (index + 0.5)) / 500);
  });

  test('every woman on a postnatal ward has one bed there, and nobody else has', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      recording.layout.sites.forEach(({ bedStart, beds }, site) => {
        const inBeds = state.bedWoman.subarray(bedStart, bedStart + beds).filter((woman) => woman !== nobody);
        expect(new Set(inBeds).size).toBe(inBeds.length);
        expect(inBeds.length).toBe(state.womenIn(site, Phase.postnatalBed));
      });
    }
  });

  test('every woman in labour on the ward has one room, and no room holds a woman who is elsewhere', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      const holders = womenInRooms(state);
      expect(new Set(holders).size).toBe(holders.length);
      for (const woman of holders) {
        expect([Phase.latent, Phase.active, Phase.recovery, Phase.blocked, Phase.theatre]).toContain(
          state.phase[woman],
        );
      }
      const inLabour = recording.layout.sites.reduce(
        (sum, _, site) => sum + state.womenIn(site, Phase.latent) + state.womenIn(site, Phase.active),
        0,
      );
      expect(holders.filter((woman) => isInLabour(state, woman)).length).toBe(inLabour);
    }
  });

  test('a team midwife is with a woman in hospital, and each team has one who is first on call', () => {
    let attending = 0;
    for (const time of instants) {
      const state = recording.stateAt(time);
      state.midwifeTask.forEach((task, midwife) => {
        if (task === MidwifeTask.called) {
          expect(state.phase[state.midwifeWoman[midwife]!]).not.toBe(Phase.postnatalBed);
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

function isInLabour({ phase }: PlaybackState, woman: number): boolean {
  return phase[woman] === Phase.latent || phase[woman] === Phase.active;
}
