import type { Report } from './data-checks.ts';
import { overlap } from './dated-changes.ts';
import { same, type Path, type Wording } from './problems.ts';
import type { Intervention } from './scenario.ts';

/** Where an intervention is in force, and who it is for; the model has one of a kind at a time for each of them. */
interface Claim {
  intervention: Intervention;
  path: Path;
  part: 'key' | 'value';
  /** The district, site or grant; empty for what holds everywhere. */
  place: string;
  /** What no two interventions may share at a time. */
  subject: string;
  what: Wording;
}

/** Reports interventions of one model that are in force at the same time for the same women, people or beds. */
export function checkOverlaps(interventions: readonly Intervention[], report: Report): void {
  const earlier: Claim[] = [];
  const reported = new Set<string>();
  for (const [index, intervention] of interventions.entries()) {
    for (const claim of claimsOf(intervention, ['interventions', index])) {
      const other = earlier.find(
        ({ subject, intervention: first }) => subject === claim.subject && overlap(first, intervention),
      );
      earlier.push(claim);
      // A district is reported once, however many groups of its women two interventions share.
      const reportedAs = `${index} ${claim.place}`;
      if (other === undefined || reported.has(reportedAs)) continue;
      reported.add(reportedAs);
      const { start, end } = other.intervention;
      const { place, what } = claim;
      const where = places[intervention.model] ?? inDistrict;
      const named = place === '' ? wholePlan : same(place);
      report(
        claim.path,
        {
          found: {
            en: `${named.en} already has ${what.en} from ${start}${end === undefined ? '' : ` to ${end}`}`,
            nb: `${named.nb} har allerede ${what.nb} fra ${start}${end === undefined ? '' : ` til ${end}`}`,
          },
          allowed: {
            en: `one intervention with ${what.en}${where.en} at a time`,
            nb: `ett tiltak med ${what.nb} om gangen${where.nb}`,
          },
        },
        claim.part,
      );
    }
  }
}

const inDistrict: Wording = { en: ' in a district', nb: ' i en bydel' };
const everywhere: Wording = { en: '', nb: '' };
const wholePlan: Wording = { en: 'the plan', nb: 'planen' };
/** Where there may be one intervention of a model at a time, unless it is a district. */
const places: Partial<Record<Intervention['model'], Wording>> = {
  'one-to-one-norm': { en: ' at a site', nb: ' ved et fødested' },
  'continuity-effects': everywhere,
  financing: everywhere,
  'known-grant': everywhere,
};

const models = {
  'continuity-teams': { en: 'continuity teams', nb: 'jordmorteam' },
  'combined-positions': { en: 'combined positions', nb: 'kombinasjonsstillinger' },
  'early-discharge': { en: 'early discharge', nb: 'tidlig hjemreise' },
  'digital-follow-up': { en: 'digital follow-up', nb: 'digital oppfølging' },
  'open-return': { en: 'open return', nb: 'åpen barsel' },
  'extra-support': { en: 'extra support', nb: 'ekstra støtte' },
  doula: { en: 'doulas', nb: 'doula' },
  'one-to-one-norm': { en: 'a one-to-one norm', nb: 'norm om én-til-én' },
  'task-shift': { en: 'home visits by assistants', nb: 'hjemmebesøk av barnepleiere' },
  'continuity-effects': { en: 'published effects', nb: 'publiserte effekter' },
  financing: { en: 'another activity-based share', nb: 'en annen aktivitetsbasert andel' },
  'known-grant': { en: 'a receiver', nb: 'en mottaker' },
} satisfies Record<string, Wording>;

function claimsOf(intervention: Intervention, path: Path): Claim[] {
  const { model } = intervention;
  const claim = (place: string, inner: Path, subject: string = place, part: Claim['part'] = 'value'): Claim => ({
    intervention,
    path: [...path, ...inner],
    part,
    place,
    subject: `${model} ${subject}`,
    what: models[model as keyof typeof models],
  });
  switch (model) {
    case 'continuity-teams':
      return Object.keys(intervention.teams).map((district) => claim(district, ['teams', district], district, 'key'));
    case 'combined-positions':
      return Object.keys(intervention.districts).map((district) =>
        claim(district, ['districts', district], district, 'key'),
      );
    case 'early-discharge':
      // Women of both parities, unless it is for one of them.
      return intervention.districts.flatMap((district, index) =>
        (intervention.parity === undefined ? ['nulliparous', 'multiparous'] : [intervention.parity]).map((parity) =>
          claim(district, ['districts', index], `${district} ${parity}`),
        ),
      );
    case 'digital-follow-up':
    case 'open-return':
      return intervention.districts.map((district, index) => claim(district, ['districts', index]));
    case 'extra-support':
    case 'doula':
      return intervention.districts.flatMap((district, index) =>
        intervention.groups.map((group) => claim(district, ['districts', index], `${district} ${group}`)),
      );
    case 'one-to-one-norm':
      return [claim(intervention.site, ['site'])];
    case 'task-shift':
      if (intervention.homeVisitShare === undefined) return [];
      return intervention.to.flatMap(({ district, profession }, index, to) =>
        district === undefined ||
        profession !== 'assistant' ||
        to.findIndex((other) => other.district === district && other.profession === profession) < index
          ? []
          : [claim(district, ['to', index, 'district'])],
      );
    case 'continuity-effects':
    case 'financing':
      return [claim('', ['start'])];
    case 'known-grant':
      return [claim(intervention.grant, ['grant'])];
    default:
      return [];
  }
}
