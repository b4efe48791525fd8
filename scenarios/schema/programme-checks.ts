import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import { same, type Path } from './problems.ts';

const mostSlots = 31;
/** The wall clock runs without a jump from here to midnight on every day of the year. */
const afterClockChange = '03:00';
const weekdays = 5;

/** Checks the antenatal and postnatal programme, and the hours of those who give it, beyond what the schema can. */
export function checkProgramme({ programme, origins }: BaseData, report: Report): void {
  const { antenatal, outpatientClinic, support, healthNurseVisit, extraHomeVisits, travel } = programme;
  const path: Path = ['programme'];
  for (const key of ['consultationWeeks', 'ultrasoundWeeks'] as const) {
    checkAscending([...path, 'antenatal', key, 'value'], antenatal[key].value, report);
  }
  const clocks = travel.factors.value.map(({ from }) => from);
  checkAscending([...path, 'travel', 'factors', 'value'], clocks, report);
  if (clocks[0] !== '00:00') {
    report([...path, 'travel', 'factors', 'value', 0, 'from'], {
      found: { en: `found ${clocks[0]}`, nb: `fant ${clocks[0]}` },
      allowed: same('00:00'),
    });
  }
  const only = antenatal.onlyMidwifeShare.value + antenatal.onlyPractitionerShare.value;
  if (only > 1) {
    report([...path, 'antenatal', 'onlyPractitionerShare', 'value'], {
      found: {
        en: `with onlyMidwifeShare it comes to ${Number(only.toPrecision(12))}`,
        nb: `sammen med onlyMidwifeShare blir det ${Number(only.toPrecision(12))}`,
      },
      allowed: { en: 'two shares that together are at most 1', nb: 'to andeler som til sammen er høyst 1' },
    });
  }
  const limits: [Path, number, number][] = [
    [['outpatientClinic', 'toWeek'], outpatientClinic.fromWeek.value, outpatientClinic.toWeek.value],
    [['support', 'toWeek'], support.fromWeek.value, support.toWeek.value],
    [['healthNurseVisit', 'toDay'], healthNurseVisit.fromDay.value, healthNurseVisit.toDay.value],
    [['healthNurseVisit', 'latestDay'], healthNurseVisit.toDay.value, healthNurseVisit.latestDay.value],
    [
      ['extraHomeVisits', 'vulnerableToDay'],
      extraHomeVisits.vulnerableFromDay.value,
      extraHomeVisits.vulnerableToDay.value,
    ],
  ];
  for (const [place, from, to] of limits) {
    if (to >= from) continue;
    report([...path, ...place, 'value'], {
      found: { en: `found ${to}`, nb: `fant ${to}` },
      allowed: { en: `at least ${from}`, nb: `minst ${from}` },
    });
  }
  checkVisitingDays(programme, report);
  for (const place of ['generalPractice', 'homeVisit'] as const) {
    const { opens, closes } = programme[place];
    checkHours([...path, place], 'opens', 'closes', opens.value, closes.value, Infinity, report);
  }
  const slot = programme.booking.slot.value;
  const { opens, closes } = outpatientClinic;
  checkHours([...path, 'outpatientClinic'], 'opens', 'closes', opens.value, closes.value, slot, report);
  for (const [id, { outside, consultingHours }] of Object.entries(origins)) {
    const place: Path = ['origins', id, 'consultingHours'];
    if (consultingHours !== undefined) {
      const { from, to } = consultingHours.value;
      checkHours([...place, 'value'], 'from', 'to', from, to, slot, report);
    } else if (!outside) {
      report(place, {
        found: { en: 'missing', nb: 'mangler' },
        allowed: {
          en: 'the consulting hours of the health station, or outside: true',
          nb: 'helsestasjonens konsultasjonstid, eller outside: true',
        },
      });
    }
  }
}

/** There must be days for consultations, and days for home visits if there are to be any. */
function checkVisitingDays({ healthStation, homeVisit }: BaseData['programme'], report: Report): void {
  const shares = healthStation.homeVisitShare.value.slice(0, weekdays);
  const path: Path = ['programme', 'healthStation', 'homeVisitShare', 'value'];
  if (shares.every((share) => share === 1)) {
    report(path, {
      found: { en: 'no weekday is left for consultations', nb: 'ingen ukedag er igjen til konsultasjoner' },
      allowed: { en: 'at least one share below 1, Monday to Friday', nb: 'minst én andel under 1, mandag til fredag' },
    });
  }
  if (homeVisit.share.value > 0 && shares.every((share) => share === 0)) {
    report(path, {
      found: {
        en: 'nobody visits homes on any weekday, but homeVisit.share is above 0',
        nb: 'ingen drar på hjemmebesøk på noen ukedag, men homeVisit.share er over 0',
      },
      allowed: { en: 'at least one share above 0, Monday to Friday', nb: 'minst én andel over 0, mandag til fredag' },
    });
  }
}

/** Hours of one day. Their parts are written with two digits, so their text sorts as they do. */
function checkHours(
  path: Path,
  fromKey: string,
  toKey: string,
  from: string,
  to: string,
  slot: number,
  report: Report,
): void {
  const at = (key: string): Path => (path.at(-1) === 'value' ? [...path, key] : [...path, key, 'value']);
  if (from < afterClockChange) {
    report(at(fromKey), {
      found: { en: `found ${from}`, nb: `fant ${from}` },
      allowed: { en: `a clock time from ${afterClockChange} on`, nb: `et klokkeslett fra ${afterClockChange}` },
    });
  }
  if (to <= from) {
    report(at(toKey), {
      found: { en: `found ${to}`, nb: `fant ${to}` },
      allowed: { en: `a clock time after ${from}`, nb: `et klokkeslett etter ${from}` },
    });
    return;
  }
  if (slot === Infinity) return;
  const slots = Math.floor((minutes(to) - minutes(from)) / slot);
  if (slots >= 1 && slots <= mostSlots) return;
  report(at(toKey), {
    found: { en: `from ${from} to ${to} are ${slots} slots`, nb: `fra ${from} til ${to} er det ${slots} tider` },
    allowed: {
      en: `1 to ${mostSlots} slots of programme.booking.slot a day`,
      nb: `1 til ${mostSlots} tider på programme.booking.slot om dagen`,
    },
  });
}

function checkAscending(path: Path, values: readonly (number | string)[], report: Report): void {
  for (let index = 1; index < values.length; index++) {
    if (values[index]! > values[index - 1]!) continue;
    report([...path, index], {
      found: { en: `found ${values[index]!}`, nb: `fant ${values[index]!}` },
      allowed: { en: `above ${values[index - 1]!}, ascending`, nb: `over ${values[index - 1]!}, stigende` },
    });
  }
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
