import { Calendar } from '../../sim-core/kernel/calendar.ts';
import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import { workingTimeRules, type WorkingTimeRule } from '../../sim-core/maternity/staff/working-time-rules.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { Activity } from './activity.ts';
import { CourseWriter } from './course.ts';
import { Happenings } from './happenings.ts';
import { knownAtBirth } from './known-at-birth.ts';
import type { PlaybackLayout } from './layout.ts';
import { OneToOneWatch } from './one-to-one.ts';
import type { PlaybackIndex } from './recording.ts';
import { Seeker } from './seeker.ts';
import type { Slices } from './slices.ts';
import { Place } from './state.ts';

/** Shorter gaps are hand-overs, not something to jump to (minutes). */
const shortestGap = 15;

/** Rows between two looks at the time that has passed. */
const rowsAtOnce = 2048;

/** Rules about averages, whose breaches have no day of their own. */
const averages = new Set<WorkingTimeRule>(['averageWeek', 'contractHours']);

/** Share of the work that reading the trace is; the rest is sorting contacts and work. */
const traceShare = 0.7;

/** Reads a playback through once: makes the checkpoints, and notes what the clock can be sent to and what is drawn over time. */
export async function indexPlayback(
  layout: PlaybackLayout,
  playback: Playback,
  slices: Slices,
  onProgress: (share: number) => void,
): Promise<PlaybackIndex> {
  const { trace, women, from, to } = playback;
  const all = new CourseWriter();
  const bySite = layout.sites.map(() => new CourseWriter());
  const watch = new OneToOneWatch(
    trace,
    layout.teams.map(({ midwifeStart }) => midwifeStart),
  );
  const birth: { time: number; subject: number }[] = [];
  const diversion: typeof birth = [];
  const calls: typeof birth = [];
  const seeker = new Seeker(layout, women.origin.length, trace, (state, time) => {
    const row = state.row - 1;
    const what = trace.state[row]!;
    if (what >= TraceState.contact) return;
    watch.follow(state);
    let inRooms = 0;
    bySite.forEach((course, site) => {
      const here = state.womenIn(site, Place.labourRoom);
      inRooms += here;
      course.note(time, here);
    });
    all.note(time, inRooms);
    if (time < from || time >= to) return;
    const happening = { time, subject: trace.entity[row]! };
    if (what === TraceState.birth) birth.push(happening);
    else if (what === TraceState.diverted) diversion.push(happening);
    else if (what === TraceState.midwifeCalled) calls.push(happening);
  });
  for (let share = 0; share < 1;) {
    share = seeker.read(rowsAtOnce);
    if (!slices.isSpent) continue;
    onProgress(share * traceShare);
    await slices.rest();
  }
  const withoutOwn = watch.finish(to);
  const activity = await Activity.of(playback, layout, slices);
  onProgress((1 + traceShare) / 2);
  const teamOf = Array.from(playback.people.unit, (unit) => layout.teamOfUnit[unit] ?? -1);
  const known = knownAtBirth(playback, teamOf);
  const gaps = watch.gaps.filter(({ start, end }) => end > from && start < to);
  onProgress(1);
  return {
    seeker,
    activity,
    labourRooms: all.course(),
    labourRoomsOf: bySite.map((course) => course.course()),
    withoutOwn,
    gaps,
    happenings: {
      birth: new Happenings(birth),
      diversion: new Happenings(diversion),
      oneToOne: new Happenings(
        gaps
          .filter(({ start, end }) => end - start >= shortestGap && start >= from)
          .map(({ start, woman }) => ({ time: start, subject: woman })),
      ),
      breach: breachHappenings(playback),
    },
    knownBirths: new Happenings(birth.filter(({ subject }) => known[subject] === 1)),
    teamCalls: new Happenings(calls),
  };
}

/** Breaches in the hours that were worked, each at the beginning of its day. */
function breachHappenings({ breaches, clockStart, from, to }: Playback): Happenings {
  const calendar = new Calendar(clockStart);
  const found: { time: number; subject: number }[] = [];
  breaches.rule.forEach((rule, breach) => {
    if (breaches.worked[breach] !== 1 || averages.has(workingTimeRules[rule]!)) return;
    const time = calendar.midnight(breaches.day[breach]!);
    if (time >= from && time < to) found.push({ time, subject: breach });
  });
  return new Happenings(found.sort((one, other) => one.time - other.time));
}
