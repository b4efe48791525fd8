import { expect, test } from 'vitest';
import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import type { ContactColumns } from '../../../sim-core/maternity/record/columns.ts';
import { HomeVisits, isUnderWay, positionOnRound } from './rounds.ts';

type Row = [woman: number, provider: number, setting: number, start: number, end: number, kind?: number];

const { home, site } = Setting;

/** Contacts in the order of the rows; all in origin 4. */
function contacts(rows: Row[]): ContactColumns {
  return {
    woman: Int32Array.from(rows, ([woman]) => woman),
    provider: Int32Array.from(rows, ([, provider]) => provider),
    setting: Uint8Array.from(rows, ([, , setting]) => setting),
    start: Float64Array.from(rows, (row) => row[3]),
    end: Float64Array.from(rows, (row) => row[4]),
    kind: Uint8Array.from(rows, (row) => row[5] ?? ContactKind.midwifeHomeVisit),
    place: new Int16Array(rows.length).fill(4),
    payer: new Uint8Array(rows.length),
  };
}

const visits = new HomeVisits(
  contacts([
    [3, 70, home, 700, 760],
    [1, 70, home, 540, 600],
    [2, 71, home, 560, 600, ContactKind.healthNurseHomeVisit],
    [5, 70, site, 610, 640],
    [6, -2, home, 620, 640],
    [7, 70, home, 2000, 2060],
  ]),
);

test('a round is the home visits of one person on the day, by time; other contacts and hired hands have none', () => {
  const rounds = visits.between(0, 1440);
  expect(rounds.map(({ person }) => person)).toEqual([70, 71]);
  expect(rounds[0]!.visits.map(({ woman }) => woman)).toEqual([1, 3]);
  expect(rounds[0]!.origin).toBe(4);
  expect(rounds[1]!.visits).toEqual([{ contact: 2, woman: 2, start: 560, end: 600, byHealthNurse: true }]);
  expect(visits.between(1440, 2880).map(({ visits: made }) => made[0]!.woman)).toEqual([7]);
  expect(visits.between(541, 700)[0]!.person).toBe(71);
});

test('whoever is on her round is at her base, on the way, at a visit or on the way back', () => {
  const round = visits.between(0, 1440)[0]!;
  expect(positionOnRound(round, 524)).toBeUndefined();
  expect(positionOnRound(round, 532.5)).toEqual({ from: -1, to: 0, share: 0.5 });
  expect(positionOnRound(round, 540)).toEqual({ at: 0 });
  expect(positionOnRound(round, 599)).toEqual({ at: 0 });
  expect(positionOnRound(round, 650)).toEqual({ from: 0, to: 1, share: 0.5 });
  expect(positionOnRound(round, 730)).toEqual({ at: 1 });
  expect(positionOnRound(round, 766)).toEqual({ from: 1, to: 2, share: 0.4 });
  expect(positionOnRound(round, 775)).toBeUndefined();
});

test('a round shows exactly while somebody is on it', () => {
  const round = visits.between(0, 1440)[0]!;
  for (let time = 500; time < 800; time++) {
    expect(isUnderWay(round, time), `${time}`).toBe(positionOnRound(round, time) !== undefined);
  }
});

test('when a visit begins before the one before it has ended, she is somewhere all the time', () => {
  const [round] = new HomeVisits(
    contacts([
      [1, 70, home, 540, 620],
      [2, 70, home, 600, 660],
    ]),
  ).between(0, 1440);
  for (let time = 525; time < 675; time++) expect(positionOnRound(round!, time), `${time}`).toBeDefined();
});
