import type { TraceColumns } from '../../kernel/index.ts';
import { ContactKind, Setting } from '../contacts/contact-kinds.ts';
import type { MaternityService } from '../maternity-service.ts';
import { siteIds } from '../model-inputs.ts';
import { TraceState } from '../trace-states.ts';
import type { CareByDay } from './care-by-day.ts';
import { FlowCounts } from './flow-counts.ts';
import { HorizonHours } from './horizon-hours.ts';
import type { HourlyLevel } from './hourly-level.ts';
import type { DailySeries, Patterns, WeeklySeries } from './patterns.ts';
import { PlaceCourses } from './place-courses.ts';
import { caseloadCounts, midwivesMetCounts, stayCounts } from './women-distributions.ts';

/**
 * Distributions and courses of a replication whose horizon is over: one pass over its trace and one over its contacts.
 * @param trace of the replication, from the start of its clock
 * @param care taken down while it ran
 */
export function patternsOf(service: MaternityService, trace: TraceColumns, care: CareByDay): Patterns {
  const { inputs, calendar, horizon, women, workforce } = service;
  const sites = siteIds(inputs);
  const hours = new HorizonHours(calendar, horizon);
  const wardOfUnit = Int16Array.from(workforce.units, ({ kind, profession, site }) =>
    kind === 'labourWard' && profession === 'midwife' ? site : -1,
  );
  const courses = new PlaceCourses(hours, sites.length, women.length, wardOfUnit);
  const flows = new FlowCounts(sites, horizon.from);
  const { time, entity, state, place } = trace;
  for (let row = 0; row < time.length; row++) {
    // Most rows are of contacts, and tell nothing here.
    if (state[row]! >= TraceState.contact) continue;
    courses.take(time[row]!, entity[row]!, state[row]!, place[row]!);
    flows.take(time[row]!, entity[row]!, state[row]!, place[row]!);
  }
  courses.close();
  for (const { birthSite, bornAt, dischargedAt } of women) {
    if (birthSite < 0 && bornAt >= horizon.from && dischargedAt < horizon.to) flows.addElsewhere();
  }
  return {
    daily: dailyCourses(service, hours, courses, care, sites),
    hourOfWeek: weeklyCourses(hours, courses, sites),
    stay: stayCounts(service),
    midwivesMet: midwivesMetCounts(service),
    caseload: caseloadCounts(service),
    flows: flows.flows(),
  };
}

function dailyCourses(
  service: MaternityService,
  hours: HorizonHours,
  courses: PlaceCourses,
  care: CareByDay,
  sites: readonly string[],
): Record<string, Float64Array> {
  const daily: Record<string, Float64Array> = {};
  const put = (series: DailySeries, bySite: readonly Float64Array[], all = sumOf(bySite)): void => {
    daily[series] = all;
    for (const [site, course] of bySite.entries()) daily[`${series}.${sites[site]!}`] = course;
  };
  const means = (levels: readonly HourlyLevel[]): Float64Array[] =>
    levels.map(({ minutes }) => hours.dailyMeans(minutes));
  put('labourRooms', means(courses.labourRooms));
  put('postnatalBeds', means(courses.postnatalBeds));
  put('births', courses.births);
  const shares = sites.map((_, site) => care.shares(site));
  put('oneToOne', shares, care.shares());
  put('diversions', [], courses.diversions);
  put('homeVisits', [], homeVisits(service, hours));
  put('teamCalls', [], courses.teamCalls);
  put('breaches', [], breaches(service, hours));
  return daily;
}

function weeklyCourses(
  hours: HorizonHours,
  { labourRooms, postnatalBeds, midwivesOnDuty, active }: PlaceCourses,
  sites: readonly string[],
): Record<string, Float64Array> {
  const weekly: Record<string, Float64Array> = {};
  const put = (series: WeeklySeries, course: (site: number) => Float64Array): void => {
    for (const [site, id] of sites.entries()) weekly[`${series}.${id}`] = course(site);
  };
  const means = (levels: readonly HourlyLevel[], site: number): Float64Array =>
    hours.weeklyMeans(levels[site]!.minutes);
  put('labourRooms', (site) => means(labourRooms, site));
  put('postnatalBeds', (site) => means(postnatalBeds, site));
  put('midwivesOnDuty', (site) => means(midwivesOnDuty, site));
  put('activePerMidwife', (site) => {
    const midwives = means(midwivesOnDuty, site);
    return means(active, site).map((women, hour) => (midwives[hour]! > 0 ? women / midwives[hour]! : NaN));
  });
  return weekly;
}

/** Home visits of midwives by the day on which they begin. */
function homeVisits({ contactLog, workforce }: MaternityService, hours: HorizonHours): Float64Array {
  const days = new Float64Array(hours.days);
  const setting = contactLog.setting.view();
  const kind = contactLog.kind.view();
  const provider = contactLog.provider.view();
  const start = contactLog.start.view();
  for (let contact = 0; contact < contactLog.length; contact++) {
    if (setting[contact] !== Setting.home || kind[contact] === ContactKind.latentPhaseContact) continue;
    if (workforce.people[provider[contact]!]?.profession !== 'midwife') continue;
    if (hours.holds(start[contact]!)) days[hours.dayOf(start[contact]!)]!++;
  }
  return days;
}

/** Rules not kept in the hours that were worked, by day; averages, which have no day, are left out. */
function breaches(service: MaternityService, hours: HorizonHours): Float64Array {
  const days = new Float64Array(hours.days);
  for (const { basis, rule, day } of service.breaches) {
    if (basis === 'worked' && rule !== 'averageWeek') days[hours.placeOfDay(day)]!++;
  }
  return days;
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(columns[0]!.length);
  for (const column of columns) for (const [index, value] of column.entries()) sum[index]! += value;
  return sum;
}
