import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import { unknownName, type Path } from './problems.ts';

type EconomyData = Pick<BaseData, 'economy' | 'hospitals' | 'workingTime'>;

const payerKind = { en: 'payer', nb: 'betaler' };

/**
 * Checks that everybody who pays is a payer, that no hour can earn the same supplement twice, and that what stands in two
 * places is the same.
 */
export function checkEconomy(data: EconomyData, report: Report): void {
  checkPayers(data, report);
  checkWindows(data, report);
  checkHours(data, report);
  checkGrants(data, report);
  checkOnCallCredit(data, report);
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

/** Clock times are written with two digits each, so their text sorts as they do. */
function checkWindows({ economy: { supplements, overtime } }: EconomyData, report: Report): void {
  const atMost = (path: Path, found: string, latest: string) => {
    if (found <= latest) return;
    report(path, {
      found: { en: `found ${found}`, nb: `fant ${found}` },
      allowed: { en: `a clock time up to ${latest}`, nb: `et klokkeslett til og med ${latest}` },
    });
  };
  const { nightBegunBefore, nightUntil, eveningFrom } = supplements;
  const path: Path = ['economy', 'supplements'];
  atMost([...path, 'nightUntil', 'value'], nightUntil.value, eveningFrom.value);
  atMost([...path, 'nightBegunBefore', 'value'], nightBegunBefore.value, nightUntil.value);
  atMost(['economy', 'overtime', 'nightUntil', 'value'], overtime.nightUntil.value, overtime.nightFrom.value);
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

function checkGrants({ economy: { grants, payers } }: EconomyData, report: Report): void {
  const known = Object.keys(payers);
  for (const [id, { giver, start, end }] of Object.entries(grants)) {
    if (!known.includes(giver)) {
      report(['economy', 'grants', id, 'giver'], unknownName(payerKind, giver, known));
    }
    if (end.value >= start.value) continue;
    report(['economy', 'grants', id, 'end', 'value'], {
      found: { en: `found ${end.value}, before the start`, nb: `fant ${end.value}, før starten` },
      allowed: { en: `a date from ${start.value}`, nb: `en dato fra ${start.value}` },
    });
  }
}

/** An hour on call counts alike against the limits of working time and among the hours of a position. */
function checkOnCallCredit({ economy: { onCallCredit }, workingTime: { onCall } }: EconomyData, report: Report): void {
  const inForce = onCall.agreementInForce.value ? onCall.byAgreement.value : onCall.limit.value;
  if (onCallCredit.value === inForce) return;
  report(['economy', 'onCallCredit', 'value'], {
    found: { en: `found ${onCallCredit.value}`, nb: `fant ${onCallCredit.value}` },
    allowed: {
      en: `${inForce}, as workingTime.onCall has it; change both together`,
      nb: `${inForce}, som i workingTime.onCall; endre begge samtidig`,
    },
  });
}
