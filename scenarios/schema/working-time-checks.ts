import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import type { Path } from './problems.ts';

/** Checks the working-time rules, absence and cover for what the schema cannot see: limits that contradict each other. */
export function checkWorkingTimeData(data: BaseData, report: Report): void {
  checkRules(data, report);
  checkHolidays(data, report);
  checkPolicy(data, report);
}

function checkRules({ workingTime }: BaseData, report: Report): void {
  for (const rule of ['dailyRest', 'weeklyRest'] as const) {
    const { limit, byAgreement } = workingTime[rule];
    if (byAgreement.value > limit.value) {
      reportNumber(['workingTime', rule, 'byAgreement', 'value'], byAgreement.value, 'up to', limit.value, report);
    }
  }
  for (const rule of ['shiftLength', 'sundays', 'onCall'] as const) {
    const { limit, byAgreement } = workingTime[rule];
    if (byAgreement.value < limit.value) {
      reportNumber(['workingTime', rule, 'byAgreement', 'value'], byAgreement.value, 'from', limit.value, report);
    }
  }
  const { averageWeek, longestWeek } = workingTime;
  if (longestWeek.limit.value < averageWeek.limit.value) {
    const path: Path = ['workingTime', 'longestWeek', 'limit', 'value'];
    reportNumber(path, longestWeek.limit.value, 'from', averageWeek.limit.value, report);
  }
}

function checkHolidays({ absence: { holiday } }: BaseData, report: Report): void {
  const path: Path = ['absence', 'holiday'];
  const { weeks, summerWeeks, firstSummerWeek, lastSummerWeek } = holiday;
  if (lastSummerWeek.value < firstSummerWeek.value) {
    reportNumber([...path, 'lastSummerWeek', 'value'], lastSummerWeek.value, 'from', firstSummerWeek.value, report);
    return;
  }
  const most = Math.min(weeks.value, lastSummerWeek.value - firstSummerWeek.value + 1);
  if (summerWeeks.value > most) {
    reportNumber([...path, 'summerWeeks', 'value'], summerWeeks.value, 'up to', most, report);
  }
}

function checkPolicy({ cover }: BaseData, report: Report): void {
  const steps = cover.policy.value;
  const path: Path = ['cover', 'policy', 'value'];
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    if (last && step !== 'leaveOpen') {
      report([...path, index], {
        found: { en: `found ${step} as the last step`, nb: `fant ${step} som siste steg` },
        allowed: { en: 'leaveOpen as the last step', nb: 'leaveOpen som siste steg' },
      });
    } else if (!last && step === 'leaveOpen') {
      report([...path, index], {
        found: { en: 'found leaveOpen before other steps', nb: 'fant leaveOpen før andre steg' },
        allowed: { en: 'leaveOpen as the last step', nb: 'leaveOpen som siste steg' },
      });
    } else if (steps.indexOf(step) < index) {
      report([...path, index], {
        found: { en: `found ${step} a second time`, nb: `fant ${step} en gang til` },
        allowed: { en: 'each step once', nb: 'hvert steg én gang' },
      });
    }
  }
  for (const [index, { from, to }] of cover.otherUnit.lendTo.value.entries()) {
    if (from !== to) continue;
    report(['cover', 'otherUnit', 'lendTo', 'value', index, 'to'], {
      found: { en: `found ${to}, the kind that lends`, nb: `fant ${to}, den typen som låner ut` },
      allowed: { en: 'another kind of unit', nb: 'en annen type enhet' },
    });
  }
}

function reportNumber(path: Path, found: number, side: 'from' | 'up to', bound: number, report: Report): void {
  report(path, {
    found: { en: `found ${found}`, nb: `fant ${found}` },
    allowed:
      side === 'from'
        ? { en: `a number from ${bound}`, nb: `et tall fra ${bound}` }
        : { en: `a number up to ${bound}`, nb: `et tall til og med ${bound}` },
  });
}
