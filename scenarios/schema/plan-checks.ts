import { checkCare } from './care-checks.ts';
import { checkCombinedPositions } from './combined-positions-checks.ts';
import type { Report } from './data-checks.ts';
import { dayAfter, firstNegative, negative } from './dated-changes.ts';
import { checkGrants } from './grant-checks.ts';
import { checkNames } from './name-checks.ts';
import { checkOverlaps } from './overlap-checks.ts';
import { checkPosts } from './posts-checks.ts';
import type { Finding } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';
import { checkShocks } from './shock-checks.ts';
import { checkTeams } from './team-checks.ts';
import { checkWardPosts } from './ward-posts-checks.ts';

type Capacity = Extract<Intervention, { model: 'capacity' }>;

const placesOfSite = [
  'labourRooms',
  'postnatalBeds',
  'receptionPlaces',
  'antenatalBeds',
  'recoveryPlaces',
  'hotelBeds',
  'neonatalCots',
] as const;

/** Years that a horizon may span: memory grows with it, and the base data do not hold for so long. */
const longestHorizon = 100;

/** Days that a horizon may have: nobody plans for others, and years are written with four digits. */
const firstDay = '1900-01-01';
const lastDay = '2199-12-31';

/** Checks the horizon and the interventions against each other and against the data. Dates sort as their text does. */
export function checkPlan(scenario: Pick<Scenario, 'horizon' | 'data' | 'interventions'>, report: Report): void {
  const { horizon, interventions } = scenario;
  if (horizon.end < horizon.start) report(['horizon', 'end'], notBefore(horizon.end, horizon.start));
  for (const key of ['start', 'end'] as const) {
    if (firstDay <= horizon[key] && horizon[key] <= lastDay) continue;
    report(['horizon', key], {
      found: { en: `found ${horizon[key]}`, nb: `fant ${horizon[key]}` },
      allowed: { en: `a date from ${firstDay} to ${lastDay}`, nb: `en dato fra ${firstDay} til ${lastDay}` },
    });
  }
  const years = Number(horizon.end.slice(0, 4)) - Number(horizon.start.slice(0, 4));
  if (years > longestHorizon) {
    report(['horizon', 'end'], {
      found: {
        en: `found ${horizon.end}, ${years} years after the start`,
        nb: `fant ${horizon.end}, ${years} år etter start`,
      },
      allowed: { en: `at most ${longestHorizon} years`, nb: `høyst ${longestHorizon} år` },
    });
  }
  for (const [index, intervention] of interventions.entries()) {
    const { start, end } = intervention;
    if (end !== undefined && end < start) report(['interventions', index, 'end'], notBefore(end, start));
  }
  checkNames(scenario, report);
  checkOverlaps(interventions, report);
  checkNothingNegative(scenario, report);
  checkWardPosts(scenario, report);
  checkPosts(scenario, report);
  checkTeams(scenario, report);
  checkCombinedPositions(scenario, report);
  checkCare(scenario, report);
  checkGrants(scenario, report);
  checkShocks(scenario, report);
  checkOpenSites(scenario, report);
}

/** Follows each count through the days on which it changes; the intervention that brings it below zero is reported. */
function checkNothingNegative({ data, interventions }: Pick<Scenario, 'data' | 'interventions'>, report: Report): void {
  for (const [siteId, site] of Object.entries(data.sites)) {
    const changes = interventions.flatMap((intervention, index) =>
      intervention.model === 'capacity' && intervention.site === siteId ? [{ index, intervention }] : [],
    );
    for (const places of placesOfSite) {
      const present = site[places].value;
      const fault = firstNegative(changes, present, (change) => change[places] ?? 0);
      if (fault !== undefined) report(['interventions', fault.index, places], negative(present, fault));
    }
  }
}

/**
 * Reports a closing after which a woman has no open site to give birth at on any day: neither one of her sector's nor one
 * that takes over from them. What is closed for a part of the time is for the simulation to show.
 */
function checkOpenSites(
  { horizon, data, interventions }: Pick<Scenario, 'horizon' | 'data' | 'interventions'>,
  report: Report,
): void {
  const closings = interventions.flatMap((intervention, index) =>
    intervention.model === 'capacity' && intervention.labourRooms < 0 ? [{ index, intervention }] : [],
  );
  if (closings.length === 0) return;
  const capacities = interventions.filter((intervention) => intervention.model === 'capacity');
  const days = new Set([
    horizon.start,
    ...capacities.flatMap(({ start, end }) => (end === undefined ? [start] : [start, dayAfter(end)])),
  ]);
  const inHorizon = [...days].filter((day) => horizon.start <= day && day <= horizon.end);
  const everOpen = new Set(
    Object.entries(data.sites).flatMap(([id, { labourRooms }]) =>
      inHorizon.some((day) => roomsOn(day, id, labourRooms.value, capacities) > 0) ? [id] : [],
    ),
  );
  for (const [sectorId, { placeOfBirth }] of Object.entries(data.sectors)) {
    if (!Object.values(data.origins).some(({ sector, births }) => sector === sectorId && births.value > 0)) continue;
    const own = Object.keys(data.sites).filter((site) => (placeOfBirth.value[site] ?? 0) > 0);
    const within = own.flatMap((site) => [site, ...data.sites[site]!.diversion.map((route) => route.site)]);
    const closing = closings.findLast(({ intervention }) => own.includes(intervention.site));
    if (closing === undefined || within.some((site) => everOpen.has(site))) continue;
    report(['interventions', closing.index, 'labourRooms'], {
      found: {
        en: `closes the last site of the sector ${sectorId}: a woman there has no open site for the whole horizon`,
        nb: `stenger det siste fødestedet i sektoren ${sectorId}: en kvinne der har ikke noe åpent fødested i hele perioden`,
      },
      allowed: {
        en: 'one open site at some time, of the sector or among those that take over in labour (diversion)',
        nb: 'ett åpent fødested en gang, i sektoren eller blant dem som tar over i fødsel (diversion)',
      },
    });
    return;
  }
}

function roomsOn(day: string, site: string, present: number, capacities: readonly Capacity[]): number {
  return capacities
    .filter((change) => change.site === site && change.start <= day && (change.end === undefined || day <= change.end))
    .reduce((rooms, change) => rooms + change.labourRooms, present);
}

function notBefore(end: string, start: string): Finding {
  return {
    found: { en: `found ${end}, before the start`, nb: `fant ${end}, før starten` },
    allowed: { en: `a date from ${start}`, nb: `en dato fra ${start}` },
  };
}
