import { Calendar } from '../../sim-core/kernel/calendar.ts';
import { formatDate } from '../../sim-core/kernel/civil-date.ts';
import type { Playback } from '../../sim-core/experiment/messages.ts';
import { originIds, type ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { date, timeOfDay } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { journeysOf } from './journeys.ts';
import { playbackLayout, type PlaybackLayout } from './layout.ts';
import { indexPlayback, type DayOccupancy } from './occupancy.ts';
import { mostPlacesOpen, placesOpen, type PlaceKind } from './open-places.ts';
import type { Seeker } from './seeker.ts';
import type { PlaybackState } from './state.ts';

/** Everything about one recorded replication that does not change while it is played. */
export class Recording {
  readonly inputs: ModelInputs;
  readonly playback: Playback;
  readonly layout: PlaybackLayout;
  readonly calendar: Calendar;
  readonly days: DayOccupancy[];
  readonly originIds: string[];
  /** Per row of the trace: the journey or visit it belongs to, see Journey. */
  readonly journeys: Uint8Array;
  /** Per site: the most labour rooms and postnatal beds that are open at any time of the horizon. */
  readonly mostOpen: { rooms: number; beds: number }[];
  private readonly seeker: Seeker;

  constructor(inputs: ModelInputs, playback: Playback) {
    this.inputs = inputs;
    this.playback = playback;
    this.layout = playbackLayout(inputs);
    this.mostOpen = this.layout.sites.map(({ id }) => ({
      rooms: mostPlacesOpen(inputs, id, 'labourRooms'),
      beds: mostPlacesOpen(inputs, id, 'postnatalBeds'),
    }));
    this.calendar = new Calendar(playback.clockStart);
    this.originIds = originIds(inputs);
    const { trace, women } = playback;
    const { seeker, days } = indexPlayback(this.layout, women.origin.length, trace, this.calendar, playback);
    this.seeker = seeker;
    this.days = days;
    this.journeys = journeysOf(trace, women.origin.length);
  }

  stateAt(time: number): PlaybackState {
    return this.seeker.seek(time);
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

  /** The instant at which a wall clock shows the same as at `time`, on another date (yyyy-mm-dd). */
  onDate(time: number, isoDate: string): number {
    return this.daysLater(time, this.calendar.dayNumber(isoDate) - this.calendar.dayOf(time));
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
    const clock = Math.floor(this.calendar.clockOf(time));
    return texts().playback.time(date(this.dateAt(time), true), timeOfDay(Math.floor(clock / 60), clock % 60));
  }
}
