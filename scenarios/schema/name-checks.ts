import { kinds, type Report } from './data-checks.ts';
import { quoted, unknownName, type Finding, type Path, type Wording } from './problems.ts';
import type { Intervention, Scenario } from './scenario.ts';

/** Checks that the sites, payers, districts and employers that interventions name exist. */
export function checkNames({ data, interventions }: Pick<Scenario, 'data' | 'interventions'>, report: Report): void {
  const sites = Object.keys(data.sites);
  const payers = Object.keys(data.economy.payers);
  for (const [index, intervention] of interventions.entries()) {
    const own: Report = (path, finding, part) => report(['interventions', index, ...path], finding, part);
    if ('payer' in intervention && !payers.includes(intervention.payer)) {
      own(['payer'], unknownName(kinds.payer, intervention.payer, payers));
    }
    if (intervention.model === 'grant') {
      const { giver } = intervention;
      if (giver !== undefined && !payers.includes(giver)) own(['giver'], unknownName(kinds.payer, giver, payers));
    }
    if ('site' in intervention && !sites.includes(intervention.site)) {
      own(['site'], unknownName(kinds.site, intervention.site, sites));
    }
    checkDistricts(intervention, data, own);
    if (intervention.model === 'births-change') {
      const origins = Object.keys(data.origins);
      checkAll(
        intervention.origins,
        origins,
        { en: 'district or area outside', nb: 'bydel eller område utenfor' },
        ['origins'],
        own,
      );
    }
    if (intervention.model === 'sickness-wave') {
      checkAll(intervention.employers, payers, { en: 'employer', nb: 'arbeidsgiver' }, ['employers'], own);
    }
  }
}

function checkAll(
  names: readonly string[] | undefined,
  known: readonly string[],
  kind: Wording,
  path: Path,
  own: Report,
): void {
  for (const [position, name] of (names ?? []).entries()) {
    if (!known.includes(name)) own([...path, position], unknownName(kind, name, known));
  }
}

/** Districts stand as keys (with a number of teams or posts) or in a list. */
function checkDistricts(intervention: Intervention, { origins }: Scenario['data'], own: Report): void {
  const districts = Object.keys(origins).filter((id) => origins[id]?.outside === false);
  const what =
    intervention.model === 'continuity-teams'
      ? { en: 'teams', nb: 'team' }
      : { en: 'care models of the districts', nb: 'modeller for bydelene' };
  const check = (district: string, path: Path, part: 'key' | 'value') => {
    if (districts.includes(district)) return;
    const unknown = unknownName(kinds.district, district, districts);
    const outside: Finding = {
      found: {
        en: `${quoted(district)} is an area outside the city, where ${what.en} cannot be placed`,
        nb: `${quoted(district)} er et område utenfor byen, der det ikke kan være ${what.nb}`,
      },
      allowed: unknown.allowed,
    };
    own(path, Object.hasOwn(origins, district) ? outside : unknown, part);
  };
  if (intervention.model === 'continuity-teams') {
    for (const district of Object.keys(intervention.teams)) check(district, ['teams', district], 'key');
  } else if (intervention.model === 'combined-positions') {
    for (const district of Object.keys(intervention.districts)) check(district, ['districts', district], 'key');
  } else if ('districts' in intervention) {
    for (const [position, district] of intervention.districts.entries()) {
      check(district, ['districts', position], 'value');
    }
  }
}
