import type { BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import { same, type Finding, type Path } from './problems.ts';

type Site = BaseData['sites'][string];

const shifts = ['day', 'evening', 'night'] as const;
const dayKinds = ['weekday', 'weekend'] as const;
const minutesPerHour = 60;
const minutesPerDay = 1440;

/**
 * Checks that whatever a woman may need where she gives birth is there at some time, so that nobody waits for what never
 * comes, and that the hours of theatres and of paediatricians run forwards. That there is too little of it is for the
 * simulation to show.
 */
export function checkSites(data: BaseData, report: Report): void {
  const intended = Object.keys(data.sites).filter((id) => takesBirths(id, data));
  const reached = Object.keys(data.sites).filter(
    (id) => intended.includes(id) || intended.some((from) => divertsTo(data.sites[from]!, id, data)),
  );
  for (const id of intended) checkArrival(id, data, report);
  for (const id of reached) {
    checkTheatre(id, data, report);
    checkAround(id, data, report);
  }
  checkExamination(data, report);
}

/** Whether women are to give birth at a site: those of a sector, or those with high risk. */
function takesBirths(id: string, { sectors, origins, clinical: { regionalUnit } }: BaseData): boolean {
  if (regionalUnit?.site === id && regionalUnit.veryPretermShare.value + regionalUnit.highRiskShare.value > 0) {
    return true;
  }
  return Object.values(origins).some(
    ({ sector, births }) => births.value > 0 && (sectors[sector]?.placeOfBirth.value[id] ?? 0) > 0,
  );
}

function divertsTo(from: Site, id: string, { sites }: BaseData): boolean {
  return sites[id]!.labourRooms.value > 0 && from.diversion.some(({ site }) => site === id);
}

/** Where women come to give birth there must be somewhere to come to. */
function checkArrival(id: string, data: BaseData, report: Report): void {
  const site = data.sites[id]!;
  const path: Path = ['sites', id];
  if (site.labourRooms.value === 0) {
    report([...path, 'labourRooms', 'value'], {
      found: {
        en: 'found 0, and women whose sector has no open site are to give birth here',
        nb: 'fant 0, og her skal kvinner føde som ikke har noe åpent fødested i sin sektor',
      },
      allowed: {
        en: '1 or more, or a place of birth elsewhere for those women',
        nb: '1 eller mer, eller et annet fødested for disse kvinnene',
      },
    });
  }
  if (site.receptionPlaces.value === 0) {
    report([...path, 'receptionPlaces', 'value'], none('the women who come in labour', 'kvinnene som kommer i fødsel'));
  }
  const { groups, labour } = data.clinical;
  const induced = [groups.nulliparous, groups.multiparous]
    .flatMap((ofParity) => Object.values(ofParity))
    .some(({ share, induced: part }) => share.value > 0 && part.value > 0);
  if (induced && labour.ripeningPlace.labourRoom.value < 1 && site.antenatalBeds.value === 0) {
    report([...path, 'antenatalBeds', 'value'], none('inductions', 'igangsettelser'));
  }
  for (const unit of ['reception', 'antenatalWard', 'postnatalWard'] as const) {
    const staffing = data.staff.sites[id];
    if (staffing === undefined || staffing[unit]?.midwives !== undefined) continue;
    report(['staff', 'sites', id], {
      found: { en: `${unit} has no midwives`, nb: `${unit} har ingen jordmødre` },
      allowed: {
        en: `a ${unit} with midwives where women give birth`,
        nb: `en ${unit} med jordmødre der kvinner føder`,
      },
    });
  }
}

/** A caesarean in labour needs a theatre with a team at some time, and a planned one needs it in the theatre's hours. */
function checkTheatre(id: string, data: BaseData, report: Report): void {
  const { theatres, theatreTeams, theatreHours } = data.sites[id]!;
  const path: Path = ['sites', id];
  if (theatres.value === 0) {
    report([...path, 'theatres', 'value'], none('caesareans', 'keisersnitt'));
  }
  const { opens, closes } = theatreHours;
  if (closes.value <= opens.value) {
    report([...path, 'theatreHours', 'closes', 'value'], after(closes.value, opens.value));
    return;
  }
  const { from, to } = data.timePattern.plannedCaesarean;
  if (from.value < opens.value) {
    report([...path, 'theatreHours', 'opens', 'value'], {
      found: {
        en: `found ${opens.value}, and the first planned caesarean at ${from.value}`,
        nb: `fant ${opens.value}, og det første planlagte keisersnittet ${from.value}`,
      },
      allowed: {
        en: `a clock time up to ${from.value} (timePattern.plannedCaesarean)`,
        nb: `et klokkeslett til og med ${from.value} (timePattern.plannedCaesarean)`,
      },
    });
  }
  if (to.value > closes.value) {
    report([...path, 'theatreHours', 'closes', 'value'], {
      found: {
        en: `found ${closes.value}, and planned caesareans up to ${to.value}`,
        nb: `fant ${closes.value}, og planlagte keisersnitt fram til ${to.value}`,
      },
      allowed: {
        en: `a clock time from ${to.value} on (timePattern.plannedCaesarean)`,
        nb: `et klokkeslett fra ${to.value} (timePattern.plannedCaesarean)`,
      },
    });
  }
  const inHours = shifts.filter((shift) => isOnDuty(shift, opens.value, closes.value, data));
  if (inHours.length > 0 && inHours.every((shift) => theatreTeams.weekday[shift].value === 0)) {
    report([...path, 'theatreTeams', 'weekday', inHours[0]!, 'value'], {
      found: {
        en: `no team is on duty while the theatre is open from ${opens.value} to ${closes.value}`,
        nb: `ingen team er på vakt mens operasjonsstuen er åpen fra ${opens.value} til ${closes.value}`,
      },
      allowed: {
        en: 'a team on some weekday shift in these hours, or no planned caesarean would ever be done',
        nb: 'et team på en vakt på hverdager i denne tiden, ellers ble ingen planlagte keisersnitt noen gang gjort',
      },
    });
  }
}

/** Whoever comes last counts: a shift is on duty from its start until the next one starts. */
function isOnDuty(shift: (typeof shifts)[number], opens: string, closes: string, { staff }: BaseData): boolean {
  const start = staff.shifts[shift].start.value;
  const others = shifts.map((other) => staff.shifts[other].start.value).sort();
  const end = others.find((other) => other > start);
  if (end !== undefined) return start < closes && opens < end;
  // The last one of the day goes on until the first one of the next.
  return start < closes || opens < others[0]!;
}

/** What caesareans and instrumental births end in or wait for, and the ward afterwards. */
function checkAround(id: string, { sites }: BaseData, report: Report): void {
  const { recoveryPlaces, obstetricians, postnatalBeds } = sites[id]!;
  const path: Path = ['sites', id];
  if (recoveryPlaces.value === 0) {
    report([...path, 'recoveryPlaces', 'value'], none('women after a caesarean', 'kvinner etter keisersnitt'));
  }
  if (postnatalBeds.value === 0) {
    report([...path, 'postnatalBeds', 'value'], none('women after birth', 'kvinner etter fødselen'));
  }
  if (dayKinds.every((kind) => shifts.every((shift) => obstetricians[kind][shift].value === 0))) {
    report([...path, 'obstetricians'], {
      found: { en: 'no obstetrician is ever on duty', nb: 'ingen fødselslege er noen gang på vakt' },
      allowed: {
        en: 'an obstetrician on some shift: instrumental births wait for one',
        nb: 'en fødselslege på en av vaktene: operative vaginale fødsler venter på en',
      },
    });
  }
}

function checkExamination({ wardRules }: BaseData, report: Report): void {
  const { duration, earliestAge, latestAge, opens, closes } = wardRules.paediatricExamination;
  const path: Path = ['wardRules', 'paediatricExamination'];
  if (latestAge.value < earliestAge.value) {
    report([...path, 'latestAge', 'value'], {
      found: { en: `found ${latestAge.value}`, nb: `fant ${latestAge.value}` },
      allowed: { en: `${earliestAge.value} (earliestAge) or more`, nb: `${earliestAge.value} (earliestAge) eller mer` },
    });
  }
  if (closes.value <= opens.value) {
    report([...path, 'closes', 'value'], after(closes.value, opens.value));
  } else if (duration.value > minutesOf(closes.value) - minutesOf(opens.value)) {
    report([...path, 'duration', 'value'], {
      found: { en: `found ${duration.value}`, nb: `fant ${duration.value}` },
      allowed: {
        en: `at most the minutes from ${opens.value} to ${closes.value}`,
        nb: `høyst minuttene fra ${opens.value} til ${closes.value}`,
      },
    });
  }
}

/** Checks that the three shifts follow each other and leave no time of the day to nobody. */
export function checkShifts({ staff }: Pick<BaseData, 'staff'>, report: Report): void {
  for (const [index, shift] of shifts.entries()) {
    const next = shifts[(index + 1) % shifts.length]!;
    const path: Path = ['staff', 'shifts', shift, 'end', 'value'];
    const { start, end } = staff.shifts[shift];
    const following = staff.shifts[next].start;
    const length = minutesUntil(start.value, end.value);
    const untilNext = minutesUntil(start.value, following.value);
    if (length < untilNext) {
      report(path, {
        found: {
          en: `found ${end.value}, and the ${next} shift begins at ${following.value}: nobody is on duty between`,
          nb: `fant ${end.value}, og neste vakt (${next}) begynner ${following.value}: ingen er på vakt imellom`,
        },
        allowed: {
          en: `a clock time from ${following.value} on`,
          nb: `et klokkeslett fra ${following.value}`,
        },
      });
    }
  }
  const { day, evening, night } = staff.shifts;
  if (day.start.value < evening.start.value && evening.start.value < night.start.value) return;
  report(['staff', 'shifts'], {
    found: {
      en: `found starts at ${day.start.value}, ${evening.start.value} and ${night.start.value}`,
      nb: `fant vaktstart ${day.start.value}, ${evening.start.value} og ${night.start.value}`,
    },
    allowed: same('day.start < evening.start < night.start'),
  });
}

/** From a clock time to the next time the clock shows another; a whole day from one to itself. */
function minutesUntil(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes > 0 ? minutes : minutes + minutesPerDay;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * minutesPerHour + Number(clock.slice(3));
}

function none(en: string, nb: string): Finding {
  return {
    found: { en: `found 0: ${en} would wait here for ever`, nb: `fant 0: ${nb} ville vente her for alltid` },
    allowed: { en: '1 or more', nb: '1 eller mer' },
  };
}

function after(found: string, from: string): Finding {
  return {
    found: { en: `found ${found}`, nb: `fant ${found}` },
    allowed: { en: `a clock time after ${from}`, nb: `et klokkeslett etter ${from}` },
  };
}
