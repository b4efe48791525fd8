import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { HappeningKind } from '../happenings.ts';
import type { Player } from '../player.ts';
import type { Recording } from '../recording.ts';
import { playbackSelection, type Side } from '../selection.ts';
import { nextEvent, stepped, type Direction, type Step } from '../steps.ts';
import { eventText, happeningText } from './landing.ts';
import { worstNight } from './worst-night.ts';

/** Recordings that are shown, with their sides. */
export type Shown = readonly (readonly [Side, Recording])[];

/** Moves the clock by steps and leaps over whatever plans are shown, and says where it landed. */
export class Navigator {
  private readonly player: Player;
  private readonly shown: () => Shown;
  private readonly say: (text: string) => void;

  /** @param say called with a sentence about where the clock has landed, or why it stays */
  constructor(player: Player, shown: () => Shown, say: (text: string) => void) {
    this.player = player;
    this.shown = shown;
    this.say = say;
  }

  step(step: Step, direction: Direction): void {
    const { time } = this.player;
    const [first] = this.shown();
    if (!first) return;
    if (step !== 'event') {
      this.land(stepped(first[1], time, step, direction)!);
      return;
    }
    const found = nearest(this.shown(), direction, (recording) => nextEvent(recording, time, direction)?.time);
    if (!found) return this.sayNone(texts().playback.steps.event, direction);
    const [side, recording, at] = found;
    this.land(at, eventText(recording, nextEvent(recording, time, direction)!.row), side);
  }

  /** Goes to the next thing of a kind in any plan that is shown, and chooses whom it concerns. */
  jump(kind: HappeningKind, direction: Direction): void {
    const { time } = this.player;
    const found = nearest(this.shown(), direction, ({ index, playback }) => {
      const at = index.happenings[kind].next(time, direction);
      return at !== undefined && at >= playback.from && at < playback.to ? at : undefined;
    });
    if (!found) return this.sayNone(texts().playback.jumps[kind], direction);
    const [side, recording, at] = found;
    this.land(at, happeningText(recording, kind, at), side);
    const [subject] = recording.index.happenings[kind].at(at);
    if (subject === undefined) return;
    playbackSelection.select(
      kind === 'breach' ? { kind: 'breach', side, breach: subject } : { kind: 'woman', side, woman: subject },
    );
  }

  /** Goes to the beginning of the worst night of the plans that are shown. */
  worstNight(): void {
    const nights = this.shown().flatMap(([side, recording]) => {
      const night = worstNight(recording);
      return night ? [{ side, night }] : [];
    });
    const [worst] = nights.sort((one, other) => other.night.minutes - one.night.minutes);
    const { playback } = texts();
    if (!worst) return this.say(playback.noWorstNight);
    this.land(worst.night.from, playback.worstNightIs(number(worst.night.minutes / 60)), worst.side);
  }

  /** Goes to the first or the last instant of the horizon. */
  end(direction: Direction): void {
    const [first] = this.shown();
    if (first) this.land(direction < 0 ? first[1].playback.from : first[1].playback.to);
  }

  /** Goes to a local date (yyyy-mm-dd) and time of day (hh:mm). Returns why it cannot, if it cannot. */
  toDate(date: string, timeOfDay: string): string | undefined {
    const [first] = this.shown();
    if (!first) return undefined;
    const { playback } = texts();
    const recording = first[1];
    const match = /^(\d\d):(\d\d)/.exec(timeOfDay);
    if (date === '' || !match) return playback.dateMissing;
    const { calendar } = recording;
    const { from, to } = recording.playback;
    const day = calendar.dayNumber(date);
    if (day < calendar.dayOf(from) || day > calendar.dayOf(to - 1)) {
      return playback.dateOutside(recording.dayInWords(from), recording.dayInWords(to - 1));
    }
    this.land(calendar.timeAt(day, Number(match[1]) * 60 + Number(match[2])));
    return undefined;
  }

  private land(time: number, what?: string, side?: Side): void {
    this.player.goTo(time);
    const shown = this.shown();
    const recording = shown[0]![1];
    const where = recording.inWords(this.player.time);
    const { playback } = texts();
    if (what === undefined) return this.say(where);
    const whose = side && shown.length > 1 ? playback.inPlan(what, side.toUpperCase()) : what;
    this.say(playback.landed(where, whose));
  }

  private sayNone(what: string, direction: Direction): void {
    const { playback } = texts();
    this.say(direction > 0 ? playback.noneLater(what) : playback.noneEarlier(what));
  }
}

/** The recording in which something happens soonest in a direction, with its side and when. */
function nearest(
  shown: Shown,
  direction: Direction,
  find: (recording: Recording) => number | undefined,
): [Side, Recording, number] | undefined {
  let best: [Side, Recording, number] | undefined;
  for (const [side, recording] of shown) {
    const at = find(recording);
    if (at !== undefined && (!best || direction * at < direction * best[2])) best = [side, recording, at];
  }
  return best;
}
