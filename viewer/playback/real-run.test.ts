import { beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, modelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { runReplication, type ReplicationResult } from '../../sim-core/maternity/run-replication.ts';
import { Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { clockMinutes } from '../../sim-core/kernel/calendar.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { differenceByDay, measureAt } from './clock/differences.ts';
import { sameWoman } from './same-woman.ts';
import { stepped } from './steps.ts';
import { LabourCare } from './stage/labour-care.ts';
import type { PlaceKind } from './open-places.ts';
import { Recording } from './recording.ts';
import { MidwifeTask, nobody, Place, Stage, type PlaybackState } from './state.ts';

describe('a recorded year of the teams scenario', () => {
  const inputs = modelInputs(loadScenario('min-jordmor-ahus-sektor', nodeScenarioFiles()));
  let recording: Recording;
  let result: ReplicationResult;
  let instants: number[];

  beforeAll(async () => {
    result = runReplication(inputs, 'playback', 0, true);
    recording = await Recording.open(inputs, result.playback!);
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

  test('a step to an event lands on the nearest row that is one, both ways', () => {
    const { trace } = recording.playback;
    const unseen = new Set<number>([TraceState.registered, TraceState.lostToFollowUp, TraceState.followUpEnded]);
    const events = trace.time.filter(
      (_, row) => trace.state[row]! < TraceState.contact && !unseen.has(trace.state[row]!),
    );
    for (const time of [...instants.slice(0, 100), events[5000]!]) {
      expect(stepped(recording, time, 'event', 1)).toBe(events.find((at) => at > time));
      expect(stepped(recording, time, 'event', -1)).toBe(events.findLast((at) => at < time));
    }
    expect(stepped(recording, trace.time.at(-1)!, 'event', 1)).toBeUndefined();
    expect(stepped(recording, trace.time[0]!, 'event', -1)).toBeUndefined();
  });

  test('a step to a change of shift lands on a clock time at which shifts begin, and no such time is passed over', () => {
    const { calendar } = recording;
    const { day, evening, night } = inputs.data.staff.shifts;
    const begins = new Set([day, evening, night].map(({ start }) => clockMinutes(start)));
    for (const time of instants.slice(0, 50)) {
      const after = stepped(recording, time, 'shift', 1)!;
      const before = stepped(recording, time, 'shift', -1)!;
      expect(begins).toContain(calendar.clockOf(after));
      expect(begins).toContain(calendar.clockOf(before));
      for (let minute = Math.floor(before) + 1; minute < after; minute++)
        expect(begins).not.toContain(calendar.clockOf(minute));
    }
  });

  test('births, known and in all, and hours without a midwife of their own are those of the indicators', () => {
    const { index, playback } = recording;
    const inAll = measureAt(recording, 'births', playback.to);
    const known = measureAt(recording, 'knownBirths', playback.to);
    expect(inAll).toBe(index.happenings.birth.times.length);
    const [low, high] = [0.5, 1.5].map((factor) => inAll * result.indicators['knownMidwife']! * factor);
    expect(known).toBeGreaterThan(low!);
    expect(known).toBeLessThan(high!);
    const minutes = index.gaps.reduce(
      (sum, { start, end }) => sum + Math.min(end, playback.to) - Math.max(start, playback.from),
      0,
    );
    expect(measureAt(recording, 'withoutOwn', playback.to)).toBeCloseTo(minutes / 60, 6);
  });

  test('a woman is the same in another recording of the seed when her origin and her number in it are', async () => {
    const today = modelInputs(loadScenario('dagens', nodeScenarioFiles()));
    const other = await Recording.open(today, runReplication(today, 'playback', 0, true).playback!);
    const { women } = recording.playback;
    for (let woman = 0; woman < women.origin.length; woman += 997) {
      const same = sameWoman(recording, other, woman)!;
      const id = other.originIds[other.playback.women.origin[same]!];
      expect(id).toBe(recording.originIds[women.origin[woman]!]);
      expect(other.playback.women.birthNumber[same]).toBe(women.birthNumber[woman]);
      expect(other.playback.women.nulliparous[same]).toBe(women.nulliparous[woman]);
      expect(sameWoman(other, recording, same)).toBe(woman);
    }
    expect(sameWoman(recording, other, -1)).toBeUndefined();
    const [first] = differenceByDay(recording, other, 'births');
    const last = differenceByDay(recording, other, 'births').at(-1)!;
    expect(first!.difference).toBe(0);
    expect(last.difference).toBe(
      measureAt(other, 'births', other.playback.to) - measureAt(recording, 'births', recording.playback.to),
    );
  });

  test('how many women are in labour rooms over time is what the picture shows', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      const shown = recording.layout.sites.map((_, site) => state.womenIn(site, Place.labourRoom));
      expect(recording.index.labourRoomsOf.map((course) => course.at(time))).toEqual(shown);
      expect(recording.index.labourRooms.at(time)).toBe(shown.reduce((sum, women) => sum + women, 0));
    }
  });

  test('the women without a midwife of their own are those that the picture shows as sharing or alone', () => {
    for (const time of instants) {
      const state = recording.stateAt(time);
      const care = new LabourCare(state);
      const broken = recording.layout.sites
        .map((_, site) => care.at(site))
        .reduce((sum, { shared, alone }) => sum + shared + alone, 0);
      expect(recording.index.withoutOwn.at(time)).toBe(broken);
      const open = recording.index.gaps.filter(({ start, end }) => start <= time && time < end);
      expect(open).toHaveLength(broken);
    }
  });

  test('whoever is with a woman at home is a person with a home visit under way, and nobody away is at work by the roster', () => {
    let visits = 0;
    for (const time of instants) {
      const { people, contacts } = recording.activityAt(time);
      for (const { setting, provider, woman, start, end } of contacts) {
        expect(start).toBeLessThanOrEqual(time);
        expect(end).toBeGreaterThan(time);
        if (setting !== Setting.home || provider < 0) continue;
        visits++;
        expect(people[provider]!.women).toContain(woman);
      }
      recording.layout.teams.forEach((_, team) => {
        const { teamPeople } = recording.index.activity;
        const first = recording.stateAt(time).onCall[team]!;
        if (first === nobody) return;
        expect(people[teamPeople[recording.layout.teams[team]!.midwifeStart + first]!]!.onCall).toBe(true);
      });
    }
    expect(visits).toBeGreaterThan(0);
  });

  test('as many people are at work on the labour wards as come on and go off duty there, hired staff beside them', () => {
    let differences = 0;
    for (const time of instants) {
      const state = recording.stateAt(time);
      const { people } = recording.activityAt(time);
      const atWork = recording.layout.sites.map(() => 0);
      for (const { onShiftIn } of people) {
        const site = recording.layout.labourWardOfUnit[onShiftIn] ?? nobody;
        if (site !== nobody) atWork[site]!++;
      }
      recording.layout.labourWardOfUnit.forEach((site, unit) => {
        if (site !== nobody) atWork[site]! += state.hired[unit]!;
      });
      atWork.forEach((working, site) => (differences += Math.abs(working - state.onDuty[site]!)));
    }
    expect(differences / instants.length).toBeLessThan(0.5);
  });
});

function womenInRooms({ roomWoman, roomCleaning }: PlaybackState): number[] {
  return [...roomWoman].filter((woman, room) => woman !== nobody && roomCleaning[room] === 0);
}
