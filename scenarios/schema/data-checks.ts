import type { BaseData } from './base-data.ts';
import { checkClinical } from './clinical-checks.ts';
import { checkEconomy } from './economy-checks.ts';
import { checkLabourWardCare } from './labour-ward-care-checks.ts';
import { checkProgramme } from './programme-checks.ts';
import { checkMagnitudes } from './magnitude-checks.ts';
import { checkShifts, checkSites } from './place-checks.ts';
import { unknownName, type Finding, type Path, type Wording } from './problems.ts';
import { checkStaff } from './staff-checks.ts';
import { checkWorkingTimeData } from './working-time-checks.ts';

/** Takes a finding at a path of the resolved scenario; `key` when the key is wrong and not the value under it. */
export type Report = (path: Path, finding: Finding, part?: 'key' | 'value') => void;

/** The place of birth that stands for everything outside the model. */
const elsewhere = 'elsewhere';
const tolerance = 1e-9;

export const kinds = {
  hospital: { en: 'hospital', nb: 'sykehus' },
  site: { en: 'site', nb: 'fødested' },
  sector: { en: 'sector', nb: 'sektor' },
  payer: { en: 'payer', nb: 'betaler' },
  district: { en: 'district', nb: 'bydel' },
} satisfies Record<string, Wording>;

/** Checks what the schema cannot: that names refer to something, shares sum to 1 and intervals do not run backwards. */
export function checkData(data: BaseData, report: Report): void {
  if (!checkMagnitudes(data, report)) return;
  checkPlaces(data, report);
  checkSectors(data, report);
  checkSites(data, report);
  checkShifts(data, report);
  checkClinical(data, report);
  checkTimes(data, report);
  checkProgramme(data, report);
  checkEconomy(data, report);
  checkLabourWardCare(data, report);
  checkStaff(data, report);
  checkWorkingTimeData(data, report);
}

function checkPlaces(data: BaseData, report: Report): void {
  const siteIds = Object.keys(data.sites);
  const hospitalIds = Object.keys(data.hospitals);
  for (const [id, site] of Object.entries(data.sites)) {
    if (!Object.hasOwn(data.hospitals, site.hospital)) {
      report(['sites', id, 'hospital'], unknownName(kinds.hospital, site.hospital, hospitalIds));
    }
    const others = siteIds.filter((other) => other !== id);
    for (const [index, { site: other }] of site.diversion.entries()) {
      if (!others.includes(other)) {
        report(['sites', id, 'diversion', index, 'site'], unknownName(kinds.site, other, others));
      }
    }
  }
  for (const [id, origin] of Object.entries(data.origins)) {
    const journey: Path = ['origins', id, 'journey', 'value'];
    if (!Object.hasOwn(data.sectors, origin.sector)) {
      report(['origins', id, 'sector'], unknownName(kinds.sector, origin.sector, Object.keys(data.sectors)));
    }
    for (const site of Object.keys(origin.journey.value)) {
      if (!siteIds.includes(site)) report([...journey, site], unknownName(kinds.site, site, siteIds), 'key');
    }
    for (const site of siteIds) {
      if (!Object.hasOwn(origin.journey.value, site)) report([...journey, site], missing('minutes', 'minutter'));
    }
    for (const key of ['latitude', 'longitude'] as const) {
      if (!origin.outside && origin[key] === undefined) {
        report(
          ['origins', id, key],
          missing('a position on the map, or outside: true', 'en plass på kartet, eller outside: true'),
        );
      }
    }
  }
}

function checkSectors(data: BaseData, report: Report): void {
  const places = [...Object.keys(data.sites), elsewhere];
  for (const [id, sector] of Object.entries(data.sectors)) {
    const path: Path = ['sectors', id, 'placeOfBirth', 'value'];
    for (const place of Object.keys(sector.placeOfBirth.value)) {
      if (!places.includes(place)) report([...path, place], unknownName(kinds.site, place, places), 'key');
    }
    checkSum(path, Object.values(sector.placeOfBirth.value), report);
  }
}

function checkTimes({ timePattern }: BaseData, report: Report): void {
  const start: Path = ['timePattern', 'inductionStart'];
  checkSum([...start, 'weekdays', 'value'], timePattern.inductionStart.weekdays.value, report);
  const windows = timePattern.inductionStart.windows.value;
  for (const [index, { from, to }] of windows.entries()) {
    checkOrder([...start, 'windows', 'value', index, 'to'], from, to, report);
  }
  checkSum(
    [...start, 'windows', 'value'],
    windows.map(({ share }) => share),
    report,
  );
  const { from, to } = timePattern.plannedCaesarean;
  checkOrder(['timePattern', 'plannedCaesarean', 'to', 'value'], from.value, to.value, report);
}

/** Reports shares that do not sum to 1. */
export function checkSum(path: Path, shares: readonly number[], report: Report): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= tolerance) return;
  const shown = Number(sum.toPrecision(12));
  report(path, {
    found: { en: `the shares sum to ${shown}`, nb: `andelene summerer til ${shown}` },
    allowed: { en: 'shares that sum to 1', nb: 'andeler som summerer til 1' },
  });
}

/** Clock times are written with two digits, so their text sorts as they do. */
function checkOrder(path: Path, from: string, to: string, report: Report): void {
  if (from < to) return;
  report(path, {
    found: { en: `found ${to}`, nb: `fant ${to}` },
    allowed: { en: `a clock time after ${from}`, nb: `et klokkeslett etter ${from}` },
  });
}

function missing(en: string, nb: string): Finding {
  return { found: { en: 'missing', nb: 'mangler' }, allowed: { en, nb } };
}
