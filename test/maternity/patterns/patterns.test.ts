import { describe, expect, it } from 'vitest';
import { siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import { runReplication } from '../../../sim-core/maternity/run-replication.ts';
import { isEmployed } from '../../../sim-core/maternity/staff/employment-spells.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { runAndKeep, someWeeks, type Kept } from './some-weeks.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe.each(['dagens', 'stockholm-ahus-sektor'])('patterns of some weeks of %s', (name) => {
  const kept = runAndKeep(someWeeks(name));
  const { inputs, service, indicators, playback, patterns } = kept;
  const { calendar, horizon } = service;
  const { from, to } = horizon;
  const firstDay = calendar.dayOf(from);
  const { daily, hourOfWeek } = patterns;
  const sites = siteIds(inputs);
  const minutesOf = (course: Float64Array): number =>
    sum(course.map((mean, day) => mean * calendar.lengthOf(firstDay + day)));

  it('have one value for each day and each hour of the week', () => {
    for (const [key, course] of Object.entries(daily)) expect(course, key).toHaveLength(42);
    for (const [key, course] of Object.entries(hourOfWeek)) expect(course, key).toHaveLength(168);
    expect(calendar.lengthOf(firstDay + 20)).toBe(1380);
  });

  it('have the women-minutes in rooms and beds that the trace has', () => {
    const rooms = minutesIn(kept, [TraceState.labourRoom], [TraceState.cleaningBegins]);
    const beds = minutesIn(kept, [TraceState.postnatalBed], [TraceState.hotelBed, TraceState.discharged]);
    for (const [site, id] of sites.entries()) {
      expect(minutesOf(daily[`labourRooms.${id}`]!)).toBeCloseTo(rooms[site]!, 4);
      expect(minutesOf(daily[`postnatalBeds.${id}`]!)).toBeCloseTo(beds[site]!, 4);
      expect(rooms[site]).toBeGreaterThan(10_000);
    }
    expect(minutesOf(daily['labourRooms']!)).toBeCloseTo(sum(rooms), 4);
    expect(minutesOf(daily['postnatalBeds']!)).toBeCloseTo(sum(beds), 4);
  });

  it('have as many women in rooms on one day as there are at its quarters of an hour, nearly', () => {
    const day = 24;
    const midnight = calendar.midnight(firstDay + day);
    const { labourRooms } = occupancyAt(
      kept,
      Array.from({ length: 96 }, (_, quarter) => midnight + 15 * quarter + 7.5),
    );
    expect(Math.abs(daily['labourRooms']![day]! - sum(labourRooms) / 96)).toBeLessThan(0.5);
  });

  it('have the births, diversions and discharges of the indicators', () => {
    for (const id of sites) expect(sum(daily[`births.${id}`]!)).toBe(indicators[`births.${id}`]);
    expect(sum(daily['births']!)).toBe(indicators['birthsTotal']);
    expect(sum(daily['diversions']!)).toBe(service.observations.diversions);
    const { all, vaginal, caesarean } = patterns.stay;
    const discharges = rowsOf(kept, TraceState.discharged).filter((row) => playback.trace.time[row]! >= from);
    expect(sum(all!)).toBe(discharges.length);
    expect(sum(vaginal!) + sum(caesarean!)).toBe(discharges.length);
    expect(sum(sites.map((id) => sum(patterns.stay[id]!)))).toBe(discharges.length);
    const { time, entity } = playback.trace;
    const withinDay = discharges.filter((row) => time[row]! - playback.women.bornAt[entity[row]!]! < 1440);
    expect(sum(all!.subarray(0, 4))).toBe(withinDay.length);
    expect(sum(all!.subarray(0, 4)) / discharges.length).toBeCloseTo(indicators['leftWithin24Hours']!, 12);
  });

  it('have women who meet as many midwives on average as the indicators say', () => {
    const mean = (counts: Float64Array): number => sum(counts.map((count, met) => count * met)) / sum(counts);
    const { midwivesMet } = patterns;
    expect(mean(midwivesMet['all']!)).toBeCloseTo(indicators['midwivesMet']!, 9);
    expect(mean(midwivesMet['pregnancy']!)).toBeCloseTo(indicators['midwivesMetInPregnancy']!, 9);
    expect(mean(midwivesMet['birth']!)).toBeCloseTo(indicators['midwivesMetAtBirth']!, 9);
    expect(mean(midwivesMet['postnatal']!)).toBeCloseTo(indicators['midwivesMetAfterBirth']!, 9);
    const districts = Object.keys(midwivesMet).filter((key) => key.startsWith('all.'));
    expect(districts).toHaveLength(Object.values(inputs.data.origins).filter(({ outside }) => !outside).length);
    expect(sum(districts.map((key) => sum(midwivesMet[key]!)))).toBe(sum(midwivesMet['all']!));
  });

  it('have one-to-one care that, weighted with the minutes of active labour in the trace, is that of the wards', () => {
    const active = activeMinutesByDay(kept);
    const shares = daily['oneToOne']!;
    const own = sum(shares.map((share, day) => share * active[day]!));
    const { now } = service.simulation;
    const ofWards = (of: 'active' | 'oneToOne'): number => sum(service.sites.map(({ ward }) => ward[of].integral(now)));
    expect(sum(active)).toBeCloseTo(ofWards('active'), 4);
    expect(own / sum(active)).toBeCloseTo(ofWards('oneToOne') / ofWards('active'), 9);
    // The indicator is of the women who gave birth within the horizon, the minutes before it among them.
    expect(own / sum(active)).toBeCloseTo(indicators['oneToOne']!, 2);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('have the midwives on duty, and the women in active labour, that the wards have counted hour by hour', () => {
    const { now } = service.simulation;
    const hoursOfWeek = new Float64Array(168);
    for (let time = from; time < to; time += 60) {
      hoursOfWeek[calendar.weekday(calendar.dayOf(time)) * 24 + Math.floor(calendar.clockOf(time) / 60)]!++;
    }
    for (const [site, id] of sites.entries()) {
      const { ward } = service.sites[site]!;
      const onDuty = hourOfWeek[`midwivesOnDuty.${id}`]!;
      for (const [hour, mean] of ward.womenPerMidwife.midwives.means(now).entries()) {
        expect(onDuty[hour]).toBeCloseTo(mean, 9);
      }
      const perMidwife = hourOfWeek[`activePerMidwife.${id}`]!;
      const active = sum(perMidwife.map((ratio, hour) => ratio * onDuty[hour]! * hoursOfWeek[hour]! * 60));
      expect(active).toBeCloseTo(ward.active.integral(now), 4);
      const inRooms = hourOfWeek[`labourRooms.${id}`]!;
      expect(sum(inRooms.map((mean, hour) => mean * hoursOfWeek[hour]! * 60))).toBeCloseTo(
        minutesOf(daily[`labourRooms.${id}`]!),
        4,
      );
    }
  });

  it('have flows in which everybody who comes to a step goes on from it', () => {
    const { flows } = patterns;
    const through = (end: 'from' | 'to', step: string): number =>
      sum(flows.filter((flow) => flow[end] === step).map(({ women }) => women));
    const steps = new Set(flows.flatMap((flow) => [flow.from, flow.to]));
    for (const step of steps) {
      if (step === 'home' || step === 'homeAfter') continue;
      expect(through('from', step), step).toBe(through('to', step));
    }
    expect(through('to', 'home')).toBe(0);
    expect(through('from', 'homeAfter')).toBe(0);
    expect(through('to', 'elsewhere')).toBeGreaterThan(0);
    expect(through('from', 'home') - through('to', 'elsewhere')).toBe(womenWithWholeWay(kept));
    expect(steps.has('hotel.ahus')).toBe(true);
  });

  it('have the calls, home visits and breaches of the recording', () => {
    const { contacts, people, breaches, trace } = playback;
    const called = rowsOf(kept, TraceState.midwifeCalled).filter((row) => trace.time[row]! >= from);
    expect(sum(daily['teamCalls']!)).toBe(called.length);
    expect(called.length > 0).toBe(name !== 'dagens');
    const midwife = 0;
    const [atHome, latentPhase] = [2, 4];
    const visits = [...contacts.kind.keys()].filter(
      (row) =>
        contacts.setting[row] === atHome &&
        contacts.kind[row] !== latentPhase &&
        contacts.provider[row]! >= 0 &&
        people.profession[contacts.provider[row]!] === midwife &&
        contacts.start[row]! >= from &&
        contacts.start[row]! < to,
    );
    expect(visits.length).toBeGreaterThan(100);
    for (const [day, count] of daily['homeVisits']!.entries()) {
      const begins = calendar.midnight(firstDay + day);
      const ends = calendar.midnight(firstDay + day + 1);
      const ofDay = visits.filter((row) => contacts.start[row]! >= begins && contacts.start[row]! < ends);
      expect(count).toBe(ofDay.length);
    }
    const averageWeek = 3;
    const worked = [...breaches.rule.keys()].filter(
      (row) => breaches.worked[row] === 1 && breaches.rule[row] !== averageWeek,
    );
    expect(sum(daily['breaches']!)).toBe(worked.length);
  });

  it('have every midwife of teams and districts once, by the women whose own she was', () => {
    const days = Array.from({ length: 42 }, (_, day) => firstDay + day);
    const midwivesOf = (kind: string): number =>
      service.workforce.people.filter((person) => {
        const unit = service.workforce.units[person.unit]!;
        return unit.kind === kind && person.profession === 'midwife' && days.some((day) => isEmployed(person, day));
      }).length;
    expect(sum(patterns.caseload['team']!)).toBe(midwivesOf('continuityTeam'));
    expect(sum(patterns.caseload['district']!)).toBe(midwivesOf('healthStation'));
  });

  it('change nothing of the replication, and are left out where they are not asked for', () => {
    const without = runReplication(inputs, 'kept', 0, false);
    const withPatterns = runReplication(inputs, 'kept', 0, false, true);
    expect(withPatterns).toEqual({ ...without, patterns });
    expect('patterns' in without || 'playback' in without || 'playback' in withPatterns).toBe(false);
    const { playback: again, ...withTrace } = runReplication(inputs, 'kept', 0, true);
    expect(withTrace).toEqual(without);
    expect(again!.trace.time).toEqual(playback.trace.time);
  });
});

function rowsOf({ playback: { trace } }: Kept, state: number): number[] {
  return [...trace.state.keys()].filter((row) => trace.state[row] === state);
}

/** Minutes within the horizon, by site, that women are in a place which some states begin and others end. */
function minutesIn({ inputs, playback: { trace, from, to } }: Kept, begins: number[], ends: number[]): number[] {
  const minutes = siteIds(inputs).map(() => 0);
  const since = new Map<number, { site: number; time: number }>();
  const leave = (woman: number, now: number): void => {
    const stay = since.get(woman);
    if (stay !== undefined) minutes[stay.site]! += Math.max(0, Math.min(now, to) - Math.max(stay.time, from));
    since.delete(woman);
  };
  for (const [row, state] of trace.state.entries()) {
    const woman = trace.entity[row]!;
    if (begins.includes(state)) since.set(woman, { site: trace.place[row]!, time: trace.time[row]! });
    if (ends.includes(state)) leave(woman, trace.time[row]!);
  }
  for (const woman of since.keys()) leave(woman, to);
  return minutes;
}

/** Women in labour rooms at some instants, in order. */
function occupancyAt({ playback: { trace } }: Kept, instants: number[]): { labourRooms: number[] } {
  let inRooms = 0;
  let row = 0;
  const labourRooms = instants.map((instant) => {
    for (; row < trace.time.length && trace.time[row]! <= instant; row++) {
      if (trace.state[row] === TraceState.labourRoom) inRooms++;
      if (trace.state[row] === TraceState.cleaningBegins) inRooms--;
    }
    return inRooms;
  });
  return { labourRooms };
}

/** Minutes of active labour on the wards, day by day: from its beginning to the birth or the theatre, without transfers. */
function activeMinutesByDay({ service, playback: { trace, from, to } }: Kept): number[] {
  const { calendar } = service;
  const firstDay = calendar.dayOf(from);
  const days = Array.from({ length: calendar.dayOf(to) - firstDay }, () => 0);
  const spells: [number, number][] = [];
  const stateOf = new Map<number, { active: boolean; onTheWay: boolean; since: number }>();
  for (const [row, state] of trace.state.entries()) {
    const time = trace.time[row]!;
    const woman = trace.entity[row]!;
    const her = stateOf.get(woman) ?? { active: false, onTheWay: false, since: 0 };
    stateOf.set(woman, her);
    if (her.active && !her.onTheWay) {
      const over = ([TraceState.birth, TraceState.theatre, TraceState.diverted] as number[]).includes(state);
      if (over) spells.push([her.since, time]);
    }
    if (state === TraceState.activeLabour) Object.assign(her, { active: true, since: time });
    if (state === TraceState.birth || state === TraceState.theatre) her.active = false;
    if (state === TraceState.diverted) her.onTheWay = true;
    if (state === TraceState.triage) Object.assign(her, { onTheWay: false, since: time });
  }
  for (const her of stateOf.values()) if (her.active && !her.onTheWay) spells.push([her.since, to]);
  for (const [start, end] of spells) {
    for (const day of days.keys()) {
      const begins = calendar.midnight(firstDay + day);
      const ends = calendar.midnight(firstDay + day + 1);
      days[day]! += Math.max(0, Math.min(end, ends) - Math.max(start, begins));
    }
  }
  return days;
}

/** Women who go home from a site within the horizon and came to one within it. */
function womenWithWholeWay({ playback: { trace, from } }: Kept): number {
  const { antenatalBed, triage, labourRoom, theatre } = TraceState;
  const places = new Set<number>([antenatalBed, triage, labourRoom, theatre]);
  const arrival = new Map<number, number>();
  let women = 0;
  for (const [row, state] of trace.state.entries()) {
    const woman = trace.entity[row]!;
    if (places.has(state) && !arrival.has(woman)) arrival.set(woman, trace.time[row]!);
    if (state === TraceState.discharged && arrival.get(woman)! >= from) women++;
  }
  return women;
}
