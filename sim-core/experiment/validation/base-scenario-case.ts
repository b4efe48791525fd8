import type { ModelInputs } from '../../maternity/model-inputs.ts';
import { indicatorKeys } from '../../maternity/registry.ts';
import { runReplication } from '../../maternity/run-replication.ts';
import type { Reference, ValidationCase } from './case.ts';

/** Births at each site may differ from the input by this share; the difference is what diversion moves. */
const birthsTolerance = 0.03;

/** A scenario against the published targets in its base data, and births per site against the input. */
export function baseScenarioCase(id: string, inputs: ModelInputs): ValidationCase {
  const published = indicatorKeys(inputs).flatMap(({ key, indicator, published: counterpart }) =>
    counterpart?.role !== 'target' ? [] : [{ key, indicator, published: counterpart }],
  );
  const expected = expectedBirths(inputs);
  const references: (Reference & { key: string })[] = [
    ...[...expected].map(([site, births]) => ({
      key: `births.${site}`,
      figure: `births, ${inputs.data.sites[site]!.name}`,
      value: births,
      unit: 'births',
      tolerance: births * birthsTolerance,
    })),
    ...published.map(({ key, indicator, published: { value, tolerance } }) => ({
      key,
      figure: indicator.name.en,
      value,
      unit: indicator.unit,
      tolerance,
    })),
  ];
  return {
    id,
    title: `${inputs.name.en} against published figures`,
    source: 'the sources named in its base data',
    references: references.map(({ figure, value, unit, tolerance }) => ({
      figure,
      value,
      unit,
      tolerance: tolerance!,
    })),
    replications: 20,
    replicate(seed, replication) {
      const { indicators } = runReplication(inputs, seed, replication, false);
      return references.map(({ key }) => indicators[key]!);
    },
  };
}

/** Births a year that the inputs send to each site, scaled to the length of the horizon. */
function expectedBirths({ data, horizon }: ModelInputs): Map<string, number> {
  const days = (Date.parse(horizon.end) - Date.parse(horizon.start)) / 86_400_000 + 1;
  const births = new Map<string, number>(Object.keys(data.sites).map((site) => [site, 0]));
  for (const origin of Object.values(data.origins)) {
    for (const [site, share] of Object.entries(data.sectors[origin.sector]!.placeOfBirth)) {
      if (births.has(site)) births.set(site, births.get(site)! + (origin.births * share * days) / 365.25);
    }
  }
  return births;
}
