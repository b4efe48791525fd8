import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import { unknownName, type Path } from './problems.ts';

type EconomyData = Pick<BaseData, 'economy' | 'hospitals'>;

const payerKind = { en: 'payer', nb: 'betaler' };

/** Checks that everybody who pays is a payer, and that no hour can earn the same supplement twice. */
export function checkEconomy(data: EconomyData, report: Report): void {
  checkPayers(data, report);
  checkWindows(data, report);
  checkHours(data, report);
}

function checkPayers({ economy, hospitals }: EconomyData, report: Report): void {
  const payers = Object.keys(economy.payers);
  for (const role of ['districtPayer', 'statePayer'] as const) {
    if (!payers.includes(economy[role])) {
      report(['economy', role], unknownName(payerKind, economy[role], payers));
    }
  }
  for (const hospital of Object.keys(hospitals)) {
    if (payers.includes(hospital)) continue;
    report(['economy', 'payers', hospital], {
      found: { en: 'missing', nb: 'mangler' },
      allowed: {
        en: 'a payer for each hospital, under its identifier',
        nb: 'en betaler for hvert sykehus, med dets navn som nøkkel',
      },
    });
  }
}

/** Clock times and days of the year are written with two digits each, so their text sorts as they do. */
function checkWindows({ economy: { supplements, overtime, extraShift } }: EconomyData, report: Report): void {
  const atMost = (path: Path, found: string, latest: string, what: { en: string; nb: string }) => {
    if (found <= latest) return;
    report(path, {
      found: { en: `found ${found}`, nb: `fant ${found}` },
      allowed: { en: `${what.en} up to ${latest}`, nb: `${what.nb} til og med ${latest}` },
    });
  };
  const clock = { en: 'a clock time', nb: 'et klokkeslett' };
  const { nightBegunBefore, nightUntil, eveningFrom } = supplements;
  const path: Path = ['economy', 'supplements'];
  atMost([...path, 'nightUntil', 'value'], nightUntil.value, eveningFrom.value, clock);
  atMost([...path, 'nightBegunBefore', 'value'], nightBegunBefore.value, nightUntil.value, clock);
  atMost(['economy', 'overtime', 'nightUntil', 'value'], overtime.nightUntil.value, overtime.nightFrom.value, clock);
  const { summerFrom, summerTo } = extraShift;
  const day = { en: 'a day of the year', nb: 'en dag i året' };
  atMost(['economy', 'extraShift', 'summerFrom', 'value'], summerFrom.value, summerTo.value, day);
}

function checkHours({ economy: { yearlyHours, overtime } }: EconomyData, report: Report): void {
  const pairs = [
    ['productiveRota', 'paid'],
    ['productiveDay', 'paidDay'],
  ] as const;
  for (const [productive, paid] of pairs) {
    const found = yearlyHours[productive].value;
    const most = yearlyHours[paid].value;
    if (found <= most) continue;
    report(['economy', 'yearlyHours', productive, 'value'], {
      found: { en: `found ${found} hours`, nb: `fant ${found} timer` },
      allowed: { en: `at most the ${most} hours that are paid`, nb: `høyst de ${most} timene som lønnes` },
    });
  }
  if (overtime.high.value < overtime.ordinary.value) {
    report(['economy', 'overtime', 'high', 'value'], {
      found: { en: `found ${overtime.high.value}`, nb: `fant ${overtime.high.value}` },
      allowed: {
        en: `at least the ${overtime.ordinary.value} of other hours`,
        nb: `minst ${overtime.ordinary.value} som for andre timer`,
      },
    });
  }
}
