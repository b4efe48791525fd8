import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { PlaybackLayout } from './layout.ts';

/** Where a woman is, as far as the picture is concerned. */
export const Phase = {
  away: 0,
  antenatalBed: 1,
  triage: 2,
  latent: 3,
  active: 4,
  theatre: 5,
  recovery: 6,
  blocked: 7,
  postnatalBed: 8,
  betweenSites: 9,
  /** Active labour has begun while she still waits for a room. */
  activeInTriage: 10,
} as const;

export type Phase = (typeof Phase)[keyof typeof Phase];

const phaseCount = 11;

/** What a team midwife does, apart from being on call. */
export const MidwifeTask = { none: 0, called: 1, attending: 2 } as const;

export const nobody = -1;

/**
 * The picture at one instant: a fold over the rows of the trace. Rooms and beds carry no numbers in the trace, so a
 * woman gets the lowest free slot of her site; the same rows therefore always give the same picture.
 */
export class PlaybackState {
  /** Rows folded so far. */
  row = 0;
  /** Per woman: her phase and the index of the site she is at. */
  readonly phase: Uint8Array;
  readonly site: Int8Array;
  /** Per room and bed, all sites in one row: the woman who holds it, or `nobody`. */
  readonly roomWoman: Int32Array;
  readonly roomCleaning: Uint8Array;
  readonly bedWoman: Int32Array;
  /** Women per site and phase, at `site * phaseCount + phase`. */
  readonly count: Int16Array;
  /** Per site. */
  readonly roomsOpen: Int16Array;
  readonly bedsOpen: Int16Array;
  readonly onDuty: Int16Array;
  /** Per team midwife, all teams in one row. */
  readonly midwifeWoman: Int32Array;
  readonly midwifeTask: Uint8Array;
  /** Per team: number of the midwife who is first on call, or `nobody`. */
  readonly onCall: Int16Array;
  private readonly layout: PlaybackLayout;

  constructor(layout: PlaybackLayout, women: number) {
    const { sites, rooms, beds, teams, midwives } = layout;
    this.layout = layout;
    this.phase = new Uint8Array(women);
    this.site = new Int8Array(women).fill(nobody);
    this.roomWoman = new Int32Array(rooms).fill(nobody);
    this.roomCleaning = new Uint8Array(rooms);
    this.bedWoman = new Int32Array(beds).fill(nobody);
    this.count = new Int16Array(sites.length * phaseCount);
    this.roomsOpen = Int16Array.from(sites, ({ rooms: all }) => all);
    this.bedsOpen = Int16Array.from(sites, ({ beds: all }) => all);
    this.onDuty = new Int16Array(sites.length);
    this.midwifeWoman = new Int32Array(midwives).fill(nobody);
    this.midwifeTask = new Uint8Array(midwives);
    this.onCall = new Int16Array(teams.length).fill(nobody);
  }

  /** Becomes equal to another state of the same playback. */
  become(other: PlaybackState): void {
    this.row = other.row;
    this.phase.set(other.phase);
    this.site.set(other.site);
    this.roomWoman.set(other.roomWoman);
    this.roomCleaning.set(other.roomCleaning);
    this.bedWoman.set(other.bedWoman);
    this.count.set(other.count);
    this.roomsOpen.set(other.roomsOpen);
    this.bedsOpen.set(other.bedsOpen);
    this.onDuty.set(other.onDuty);
    this.midwifeWoman.set(other.midwifeWoman);
    this.midwifeTask.set(other.midwifeTask);
    this.onCall.set(other.onCall);
  }

  copy(): PlaybackState {
    const copied = new PlaybackState(this.layout, this.phase.length);
    copied.become(this);
    return copied;
  }

  /** Folds the rows up to, but not including, row `end`. */
  advance(trace: TraceColumns, end: number): void {
    const { entity, state, place, other } = trace;
    for (let row = this.row; row < end; row++) {
      this.apply(entity[row]!, state[row]!, place[row]!, other[row]!);
    }
    this.row = Math.max(this.row, end);
  }

  /** True if a midwife of the woman's own team is with her. */
  isAttended(woman: number): boolean {
    for (let midwife = 0; midwife < this.midwifeWoman.length; midwife++) {
      if (this.midwifeWoman[midwife] === woman && this.midwifeTask[midwife] === MidwifeTask.attending) return true;
    }
    return false;
  }

  womenIn(siteIndex: number, phase: Phase): number {
    return this.count[siteIndex * phaseCount + phase]!;
  }

  private apply(woman: number, state: number, place: number, other: number): void {
    switch (state) {
      case TraceState.antenatalBed:
        return this.move(woman, Phase.antenatalBed, place);
      case TraceState.triage:
        return this.move(woman, Phase.triage, place);
      case TraceState.diverted:
        return this.move(woman, Phase.betweenSites, other);
      case TraceState.labourRoom:
        this.move(woman, this.phase[woman] === Phase.activeInTriage ? Phase.active : Phase.latent, place);
        return this.takeRoom(woman, place);
      case TraceState.activeLabour:
        return this.move(woman, this.phase[woman] === Phase.triage ? Phase.activeInTriage : Phase.active, place);
      case TraceState.theatre:
        return this.move(woman, Phase.theatre, place);
      case TraceState.birth:
        // After a caesarean she stays in theatre until she goes on to the postnatal ward.
        if (this.phase[woman] !== Phase.theatre) this.move(woman, Phase.recovery, place);
        return;
      case TraceState.waitingForPostnatalBed:
        return this.move(woman, Phase.blocked, place);
      case TraceState.postnatalBed:
        this.move(woman, Phase.postnatalBed, place);
        return this.takeBed(woman, place);
      case TraceState.discharged:
        this.freeBed(woman, this.site[woman]!);
        return this.move(woman, Phase.away, nobody);
      case TraceState.cleaningBegins:
        return this.clean(woman, place, true);
      case TraceState.cleaningEnds:
        return this.clean(woman, place, false);
      case TraceState.midwifeCalled:
        return this.assign(woman, place, other, MidwifeTask.called);
      case TraceState.midwifeArrived:
        return this.assign(woman, place, other, MidwifeTask.attending);
      case TraceState.midwifeLeft:
        return this.assign(nobody, place, other, MidwifeTask.none);
      case TraceState.midwivesOnDuty:
        this.onDuty[place] = other;
        return;
      case TraceState.labourRoomsOpen:
        this.roomsOpen[place] = other;
        return;
      case TraceState.postnatalBedsOpen:
        this.bedsOpen[place] = other;
        return;
      case TraceState.onCall:
        this.onCall[place] = other;
        return;
    }
  }

  private move(woman: number, phase: Phase, siteIndex: number): void {
    const from = this.phase[woman]!;
    if (from !== Phase.away) this.count[this.site[woman]! * phaseCount + from]!--;
    if (phase !== Phase.away) this.count[siteIndex * phaseCount + phase]!++;
    this.phase[woman] = phase;
    this.site[woman] = siteIndex;
  }

  private takeRoom(woman: number, siteIndex: number): void {
    const { roomStart, rooms } = this.layout.sites[siteIndex]!;
    const room = lowest(this.roomWoman, nobody, roomStart, rooms);
    if (room >= 0) this.roomWoman[room] = woman;
  }

  private clean(woman: number, siteIndex: number, begins: boolean): void {
    const { roomStart, rooms } = this.layout.sites[siteIndex]!;
    const room = lowest(this.roomWoman, woman, roomStart, rooms);
    if (room < 0) return;
    this.roomCleaning[room] = begins ? 1 : 0;
    if (!begins) this.roomWoman[room] = nobody;
  }

  private takeBed(woman: number, siteIndex: number): void {
    const { bedStart, beds } = this.layout.sites[siteIndex]!;
    const bed = lowest(this.bedWoman, nobody, bedStart, beds);
    if (bed >= 0) this.bedWoman[bed] = woman;
  }

  private freeBed(woman: number, siteIndex: number): void {
    if (siteIndex < 0) return;
    const { bedStart, beds } = this.layout.sites[siteIndex]!;
    const bed = lowest(this.bedWoman, woman, bedStart, beds);
    if (bed >= 0) this.bedWoman[bed] = nobody;
  }

  private assign(woman: number, team: number, midwifeNumber: number, task: number): void {
    const midwife = this.layout.teams[team]!.midwifeStart + midwifeNumber;
    this.midwifeWoman[midwife] = woman;
    this.midwifeTask[midwife] = task;
  }
}

/** Index of the first slot in a stretch that holds `value`, or −1. */
function lowest(slots: Int32Array, value: number, start: number, length: number): number {
  for (let slot = start; slot < start + length; slot++) if (slots[slot] === value) return slot;
  return -1;
}
