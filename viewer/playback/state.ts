import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { PlaybackLayout } from './layout.ts';
import { MidwifeTask, nobody, Place, placeCount, Stage } from './picture-codes.ts';

export { MidwifeTask, nobody, Place, Stage } from './picture-codes.ts';

/**
 * The picture at one instant: a fold over the rows of the trace. Rooms and beds carry no numbers in the trace, so a
 * woman gets the lowest free slot of her site; the same rows therefore always give the same picture.
 */
export class PlaybackState {
  /** Rows folded so far. */
  row = 0;
  /** Per woman: her place, her stage, the index of the site she is at, and the ward midwife who has her, or `nobody`. */
  readonly place: Uint8Array;
  readonly stage: Uint8Array;
  readonly site: Int8Array;
  readonly wardMidwife: Int32Array;
  /** Per room and bed, all sites in one row: the woman who holds it, or `nobody`. */
  readonly roomWoman: Int32Array;
  readonly roomCleaning: Uint8Array;
  readonly bedWoman: Int32Array;
  /** Per bed: 1 if who holds it has been admitted again. */
  readonly bedReadmitted: Uint8Array;
  /** Women per site and place, at `site * placeCount + place`. */
  readonly count: Int16Array;
  /** Per site. */
  readonly roomsOpen: Int16Array;
  readonly bedsOpen: Int16Array;
  readonly onDuty: Int16Array;
  readonly cotsTaken: Int16Array;
  /** Per site: women who are ready for the postnatal ward and keep the place they have until a bed is free. */
  readonly waitingForBed: Int16Array;
  /** Per unit: hired staff on duty; people of the service are told by `Activity`. */
  readonly hired: Int16Array;
  /** Per team midwife, all teams in one row. */
  readonly midwifeWoman: Int32Array;
  readonly midwifeTask: Uint8Array;
  /** Per team: number of the midwife who is first on call, or `nobody`. */
  readonly onCall: Int16Array;
  private readonly layout: PlaybackLayout;

  constructor(layout: PlaybackLayout, women: number) {
    const { sites, rooms, beds, teams, midwives } = layout;
    this.layout = layout;
    this.place = new Uint8Array(women);
    this.stage = new Uint8Array(women);
    this.site = new Int8Array(women).fill(nobody);
    this.wardMidwife = new Int32Array(women).fill(nobody);
    this.roomWoman = new Int32Array(rooms).fill(nobody);
    this.roomCleaning = new Uint8Array(rooms);
    this.bedWoman = new Int32Array(beds).fill(nobody);
    this.bedReadmitted = new Uint8Array(beds);
    this.count = new Int16Array(sites.length * placeCount);
    this.roomsOpen = Int16Array.from(sites, ({ rooms: all }) => all);
    this.bedsOpen = Int16Array.from(sites, ({ beds: all }) => all);
    this.onDuty = new Int16Array(sites.length);
    this.cotsTaken = new Int16Array(sites.length);
    this.waitingForBed = new Int16Array(sites.length);
    this.hired = new Int16Array(layout.labourWardOfUnit.length);
    this.midwifeWoman = new Int32Array(midwives).fill(nobody);
    this.midwifeTask = new Uint8Array(midwives);
    this.onCall = new Int16Array(teams.length).fill(nobody);
  }

  /** Becomes equal to another state of the same playback. */
  become(other: PlaybackState): void {
    this.row = other.row;
    this.place.set(other.place);
    this.stage.set(other.stage);
    this.site.set(other.site);
    this.wardMidwife.set(other.wardMidwife);
    this.roomWoman.set(other.roomWoman);
    this.roomCleaning.set(other.roomCleaning);
    this.bedWoman.set(other.bedWoman);
    this.bedReadmitted.set(other.bedReadmitted);
    this.count.set(other.count);
    this.roomsOpen.set(other.roomsOpen);
    this.bedsOpen.set(other.bedsOpen);
    this.onDuty.set(other.onDuty);
    this.cotsTaken.set(other.cotsTaken);
    this.waitingForBed.set(other.waitingForBed);
    this.hired.set(other.hired);
    this.midwifeWoman.set(other.midwifeWoman);
    this.midwifeTask.set(other.midwifeTask);
    this.onCall.set(other.onCall);
  }

  copy(): PlaybackState {
    const copied = new PlaybackState(this.layout, this.place.length);
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

  womenIn(siteIndex: number, place: Place): number {
    return this.count[siteIndex * placeCount + place]!;
  }

  private apply(woman: number, state: number, place: number, other: number): void {
    // Contacts are most of the rows, and change nothing in the picture of the wards.
    if (state >= TraceState.contact) return;
    switch (state) {
      case TraceState.registered:
        this.stage[woman] = Stage.pregnant;
        return;
      case TraceState.antenatalBed:
        return this.move(woman, Place.antenatalBed, place);
      case TraceState.triage:
        return this.move(woman, Place.reception, place);
      case TraceState.diverted:
        return this.move(woman, Place.betweenSites, other);
      case TraceState.labourRoom:
        this.move(woman, Place.labourRoom, place);
        return this.takeRoom(woman, place);
      case TraceState.activeLabour:
        // She may be on her way between two sites, so that the row tells no place.
        this.stage[woman] = Stage.active;
        return;
      case TraceState.theatre:
        return this.move(woman, Place.theatre, place);
      case TraceState.birth:
      case TraceState.birthElsewhere:
        this.stage[woman] = Stage.born;
        return;
      case TraceState.recovery:
        return this.move(woman, Place.recovery, place);
      case TraceState.waitingForPostnatalBed:
        if (this.stage[woman] !== Stage.waitingForBed) this.waitingForBed[place]!++;
        this.stage[woman] = Stage.waitingForBed;
        return;
      case TraceState.postnatalBed:
        this.endWait(woman, place);
        this.move(woman, Place.postnatalBed, place);
        return this.takeBed(woman, place);
      case TraceState.hotelBed:
        this.freeBed(woman, place);
        return this.move(woman, Place.hotel, place);
      case TraceState.discharged:
        this.endWait(woman, place);
        this.freeBed(woman, place);
        return this.move(woman, Place.away, nobody);
      case TraceState.caesareanPutOff:
        return this.move(woman, Place.away, nobody);
      case TraceState.readmitted:
        return this.readmit(woman, place);
      case TraceState.readmissionEnds:
        return this.freeBed(woman, place);
      case TraceState.lostToFollowUp:
        this.stage[woman] = Stage.lost;
        return;
      case TraceState.followUpEnded:
        this.stage[woman] = Stage.followedUp;
        return;
      case TraceState.wardMidwife:
        this.wardMidwife[woman] = other;
        return;
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
      case TraceState.shiftBegins:
        return this.changeDuty(place, other, 1);
      case TraceState.shiftEnds:
        return this.changeDuty(place, other, -1);
      case TraceState.neonatalAdmission:
        this.cotsTaken[place]!++;
        return;
      case TraceState.neonatalDischarge:
        this.cotsTaken[place]!--;
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

  private move(woman: number, place: Place, siteIndex: number): void {
    const from = this.place[woman]!;
    if (from !== Place.away) this.count[this.site[woman]! * placeCount + from]!--;
    if (place !== Place.away) this.count[siteIndex * placeCount + place]!++;
    this.place[woman] = place;
    this.site[woman] = siteIndex;
  }

  private endWait(woman: number, siteIndex: number): void {
    if (this.stage[woman] === Stage.waitingForBed) this.waitingForBed[siteIndex]!--;
    this.stage[woman] = Stage.born;
  }

  private changeDuty(unit: number, person: number, by: number): void {
    if (person < nobody) this.hired[unit]! += by;
    const siteIndex = this.layout.labourWardOfUnit[unit] ?? nobody;
    if (siteIndex >= 0) this.onDuty[siteIndex]! += by;
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
    const free = lowest(this.bedWoman, nobody, bedStart, beds);
    // Whether someone admitted again has got a bed is not in the trace; it shows now that she has not.
    const bed = free >= 0 ? free : lowest(this.bedReadmitted, 1, bedStart, beds);
    if (bed < 0) return;
    this.bedWoman[bed] = woman;
    this.bedReadmitted[bed] = 0;
  }

  private freeBed(woman: number, siteIndex: number): void {
    const { bedStart, beds } = this.layout.sites[siteIndex]!;
    const bed = lowest(this.bedWoman, woman, bedStart, beds);
    if (bed < 0) return;
    this.bedWoman[bed] = nobody;
    this.bedReadmitted[bed] = 0;
  }

  /** Someone who is admitted again gets a postnatal bed if one is free; otherwise she waits, or lies on another ward. */
  private readmit(woman: number, siteIndex: number): void {
    const { bedStart, beds } = this.layout.sites[siteIndex]!;
    let taken = 0;
    for (let bed = bedStart; bed < bedStart + beds; bed++) if (this.bedWoman[bed] !== nobody) taken++;
    if (taken >= this.bedsOpen[siteIndex]!) return;
    const bed = lowest(this.bedWoman, nobody, bedStart, beds);
    this.bedWoman[bed] = woman;
    this.bedReadmitted[bed] = 1;
  }

  private assign(woman: number, team: number, midwifeNumber: number, task: number): void {
    const midwife = this.layout.teams[team]!.midwifeStart + midwifeNumber;
    this.midwifeWoman[midwife] = woman;
    this.midwifeTask[midwife] = task;
  }
}

/** Index of the first slot in a stretch that holds `value`, or −1. */
function lowest(slots: Int32Array | Uint8Array, value: number, start: number, length: number): number {
  for (let slot = start; slot < start + length; slot++) if (slots[slot] === value) return slot;
  return -1;
}
