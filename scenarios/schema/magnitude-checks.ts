import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import { isFigure } from './passport.ts';
import type { Path } from './problems.ts';

/** Beyond this no figure of a maternity service lies, and times reckoned with it lose their minutes. */
const greatest = 1e9;
/** What is counted for one woman, and factors; a Poisson law can be drawn from up to a mean of 700. */
const mostForOne = 500;
/** Nothing that is given in minutes lasts longer than a day. */
const longestMinutes = 1440;
/** In hours or in days: a hundred times what the longest of stays would be. */
const longestDuration = 10_000;
/** Births of one district; the whole of Norway has a quarter of it. */
const mostBirths = 200_000;
/** A month against the year: beyond this all births would come in one month and be drawn in vain in the others. */
const highestMonth = 12;

/**
 * Checks that no number is so great that it would only exhaust time or memory. Tells whether all are moderate, so that
 * one slip is reported once.
 */
export function checkMagnitudes(data: BaseData, report: Report): boolean {
  let moderate = true;
  const limited: Report = (path, finding) => {
    moderate = false;
    report(path, finding);
  };
  for (const [id, { births }] of Object.entries(data.origins)) {
    if (births.value > mostBirths) atMost(['origins', id, 'births', 'value'], births.value, mostBirths, limited);
  }
  for (const [month, factor] of data.timePattern.monthFactors.value.entries()) {
    if (factor <= highestMonth) continue;
    atMost(['timePattern', 'monthFactors', 'value', month], factor, highestMonth, limited);
  }
  const { published: _, ...simulated } = data;
  if (moderate) checkNumbers(simulated, [], greatest, limited);
  return moderate;
}

function checkNumbers(value: unknown, path: Path, limit: number, report: Report): void {
  if (typeof value === 'number') {
    if (Math.abs(value) > limit) atMost(path, value, limit, report);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) {
    checkNumbers(value.value, [...path, 'value'], limitOf(value.unit, path), report);
    return;
  }
  if (Array.isArray(value)) value.forEach((element, index) => checkNumbers(element, [...path, index], limit, report));
  else for (const [key, element] of Object.entries(value)) checkNumbers(element, [...path, key], limit, report);
}

function limitOf(unit: string, path: Path): number {
  // A service may have no diversion: then the patience is as good as endless.
  if (path.at(-1) === 'diversionAfter') return greatest;
  if (unit === 'minutes' || unit.startsWith('minutes ')) return longestMinutes;
  if (unit === 'hours' || unit === 'days') return longestDuration;
  return /^(ratio|times|visits|contacts|consultations|hours a (woman|pregnancy)|midwives a woman|standard deviation)/.test(
    unit,
  )
    ? mostForOne
    : greatest;
}

function atMost(path: Path, found: number, limit: number, report: Report): void {
  report(path, {
    found: { en: `found ${found}`, nb: `fant ${found}` },
    allowed: { en: `a number up to ${limit}`, nb: `et tall til og med ${limit}` },
  });
}
