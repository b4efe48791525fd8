import { TraceState } from '../trace-states.ts';
import type { HorizonHours } from './horizon-hours.ts';
import { HourlyLevel } from './hourly-level.ts';

/** She is at no site. */
const nowhere = -1;

/** Women and midwives at the sites hour by hour, and what happens day by day, as the rows of a trace tell. */
export class PlaceCourses {
  /** By site: women in labour rooms, in postnatal beds and in active labour on the ward, and its midwives on duty. */
  readonly labourRooms: readonly HourlyLevel[];
  readonly postnatalBeds: readonly HourlyLevel[];
  readonly active: readonly HourlyLevel[];
  readonly midwivesOnDuty: readonly HourlyLevel[];
  /** Births of each day by site. */
  readonly births: readonly Float64Array[];
  readonly diversions: Float64Array;
  readonly teamCalls: Float64Array;

  private readonly hours: HorizonHours;
  private readonly wardOfUnit: Int16Array;
  /** By woman: the site where she has a labour room, or a postnatal bed. */
  private readonly roomOf: Int16Array;
  private readonly bedOf: Int16Array;
  /** By woman: whether she is in active labour, and the site whose ward she is on. */
  private readonly isActive: Uint8Array;
  private readonly activeAt: Int16Array;

  /**
   * @param women number of women
   * @param wardOfUnit by unit: the site whose labour ward's midwives it has, or −1
   */
  constructor(hours: HorizonHours, sites: number, women: number, wardOfUnit: Int16Array) {
    const bySite = <T>(make: () => T): T[] => Array.from({ length: sites }, make);
    const levels = (): HourlyLevel[] => bySite(() => new HourlyLevel(hours.from, hours.to));
    this.hours = hours;
    this.wardOfUnit = wardOfUnit;
    this.labourRooms = levels();
    this.postnatalBeds = levels();
    this.active = levels();
    this.midwivesOnDuty = levels();
    this.births = bySite(() => new Float64Array(hours.days));
    this.diversions = new Float64Array(hours.days);
    this.teamCalls = new Float64Array(hours.days);
    this.roomOf = new Int16Array(women).fill(nowhere);
    this.bedOf = new Int16Array(women).fill(nowhere);
    this.isActive = new Uint8Array(women);
    this.activeAt = new Int16Array(women).fill(nowhere);
  }

  /** Takes the next row of the trace. */
  take(time: number, entity: number, state: number, place: number): void {
    switch (state) {
      case TraceState.shiftBegins:
      case TraceState.shiftEnds: {
        const change = state === TraceState.shiftBegins ? 1 : -1;
        this.midwivesOnDuty[this.wardOfUnit[place]!]?.add(time, change);
        return;
      }
      case TraceState.labourRoom:
        this.move(this.labourRooms, this.roomOf, entity, time, place);
        return;
      case TraceState.cleaningBegins:
        this.move(this.labourRooms, this.roomOf, entity, time, nowhere);
        return;
      case TraceState.postnatalBed:
        this.move(this.postnatalBeds, this.bedOf, entity, time, place);
        return;
      case TraceState.hotelBed:
      case TraceState.discharged:
        this.move(this.postnatalBeds, this.bedOf, entity, time, nowhere);
        return;
      case TraceState.activeLabour:
        this.isActive[entity] = 1;
        this.move(this.active, this.activeAt, entity, time, place);
        return;
      case TraceState.triage:
        if (this.isActive[entity] === 1) this.move(this.active, this.activeAt, entity, time, place);
        return;
      case TraceState.diverted:
        this.move(this.active, this.activeAt, entity, time, nowhere);
        this.count(this.diversions, time);
        return;
      case TraceState.birth:
        this.count(this.births[place]!, time);
        this.endActive(entity, time);
        return;
      case TraceState.theatre:
        this.endActive(entity, time);
        return;
      case TraceState.midwifeCalled:
        this.count(this.teamCalls, time);
        return;
    }
  }

  /** The horizon is over. */
  close(): void {
    for (const levels of [this.labourRooms, this.postnatalBeds, this.active, this.midwivesOnDuty]) {
      for (const level of levels) level.close();
    }
  }

  private endActive(woman: number, time: number): void {
    this.isActive[woman] = 0;
    this.move(this.active, this.activeAt, woman, time, nowhere);
  }

  private move(levels: readonly HourlyLevel[], siteOf: Int16Array, woman: number, time: number, site: number): void {
    levels[siteOf[woman]!]?.add(time, -1);
    siteOf[woman] = site;
    levels[site]?.add(time, 1);
  }

  private count(days: Float64Array, time: number): void {
    if (this.hours.holds(time)) days[this.hours.dayOf(time)]!++;
  }
}
