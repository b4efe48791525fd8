import { checkCostShares } from './cost-shares-checks.ts';
import { kinds, type Report } from './data-checks.ts';
import { rounded } from './posts-checks.ts';
import { listed, quoted, unknownName, type Path } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

type Combined = Extract<Intervention, { model: 'combined-positions' }>;
type Plan = Pick<Scenario, 'data' | 'interventions'>;

/** The smallest position that somebody can be employed in. */
const smallestPosition = 0.1;
const tolerance = 1e-9;

/** Checks who employs people in combined positions, who bears the cost, and that ward and positions can have them. */
export function checkCombinedPositions({ data, interventions }: Plan, report: Report): void {
  for (const [index, intervention] of interventions.entries()) {
    if (intervention.model !== 'combined-positions') continue;
    const own: Report = (path, finding, part) => report(['interventions', index, ...path], finding, part);
    checkPayers(intervention, data, own);
    checkWard(intervention, data, own);
    if (Object.keys(intervention.districts).length === 0) own(['districts'], nowhere);
    for (const [district, posts] of Object.entries(intervention.districts)) {
      checkStation(district, data, own);
      checkPositions(district, posts, data, own);
    }
  }
}

function checkPayers({ employer, costShares }: Combined, { economy }: Scenario['data'], own: Report): void {
  const payers = Object.keys(economy.payers);
  if (!payers.includes(employer)) own(['employer'], unknownName(kinds.payer, employer, payers));
  checkCostShares(costShares, economy, own);
}

function checkWard({ site, unit }: Combined, { staff }: Scenario['data'], report: Report): void {
  const units = Object.hasOwn(staff.sites, site) ? staff.sites[site] : undefined;
  if (units === undefined) return;
  const kind = unit ?? 'labourWard';
  if (units[kind]?.midwives !== undefined) return;
  const wards = (['reception', 'antenatalWard', 'labourWard', 'postnatalWard'] as const).filter(
    (ward) => units[ward]?.midwives !== undefined,
  );
  const path: Path = unit === undefined ? ['site'] : ['unit'];
  report(path, {
    found: {
      en: `the unit ${quoted(kind)} of ${site} has no midwives whose shifts could be shared`,
      nb: `enheten ${quoted(kind)} ved ${site} har ingen jordmødre å dele vakter med`,
    },
    allowed: listed(wards),
  });
}

const nowhere = {
  found: { en: 'found no district', nb: 'fant ingen bydel' },
  allowed: { en: 'posts in at least one district', nb: 'årsverk i minst én bydel' },
};

/** They have the rest of their time in the health station, whose midwives must be some already. */
function checkStation(district: string, { staff, origins }: Scenario['data'], own: Report): void {
  if (!Object.hasOwn(staff.districts, district) || !Object.hasOwn(origins, district)) return;
  if (staff.districts[district]!.midwives.value > 0 && origins[district]!.consultingHours !== undefined) return;
  own(
    ['districts', district],
    {
      found: {
        en: `${district} has no midwives at its health station, where they would have the rest of their time`,
        nb: `${district} har ingen jordmødre på helsestasjonen, der de skulle ha resten av tiden`,
      },
      allowed: {
        en: 'districts with midwives (staff.districts) and consultingHours',
        nb: 'bydeler med jordmødre (staff.districts) og consultingHours',
      },
    },
    'key',
  );
}

/** Posts are whole positions and one smaller for the rest, which must be large enough for somebody to be employed in. */
function checkPositions(district: string, posts: number, { combinedPositions }: Scenario['data'], own: Report): void {
  const position = combinedPositions.position.value;
  const whole = Math.floor(posts / position + tolerance);
  const rest = posts - whole * position;
  if (rest <= tolerance || rest >= smallestPosition - tolerance) return;
  own(['districts', district], {
    found: {
      en: `${posts} posts are ${whole} × ${position} and one position of ${rounded(rest)}`,
      nb: `${posts} årsverk er ${whole} × ${position} og en stilling på ${rounded(rest)}`,
    },
    allowed: {
      en: `positions of ${position}, and one of at least ${smallestPosition} for the rest`,
      nb: `stillinger på ${position}, og en på minst ${smallestPosition} for resten`,
    },
  });
}
