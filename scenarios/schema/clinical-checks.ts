import type { BaseData } from './base-data.ts';
import { checkSum, kinds, type Report } from './data-checks.ts';
import { isFigure } from './passport.ts';
import { same, unknownName, type Path, type Wording } from './problems.ts';

/** Beyond these the quantile function of a gamma law loses its digits. */
const leastVariation = 0.01;
const mostVariation = 10;

/** Checks the obstetric mix, pregnancy, labour and what follows, beyond what the schema can. */
export function checkClinical(data: BaseData, report: Report): void {
  const { clinical, sites } = data;
  for (const parity of ['nulliparous', 'multiparous'] as const) {
    const shares = Object.values(clinical.groups[parity]).map(({ share }) => share.value);
    checkSum(['clinical', 'groups', parity], shares, report);
  }
  checkAge(clinical, report);
  checkGestation(clinical, report);
  checkDischargeWindow(clinical, report);
  const { regionalUnit, risk, labour } = clinical;
  if (regionalUnit !== undefined && !Object.hasOwn(sites, regionalUnit.site)) {
    report(['clinical', 'regionalUnit', 'site'], unknownName(kinds.site, regionalUnit.site, Object.keys(sites)));
  }
  const { medium, high } = risk.illness;
  checkAtMostOne(['clinical', 'risk', 'illness'], medium.value + high.value, report);
  const { home, labourRoom } = labour.ripeningPlace;
  checkAtMostOne(['clinical', 'labour', 'ripeningPlace'], home.value + labourRoom.value, report);
  checkLaws(clinical, ['clinical'], report);
}

function checkAge({ age }: BaseData['clinical'], report: Report): void {
  const { minimum, maximum } = age.bounds.value;
  for (const parity of ['nulliparous', 'multiparous'] as const) {
    const mean = age[parity].mean.value;
    if (minimum < mean && mean < maximum) continue;
    report(['clinical', 'age', parity, 'mean', 'value'], {
      found: { en: `found ${mean}`, nb: `fant ${mean}` },
      allowed: {
        en: `an age between the bounds ${minimum} and ${maximum}`,
        nb: `en alder mellom grensene ${minimum} og ${maximum}`,
      },
    });
  }
}

function checkGestation({ gestation }: BaseData['clinical'], report: Report): void {
  const { minimum, mean, maximum, pretermBands, registration } = gestation;
  if (!(minimum.value < mean.value && mean.value < maximum.value)) {
    report(['clinical', 'gestation'], {
      found: {
        en: `found minimum ${minimum.value}, mean ${mean.value} and maximum ${maximum.value}`,
        nb: `fant minimum ${minimum.value}, mean ${mean.value} og maximum ${maximum.value}`,
      },
      allowed: same('minimum < mean < maximum'),
    });
  }
  const bands: Path = ['clinical', 'gestation', 'pretermBands', 'value'];
  let previousDay = 0;
  for (const [index, { fromDay, toDay }] of pretermBands.value.entries()) {
    if (fromDay > toDay || fromDay <= previousDay) {
      report([...bands, index, 'fromDay'], {
        found: { en: `found day ${fromDay} to ${toDay}`, nb: `fant dag ${fromDay} til ${toDay}` },
        allowed: { en: 'bands in order that do not overlap', nb: 'intervaller i rekkefølge som ikke overlapper' },
      });
    }
    previousDay = toDay;
  }
  if (previousDay >= minimum.value) {
    report([...bands, pretermBands.value.length - 1, 'toDay'], {
      found: { en: `found day ${previousDay}`, nb: `fant dag ${previousDay}` },
      allowed: { en: `a day before term, ${minimum.value}`, nb: `en dag før termin, ${minimum.value}` },
    });
  }
  checkSum(
    bands,
    pretermBands.value.map(({ share }) => share),
    report,
  );
  const shortest = pretermBands.value[0]?.fromDay ?? minimum.value;
  if (registration.value >= shortest) {
    report(['clinical', 'gestation', 'registration', 'value'], {
      found: { en: `found ${registration.value}`, nb: `fant ${registration.value}` },
      allowed: {
        en: `a day before the earliest birth, on day ${shortest}`,
        nb: `en dag før den tidligste fødselen, på dag ${shortest}`,
      },
    });
  }
}

function checkDischargeWindow({ postnatalStay }: BaseData['clinical'], report: Report): void {
  const { opens, mode, closes } = postnatalStay.dischargeWindow.value;
  const window: Path = ['clinical', 'postnatalStay', 'dischargeWindow', 'value'];
  if (opens >= closes) {
    report([...window, 'closes'], {
      found: { en: `found ${closes}`, nb: `fant ${closes}` },
      allowed: { en: `a clock time after ${opens}`, nb: `et klokkeslett etter ${opens}` },
    });
  }
  if (mode < opens || mode > closes) {
    report([...window, 'mode'], {
      found: { en: `found ${mode}`, nb: `fant ${mode}` },
      allowed: { en: `a clock time from ${opens} to ${closes}`, nb: `et klokkeslett fra ${opens} til ${closes}` },
    });
  }
}

function checkAtMostOne(path: Path, sum: number, report: Report): void {
  if (sum <= 1) return;
  report(path, {
    found: { en: `the shares sum to ${sum}`, nb: `andelene summerer til ${sum}` },
    allowed: { en: 'shares that sum to at most 1', nb: 'andeler som summerer til høyst 1' },
  });
}

/** Checks every law of a duration, wherever it stands below a path. */
function checkLaws(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) {
    const allowed = lawRequirement(value.value);
    if (allowed === undefined) return;
    const found = JSON.stringify(value.value);
    report([...path, 'value'], { found: { en: `found ${found}`, nb: `fant ${found}` }, allowed });
    return;
  }
  for (const [key, element] of Object.entries(value)) checkLaws(element, [...path, key], report);
}

/** What a law must be that it is not; undefined when it is sound, or no law. */
function lawRequirement(value: unknown): Wording | undefined {
  if (typeof value !== 'object' || value === null || !('law' in value)) return undefined;
  const law = value as BaseData['clinical']['labour']['theatre']['value'];
  if (law.law === 'triangular') {
    const { minimum, mode, maximum } = law;
    if (minimum <= mode && mode <= maximum && minimum < maximum) return undefined;
    return {
      en: 'minimum ≤ mode ≤ maximum, with minimum below maximum',
      nb: 'minimum ≤ mode ≤ maximum, og minimum under maximum',
    };
  }
  if (law.law === 'uniform') return law.minimum < law.maximum ? undefined : same('minimum < maximum');
  if (law.law === 'gamma') {
    const variation = law.standardDeviation / law.mean;
    if (variation >= leastVariation && variation <= mostVariation) return undefined;
    return {
      en: `a standard deviation of ${leastVariation} to ${mostVariation} times the mean`,
      nb: `et standardavvik på ${leastVariation} til ${mostVariation} ganger mean`,
    };
  }
  return undefined;
}
