import { clockMinutes } from '../../sim-core/kernel/index.ts';
import { originIds, siteIds, teamLabels } from '../../sim-core/maternity/model-inputs.ts';
import { Absence, AbsenceKind } from '../../sim-core/maternity/staff/absence.ts';
import { makeWorkforce } from '../../sim-core/maternity/staff/make-workforce.ts';
import { workingTimeLimits } from '../../sim-core/maternity/staff/working-time-rules.ts';
import { teamParameters, type TeamParameters } from '../../sim-core/maternity/teams/team-parameters.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { clockOf } from './scenarios.ts';
import { testSeed, type TracedRun } from './trace.ts';

const minutesPerHour = 60;
const daysPerPeriod = 28;
const minutesPerDay = 1440;

/** A team midwife who was called to a woman, and when she was back home. */
export interface Attendance {
  team: number;
  midwife: number;
  woman: number;
  called: number;
  arrived: number | undefined;
  left: number | undefined;
}

/** Every attendance in a trace, in order of the calls. */
export function attendances(run: TracedRun): Attendance[] {
  const all: Attendance[] = [];
  const current = new Map<number, Attendance>();
  for (const { time, entity, state, place, other } of run.rows) {
    if (state === TraceState.midwifeCalled) {
      const attendance = {
        team: place,
        midwife: other,
        woman: entity,
        called: time,
        arrived: undefined,
        left: undefined,
      };
      all.push(attendance);
      current.set(entity, attendance);
    }
    const attendance = current.get(entity);
    if (attendance?.team !== place || attendance.midwife !== other) continue;
    if (state === TraceState.midwifeArrived) attendance.arrived = time;
    if (state === TraceState.midwifeLeft) attendance.left = time;
  }
  return all;
}

/** Parameters of each team as the scenario gives them, and its district. */
function teamSettings({ inputs }: TracedRun): (TeamSettings & { originId: string })[] {
  return teamLabels(inputs).map(({ interventionIndex, originId }) => {
    const intervention = inputs.interventions[interventionIndex];
    if (intervention?.model !== 'continuity-teams') throw new Error('A team must belong to a team intervention');
    return { ...inputs.data.continuityTeams, ...teamParameters(intervention, inputs.data.continuityTeams), originId };
  });
}

type TeamSettings = TracedRun['inputs']['data']['continuityTeams'] & TeamParameters;

/** Shortest time from leaving a woman to being home: nobody lives nearer to a site than this. */
function journeyHome(run: TracedRun, woman: number): number {
  const origin = originIds(run.inputs)[run.women[woman]!.origin]!;
  return Math.min(...siteIds(run.inputs).map((site) => run.inputs.data.origins[origin]!.journey[site]!));
}

/** Calls to a midwife who is with another woman, on her way home or resting. */
export function midwivesCalledTooEarly(run: TracedRun): string[] {
  const settings = teamSettings(run);
  const busyUntil = new Map<string, number>();
  return attendances(run).flatMap((attendance) => {
    const key = `${attendance.team}/${attendance.midwife}`;
    const until = busyUntil.get(key) ?? -Infinity;
    const rest = settings[attendance.team]!.rest * minutesPerHour;
    const home = (attendance.left ?? Infinity) + journeyHome(run, attendance.woman);
    busyUntil.set(key, home + rest);
    return attendance.called >= until ? [] : [`midwife ${key} called at ${attendance.called}, free at ${until}`];
  });
}

/** Whether a midwife of a team, by her number within it, is on holiday or ill on a day. */
function absenceInTeams({ inputs, result }: TracedRun): (team: number, midwife: number, day: number) => boolean {
  const { calendar } = clockOf(inputs);
  const workforce = makeWorkforce(inputs, calendar, testSeed);
  // As far beyond the horizon as absence is drawn for a run.
  const lastDay = calendar.dayNumber(inputs.horizon.end) + 35;
  const absence = new Absence(inputs, calendar, workforce, testSeed, result.replication, -1, lastDay);
  const peopleOf = workforce.units.filter(({ team }) => team >= 0).map(({ index }) => workforce.peopleOf[index]!);
  return (team, midwife, day) => absence.of(peopleOf[team]![midwife]!.number, day) !== AbsenceKind.none;
}

/** No contact outside labour takes longer. */
const longestContact = 180;

/** When each midwife of the teams, by team and number within it, began contacts outside labour. */
function contactsOfTeams({ inputs, rows }: TracedRun): Map<string, number[]> {
  const { units, peopleOf } = makeWorkforce(inputs, clockOf(inputs).calendar, testSeed);
  const keyOfPerson = new Map(
    units.flatMap(({ team, index }) =>
      team < 0 ? [] : peopleOf[index]!.map(({ number }, midwife): [number, string] => [number, `${team}/${midwife}`]),
    ),
  );
  const contacts = new Map<string, number[]>();
  for (const { time, state, other } of rows) {
    const key = state < TraceState.contact ? undefined : keyOfPerson.get(other);
    if (key === undefined) continue;
    const times = contacts.get(key);
    if (times === undefined) contacts.set(key, [time]);
    else times.push(time);
  }
  return contacts;
}

/**
 * Calls to somebody who is not on call, or to the second on call though the first could come. The rota is worked out
 * anew, without those who are away: turns change once a day, when the hours on call begin if they are limited, and on day d midwife d mod n is
 * first.
 */
export function callsAgainstTheRota(run: TracedRun): string[] {
  const { calendar } = clockOf(run.inputs);
  const settings = teamSettings(run);
  const all = attendances(run);
  const origins = originIds(run.inputs);
  const contacts = contactsOfTeams(run);
  const isAway = absenceInTeams(run);
  return all.flatMap(({ team, midwife, woman, called }, index) => {
    const { midwives, onCallMidwives, onCallChange, onCallFrom, onCallTo, originId, rest } = settings[team]!;
    const clock = calendar.clockOf(called);
    const day = calendar.dayOf(called) - (clock < clockMinutes(onCallFrom ?? onCallChange) ? 1 : 0);
    const whoseTurn = (day + midwives) % midwives;
    // The turns of one who is away go to the others in turn, another of them each time round.
    const others = Array.from({ length: midwives - 1 }, (_, next) => (whoseTurn + 1 + next) % midwives);
    const passed = isAway(team, whoseTurn, day) ? Math.abs(Math.floor(day / midwives)) % Math.max(1, others.length) : 0;
    const onCall = [whoseTurn, ...others.slice(passed), ...others.slice(0, passed)]
      .filter((turn) => !isAway(team, turn, day))
      .slice(0, onCallMidwives);
    const faults: string[] = [];
    if (onCallFrom !== undefined && onCallTo !== undefined) {
      const [from, to] = [clockMinutes(onCallFrom), clockMinutes(onCallTo)];
      const isWithin = from < to ? from <= clock && clock < to : clock >= from || clock < to;
      if (!isWithin) faults.push(`team ${team} called at ${clock}, on call from ${onCallFrom} to ${onCallTo}`);
    }
    if (!onCall.includes(midwife)) faults.push(`${midwife} of team ${team} called on day ${day}`);
    if (origins[run.women[woman]!.origin] !== originId) faults.push(`team ${team} of ${originId} called by ${woman}`);
    if (midwife === onCall[1] && midwife !== onCall[0]) {
      // The first on call must have been out, or at home for less than her rest after the longest journey there is, or in
      // another contact, or she has worked so much that day that another can stay longer.
      const longest = rest * minutesPerHour + 120;
      const first = all.findLast(
        (other, before) => before < index && other.team === team && other.midwife === onCall[0],
      );
      const inContact = contacts
        .get(`${team}/${onCall[0]}`)
        ?.some((began) => began <= called && called < began + longestContact);
      const hasWorked = workedBefore(all, contacts, { team, midwife: onCall[0]!, called });
      if (inContact !== true && !hasWorked && (first === undefined || (first.left ?? Infinity) + longest < called))
        faults.push(`first of ${team} passed over at ${called}`);
    }
    return faults;
  });
}

/** Whether a midwife had a contact or was out in the 24 hours before a call. */
function workedBefore(
  all: readonly Attendance[],
  contacts: ReadonlyMap<string, number[]>,
  { team, midwife, called }: Pick<Attendance, 'team' | 'midwife' | 'called'>,
): boolean {
  const since = called - minutesPerDay;
  const began = contacts.get(`${team}/${midwife}`) ?? [];
  return (
    began.some((time) => time > since && time < called) ||
    all.some(
      (other) => other.team === team && other.midwife === midwife && other.called < called && other.left! > since,
    )
  );
}

/** No site is so far away. */
const longestJourney = 120;

/**
 * Attendances that end neither at the birth and the time after it nor earlier for a reason: the longest time from setting out
 * to being home is over, or she had worked before that day.
 */
export function attendancesOfWrongLength(run: TracedRun): string[] {
  const settings = teamSettings(run);
  const births = new Map(
    run.rows.filter(({ state }) => state === TraceState.birth).map(({ entity, time }) => [entity, time]),
  );
  const all = attendances(run);
  const contacts = contactsOfTeams(run);
  const { shiftLength } = workingTimeLimits(run.inputs);
  const { to } = run.playback;
  return all.flatMap(({ team, midwife, woman, called, left }) => {
    const { attendanceAfterBirth, maximumAttendance } = settings[team]!;
    const end = (births.get(woman) ?? Infinity) + attendanceAfterBirth * minutesPerHour;
    const longest = Math.min(maximumAttendance * minutesPerHour, shiftLength);
    // Whoever is out when the horizon is over is sent home then.
    const until = left ?? to;
    const isCut = left === undefined || left === to;
    const tooLong = until > Math.min(end, called + longestContact + longest) + 1e-6;
    const hasReason =
      until + longestJourney >= called + longest || workedBefore(all, contacts, { team, midwife, called });
    const tooShort = !isCut && until < end - 1e-6 && !hasReason;
    return tooLong || tooShort ? [`midwife ${midwife} of team ${team} leaves ${woman} at ${left}, not at ${end}`] : [];
  });
}

/** The team of each woman by the last row of her registration; −1 without. */
export function teamOfWomen(run: TracedRun): Int32Array {
  const teams = new Int32Array(run.women.length).fill(-1);
  for (const { state, entity, other } of run.rows) if (state === TraceState.registered) teams[entity] = other;
  return teams;
}

/** Women of each team by the four weeks in which their labour begins: [team][period]. */
function caseloads(run: TracedRun): number[][] {
  const counts = teamSettings(run).map((): number[] => []);
  for (const [woman, team] of teamOfWomen(run).entries()) {
    if (team < 0) continue;
    const period = Math.floor(run.women[woman]!.fate.dueAt / (daysPerPeriod * minutesPerDay));
    counts[team]![period] = (counts[team]![period] ?? 0) + 1;
  }
  return counts;
}

/** Women in a team of another district, and four weeks with more women than the team's caseload has room for. */
export function enrolmentFaults(run: TracedRun): string[] {
  const settings = teamSettings(run);
  const origins = originIds(run.inputs);
  const strangers = [...teamOfWomen(run).entries()].flatMap(([woman, team]) =>
    team < 0 || origins[run.women[woman]!.origin] === settings[team]!.originId ? [] : [`${woman} in team ${team}`],
  );
  const overfull = caseloads(run).flatMap((periods, team) => {
    const room = Math.ceil((settings[team]!.caseload * daysPerPeriod) / 365.25);
    return periods.flatMap((women, period) => (women > room ? [`team ${team}: ${women} in period ${period}`] : []));
  });
  return [...strangers, ...overfull];
}
