import { siteIds, type ModelInputs } from '../../maternity/model-inputs.ts';
import { indicatorKeys } from '../../maternity/registry.ts';
import { runReplication } from '../../maternity/run-replication.ts';
import { expectedBirths } from '../../maternity/women/place-of-birth.ts';
import type { Reference, ValidationCase } from './case.ts';

/** Births at each site may differ from the input by this share; the difference is what diversion moves. */
const birthsTolerance = 0.03;
const millisecondsPerDay = 86_400_000;
const daysPerYear = 365.25;

/**
 * A scenario against the published targets in its base data, and births per site against the input. A verified target
 * must be met within its tolerance; a derived or assumed one must be met or have an explanation.
 */
export function baseScenarioCase(id: string, inputs: ModelInputs): ValidationCase {
  const intended = intendedBirths(inputs);
  const references = indicatorKeys(inputs).flatMap(({ key, indicator, group, published }): KeyedReference[] => {
    const name = {
      nb: group === undefined ? indicator.name.nb : `${indicator.name.nb}, ${group.nb}`,
      en: group === undefined ? indicator.name.en : `${indicator.name.en}, ${group.en}`,
    };
    const about = { figure: name.en, unit: indicator.unit };
    const births = intended.get(key);
    if (births !== undefined) {
      const basis = { confidence: 'D', unit: indicator.unit, name } as const;
      return [{ key, reference: { ...about, value: births, tolerance: births * birthsTolerance, published: basis } }];
    }
    if (published?.role !== 'target') return [];
    const { value, tolerance, confidence, explanation } = published;
    const basis = { confidence, unit: indicator.unit, name, ...(explanation === undefined ? {} : { explanation }) };
    return [{ key, reference: { ...about, value, tolerance, published: basis } }];
  });
  return {
    id,
    title: `${inputs.name.en} against published figures`,
    source: 'the sources named in its base data',
    references: references.map(({ reference }) => reference),
    replications: 20,
    replicate(seed, replication) {
      const { indicators } = runReplication(inputs, seed, replication, false);
      return references.map(({ key }) => indicators[key]!);
    },
  };
}

interface KeyedReference {
  key: string;
  reference: Reference;
}

/** Births that are intended at each site, scaled to the length of the horizon, by the key of the indicator. */
function intendedBirths(inputs: ModelInputs): Map<string, number> {
  const { start, end } = inputs.horizon;
  const years = ((Date.parse(end) - Date.parse(start)) / millisecondsPerDay + 1) / daysPerYear;
  const yearly = expectedBirths(inputs);
  return new Map(siteIds(inputs).map((site, index) => [`births.${site}`, yearly[index]! * years]));
}
