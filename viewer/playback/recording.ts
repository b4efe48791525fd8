import { Calendar } from '../../sim-core/kernel/calendar.ts';
import { formatDate } from '../../sim-core/kernel/civil-date.ts';
import { originIds, type ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import { date, timeOfDay } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { Activity, type ActivityMoment } from './activity.ts';
import type { Course } from './course.ts';
import type { HappeningKind, Happenings } from './happenings.ts';
import { indexPlayback } from './index-playback.ts';
import { journeysOf } from './journeys.ts';
import { playbackLayout, type PlaybackLayout } from './layout.ts';
import type { Gap } from './one-to-one.ts';
import { mostPlacesOpen, placesOpen, type PlaceKind } from './open-places.ts';
import type { Seeker } from './seeker.ts';
import { Slices } from './slices.ts';
import type { PlaybackState } from './state.ts';

/** What has been found by reading a playback through once. */
export interface PlaybackIndex {
  seeker: Seeker;
  activity: Activity;
  /** Women in labour rooms over time, all sites together, and by index of the site. */
  labourRooms: Course;
  labourRoomsOf: Course[];
  /** Women in active labour without a midwife of their own, over time and one by one. */
  withoutOwn: Course;
  gaps: Gap[];
  happenings: Record<HappeningKind, Happenings>;
  /** Births at which the woman knew the midwife, and calls to team midwives. */
  knownBirths: Happenings;
  teamCalls: Happenings;
}

/** Everything about one recorded replication that does not change while it is played. */
export class Recording {
  readonly inputs: ModelInputs;
  readonly playback: Playback;
  readonly layout: PlaybackLayout;
  readonly calendar: Calendar;
  readonly originIds: string[];
  readonly index: PlaybackIndex;
  /** Per row of the trace: the journey or visit it belongs to, see Journey. */
  readonly journeys: Uint8Array;
  /** Per site: the most labour rooms and postnatal beds that are open at any time of the horizon. */
  readonly mostOpen: { rooms: number; beds: number }[];

  private constructor(
    inputs: ModelInputs,
    playback: Playback,
    layout: PlaybackLayout,
    index: PlaybackIndex,
    journeys: Uint8Array,
  ) {
    this.inputs = inputs;
    this.playback = playback;
    this.layout = layout;
    this.index = index;
    this.mostOpen = layout.sites.map(({ id }) => ({
      rooms: mostPlacesOpen(inputs, id, 'labourRooms'),
      beds: mostPlacesOpen(inputs, id, 'postnatalBeds'),
    }));
    this.calendar = new Calendar(playback.clockStart);
    this.originIds = originIds(inputs);
    this.journeys = journeys;
  }

  /**
   * Reads a playback through, in slices between which the page can draw.
   * @param onProgress called now and then with the share that has been read, up to 1
   */
  static async open(
    inputs: ModelInputs,
    playback: Playback,
    onProgress: (share: number) => void = () => {},
  ): Promise<Recording> {
    const layout = playbackLayout(inputs);
    const slices = new Slices();
    const index = await indexPlayback(layout, playback, slices, onProgress);
    const journeys = await journeysOf(playback.trace, playback.women.origin.length, slices);
    await slices.rest();
    return new Recording(inputs, playback, layout, index, journeys);
  }

  /** The picture at an instant. It is overwritten when another instant is asked for. @param time minutes of the clock */
  stateAt(time: number): PlaybackState {
    return this.index.seeker.seek(time);
  }

  /** What everybody does at an instant. It is overwritten when another instant is asked for. */
  activityAt(time: number): ActivityMoment {
    return this.index.activity.at(time, this.stateAt(time));
  }

  /** The nearest instant that can be shown. The last one is the last minute of the horizon. */
  within(time: number): number {
    return Math.min(Math.max(time, this.playback.from), this.playback.to - 1);
  }

  /** The instant at which a wall clock shows the same some days later (or, with a minus, earlier). */
  daysLater(time: number, days: number): number {
    const day = this.calendar.dayOf(time) + days;
    return day < 0 ? 0 : this.calendar.timeAt(day, this.calendar.clockOf(time));
  }

  /** Local date of an instant, yyyy-mm-dd. */
  dateAt(time: number): string {
    return formatDate(this.calendar.dateOf(time));
  }

  /** How many places of a kind that have no slots of their own are open at a site. */
  placesOpen(siteIndex: number, kind: PlaceKind, time: number): number {
    return placesOpen(this.inputs, this.layout.sites[siteIndex]!.id, kind, this.dateAt(time));
  }

  /** An instant in words: «tirsdag 6. juli 2027 kl. 04.15». */
  inWords(time: number): string {
    return texts().playback.time(date(this.dateAt(time), true), this.clockInWords(time));
  }

  /** The date of an instant in words: «6. juli 2027». */
  dayInWords(time: number): string {
    return date(this.dateAt(time));
  }

  /** The time of day of an instant: «04.15». */
  clockInWords(time: number): string {
    const clock = Math.floor(this.calendar.clockOf(time));
    return timeOfDay(Math.floor(clock / 60), clock % 60);
  }
}
