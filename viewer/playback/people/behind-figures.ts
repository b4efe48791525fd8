import { CarePhase, ContactKind, phaseOfKind } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import type { WomanGrouping } from '../../../sim-core/maternity/indicators/groups.ts';
import { siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import { BirthMode, TraceState } from '../../../sim-core/maternity/trace-states.ts';
import {
  birthsOf,
  dischargesOf,
  districtDischargesBefore,
  isCaesarean,
  isFromDistrict,
  observedBirths,
  rowsOfState,
  type Counted,
} from './counted-women.ts';
import { isInGroup, suffixes } from './figure-groups.ts';
import { knownAtBirth, midwivesOf, type KnownAtBirth } from './meetings.ts';
import { minutesPerDay, type Recorded } from './recorded.ts';
import { indexNow, type RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';

type Count = (recorded: Recorded, index: RecordingIndex) => Counted[];

const daysObserved = 14;
const midwifeVisitDays = 3;
const healthNurseVisitDays = 14;
const longStay = 4;

/** Births of women from the districts at which the midwife was known in some way. */
const knownBirths =
  (isKnown: (how: KnownAtBirth) => boolean, onlyEnrolled = false): Count =>
  (recorded, index) => {
    const isOurs = isFromDistrict(recorded);
    const { team } = recorded.playback.women;
    return birthsOf(recorded).filter(
      ({ woman }) =>
        isOurs(woman) && (!onlyEnrolled || team[woman]! >= 0) && isKnown(knownAtBirth(recorded, index, woman)),
    );
  };

const births =
  (holds: (mode: BirthMode, isNulliparous: boolean) => boolean): Count =>
  (recorded) =>
    birthsOf(recorded).filter(({ woman, mode }) => holds(mode, recorded.playback.women.nulliparous[woman] === 1));

const ofState =
  (state: number, other?: number): Count =>
  (recorded) =>
    rowsOfState(recorded, state).filter((row) => other === undefined || row.other === other);

/** The women whom each figure counts: those in the numerator of a share, or all whom a number counts. */
const figures: Readonly<Record<string, Count>> = {
  birthsTotal: births(() => true),
  birthsElsewhere: ofState(TraceState.birthElsewhere),
  nulliparousShare: births((_, isNulliparous) => isNulliparous),
  caesareanShare: births(isCaesarean),
  plannedCaesareanShare: births((mode) => mode === BirthMode.plannedCaesarean),
  instrumentalShare: births((mode) => mode === BirthMode.instrumental),
  knownMidwife: knownBirths((how) => how === 'named' || how === 'team'),
  namedMidwife: knownBirths((how) => how === 'named'),
  teamMidwife: knownBirths((how) => how === 'team'),
  metMidwife: knownBirths((how) => how === 'metBefore'),
  unknownMidwife: knownBirths((how) => how === 'unknown'),
  enrolled: knownBirths(() => true, true),
  knownMidwifeEnrolled: knownBirths((how) => how === 'named' || how === 'team', true),
  namedMidwifeEnrolled: knownBirths((how) => how === 'named', true),
  sameMidwifeThroughout: throughout(false),
  sameTeamThroughout: throughout(true),
  diversions: ofState(TraceState.diverted),
  caesareansPutOff: ofState(TraceState.caesareanPutOff),
  bornWithoutRoom,
  waitedForBed,
  leftWithin24Hours: (recorded, index) =>
    dischargesOf(recorded, index).filter(({ time, bornAt }) => time - bornAt < minutesPerDay),
  fourDays,
  homeVisit: visited(ContactKind.midwifeHomeVisit, midwifeVisitDays),
  healthNurseVisit: visited(ContactKind.healthNurseHomeVisit, healthNurseVisitDays),
  newbornReadmissions: ofState(TraceState.readmitted, 0),
  maternalReadmissions: ofState(TraceState.readmitted, 1),
  followUpsEnded: ofState(TraceState.followUpEnded),
};

/** Groupings by which the figures are given too, as far as the indicators are. */
const groupings: Readonly<Record<string, readonly WomanGrouping[]>> = {
  nulliparousShare: ['hospital'],
  caesareanShare: ['hospital', 'parity'],
  instrumentalShare: ['parity'],
  knownMidwife: ['origin', 'parity', 'vulnerability'],
};

/** Figures that are given by site only, with the site that counts. */
const bySite: Readonly<Record<string, { count: Count; siteOf: (row: Counted & { other?: number }) => number }>> = {
  births: { count: birthsOf, siteOf: ({ site }) => site },
  diversionsFromSite: { count: ofState(TraceState.diverted), siteOf: ({ site }) => site },
  diversionsToSite: { count: ofState(TraceState.diverted), siteOf: ({ other }) => other ?? -1 },
};

/**
 * Ids of the indicators behind which the women can be shown; of those given by group the key is the id, a full stop and the
 * group.
 */
export const peopleBehindKeys: readonly string[] = [
  ...Object.keys(figures),
  ...Object.entries(groupings).flatMap(([id, list]) => list.map((by) => `${id}${suffixes[by]}`)),
  ...Object.keys(bySite),
];

/** Whether the women behind a figure can be shown. @param key of an indicator, with its group if it has one */
export function hasPeopleBehind(key: string): boolean {
  return peopleBehindKeys.includes(key.split('.')[0]!);
}

/**
 * The women whom a figure counts in its numerator, in order of time; a woman to whom it happened twice is there twice.
 * @returns undefined when the women behind the figure aren't known
 */
export function peopleBehind(recorded: Recorded, key: string): number[] | undefined {
  const counted = countedBehind(recorded, key);
  return counted?.sort((a, b) => a.time - b.time).map(({ woman }) => woman);
}

function countedBehind(recorded: Recorded, key: string): Counted[] | undefined {
  const [id, ...rest] = key.split('.') as [string, ...string[]];
  const group = rest.join('.');
  const index = indexNow(recorded.playback);
  const whole = figures[id];
  if (whole) return whole(recorded, index);
  const sited = bySite[id];
  if (sited) {
    const site = siteIds(recorded.inputs).indexOf(group);
    return site < 0 ? undefined : sited.count(recorded, index).filter((row) => sited.siteOf(row) === site);
  }
  for (const [base, list] of Object.entries(groupings)) {
    const by = list.find((grouping) => `${base}${suffixes[grouping]}` === id);
    const isIn = by && isInGroup(recorded, by, group);
    if (isIn) return figures[base]!(recorded, index).filter(({ woman, site }) => isIn(woman, site));
  }
  return undefined;
}

/** Vaginal births before which she never had a labour room. */
function bornWithoutRoom(recorded: Recorded, index: RecordingIndex): Counted[] {
  const { state } = recorded.playback.trace;
  return birthsOf(recorded).filter(
    ({ woman, mode }) =>
      !isCaesarean(mode) && !rowsOfKey(index.traceOfWoman, woman).some((row) => state[row] === TraceState.labourRoom),
  );
}

/** Waits for a postnatal bed that took time and ended within the horizon, with a bed or by going home. */
function waitedForBed(recorded: Recorded, index: RecordingIndex): Counted[] {
  const { time, entity, state, place } = recorded.playback.trace;
  const { from, to } = recorded.playback;
  const found: Counted[] = [];
  for (let row = 0; row < time.length; row++) {
    if (state[row] !== TraceState.waitingForPostnatalBed) continue;
    const woman = entity[row]!;
    const end = rowsOfKey(index.traceOfWoman, woman).find(
      (later) => later > row && (state[later] === TraceState.postnatalBed || state[later] === TraceState.discharged),
    );
    if (end === undefined) continue;
    const until = time[end]!;
    if (until > time[row]! && until >= from && until < to) found.push({ woman, time: until, site: place[row]! });
  }
  return found;
}

/** First births without caesarean after which she stayed four days, from date to date, or longer. */
function fourDays(recorded: Recorded, index: RecordingIndex): Counted[] {
  const { calendar, playback } = recorded;
  return dischargesOf(recorded, index).filter(
    ({ woman, mode, time, bornAt }) =>
      !isCaesarean(mode) &&
      playback.women.nulliparous[woman] === 1 &&
      calendar.dayOf(time) - calendar.dayOf(bornAt) >= longStay,
  );
}

function visited(kind: ContactKind, withinDays: number): Count {
  return (recorded, index) => {
    const { calendar, playback } = recorded;
    const { contacts } = playback;
    // One more day, as the last calendar day must be over.
    return districtDischargesBefore(recorded, index, withinDays + 1).filter(({ woman, time }) => {
      const end = calendar.midnight(calendar.dayOf(time) + withinDays + 1);
      return rowsOfKey(index.contactsOfWoman, woman).some(
        (row) => contacts.kind[row] === kind && contacts.start[row]! >= time && contacts.start[row]! < end,
      );
    });
  };
}

/** Those with one midwife, or, if it is asked for, midwives of her team, in pregnancy, at the birth and after it. */
function throughout(orTeam: boolean): Count {
  const everyPhase = (1 << CarePhase.pregnancy) | (1 << CarePhase.birth) | (1 << CarePhase.postnatal);
  return (recorded, index) => {
    const { women, contacts } = recorded.playback;
    const staff = midwivesOf(recorded);
    return observedBirths(recorded, daysObserved).filter(({ woman }) => {
      const phases = new Map<number, number>();
      let ofTeam = 0;
      for (const row of rowsOfKey(index.contactsOfWoman, woman)) {
        const provider = contacts.provider[row]!;
        if (provider < 0 || staff.isMidwife[provider] !== 1) continue;
        const phase = 1 << phaseOfKind[contacts.kind[row]!]!;
        phases.set(provider, (phases.get(provider) ?? 0) | phase);
        if (women.team[woman]! >= 0 && staff.team[provider] === women.team[woman]) ofTeam |= phase;
      }
      return [...phases.values()].includes(everyPhase) || (orTeam && ofTeam === everyPhase);
    });
  };
}
