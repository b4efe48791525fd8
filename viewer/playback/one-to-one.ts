import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { CourseWriter, type Course } from './course.ts';
import { nobody, Place, Stage, type PlaybackState } from './state.ts';

/** A stretch of active labour in which a woman has no midwife to herself. */
export interface Gap {
  woman: number;
  /** Index of the site. */
  site: number;
  /** Minutes of the clock. */
  start: number;
  end: number;
}

/** Where the midwives of the labour ward take care of women. */
const wardPlaces = new Set<number>([Place.labourRoom, Place.reception, Place.antenatalBed]);

/**
 * Follows the trace row by row and notes when women in active labour share their midwife or have none. What lasts no time,
 * between two rows of one instant, is not noted.
 */
export class OneToOneWatch {
  readonly gaps: Gap[] = [];
  private readonly trace: TraceColumns;
  /** Number of the first midwife of each team, over all teams. */
  private readonly teamStart: readonly number[];
  private readonly course = new CourseWriter();
  /** Women in active labour, with the index of their site. */
  private readonly active = new Map<number, number>();
  private readonly open = new Map<number, Gap>();
  /** Who has a woman on the ward, and how many women someone has. */
  private readonly wardMidwife = new Map<number, number>();
  private readonly womenOf = new Map<number, number>();
  /** The woman of each team midwife who is with one, and how many a woman has with her. */
  private readonly womanOf = new Map<number, number>();
  private readonly attending = new Map<number, number>();
  private instant = -Infinity;
  private hasChanged = false;

  constructor(trace: TraceColumns, teamStart: readonly number[]) {
    this.trace = trace;
    this.teamStart = teamStart;
  }

  /** Takes over the row that has just been folded into the state. */
  follow(state: PlaybackState): void {
    const row = state.row - 1;
    const { entity, state: states, place, other, time } = this.trace;
    const what = states[row]!;
    if (what >= TraceState.contact) return;
    if (time[row]! > this.instant) {
      this.settle();
      this.instant = time[row]!;
    }
    const woman = entity[row]!;
    if (woman < 0) return;
    if (what === TraceState.wardMidwife) this.give(woman, other[row]!);
    else if (what === TraceState.midwifeArrived) this.attend(this.teamStart[place[row]!]! + other[row]!, woman);
    else if (what === TraceState.midwifeLeft) this.attend(this.teamStart[place[row]!]! + other[row]!, nobody);
    const isActive = state.stage[woman] === Stage.active && wardPlaces.has(state.place[woman]!);
    if (isActive === this.active.has(woman)) return;
    this.hasChanged = true;
    if (isActive) this.active.set(woman, state.site[woman]!);
    else this.active.delete(woman);
  }

  /** Closes what is open at the end of the horizon. Returns how many women lack a midwife of their own, over time. */
  finish(to: number): Course {
    this.settle();
    for (const gap of this.open.values()) this.close(gap, to);
    this.gaps.sort((one, other) => one.start - other.start || one.woman - other.woman);
    return this.course.course();
  }

  private give(woman: number, midwife: number): void {
    const before = this.wardMidwife.get(woman) ?? nobody;
    if (before === midwife) return;
    this.hasChanged = true;
    if (before !== nobody) add(this.womenOf, before, -1);
    if (midwife !== nobody) add(this.womenOf, midwife, 1);
    this.wardMidwife.set(woman, midwife);
  }

  private attend(midwife: number, woman: number): void {
    const before = this.womanOf.get(midwife) ?? nobody;
    if (before === woman) return;
    this.hasChanged = true;
    if (before !== nobody) add(this.attending, before, -1);
    if (woman !== nobody) add(this.attending, woman, 1);
    this.womanOf.set(midwife, woman);
  }

  /** Books what has held since the last instant with a change. */
  private settle(): void {
    if (!this.hasChanged) return;
    this.hasChanged = false;
    const { instant, open, active } = this;
    for (const gap of open.values()) if (!active.has(gap.woman)) this.close(gap, instant);
    for (const [woman, site] of active) {
      const gap = open.get(woman);
      const isBroken = !this.hasOwn(woman);
      if (isBroken && !gap) open.set(woman, { woman, site, start: instant, end: NaN });
      else if (!isBroken && gap) this.close(gap, instant);
    }
    this.course.note(instant, open.size);
  }

  private hasOwn(woman: number): boolean {
    if ((this.attending.get(woman) ?? 0) > 0) return true;
    const midwife = this.wardMidwife.get(woman) ?? nobody;
    return midwife !== nobody && this.womenOf.get(midwife) === 1;
  }

  private close(gap: Gap, end: number): void {
    this.open.delete(gap.woman);
    if (end > gap.start) this.gaps.push({ ...gap, end });
  }
}

function add(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
