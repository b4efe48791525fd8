import { pairedDifference, summarise, type Estimate } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
import type { IndicatorUnit } from '../maternity/indicators/indicator.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { indicatorKeys } from '../maternity/registry.ts';

/** An estimate as it stands in JSON, where NaN (too few replications, zero denominator) is null. */
export interface EstimateRecord {
  mean: number | null;
  sd: number | null;
  n: number;
  ci95: [number | null, number | null];
}

export interface RunSummary {
  scenario: string;
  seed: string;
  replications: number;
  indicators: Record<string, EstimateRecord & { unit: IndicatorUnit }>;
}

export interface ComparisonSummary {
  base: string;
  seed: string;
  replications: number;
  scenarios: {
    scenario: string;
    differences: Record<string, { mean: number | null; ci95: [number | null, number | null]; unit: IndicatorUnit }>;
  }[];
}

/** Every indicator of a scenario with its 95 % interval. */
export function runSummary(inputs: ModelInputs, result: ScenarioResult): RunSummary {
  return {
    scenario: result.scenario,
    seed: result.seed,
    replications: result.replications,
    indicators: Object.fromEntries(
      indicatorKeys(inputs).map(({ key, indicator }) => [
        key,
        { ...record(summarise(result.indicators[key] ?? [])), unit: indicator.unit },
      ]),
    ),
  };
}

/** Paired differences of scenarios from their base, for the indicators that both have. */
export function comparisonSummary(
  base: { inputs: ModelInputs; result: ScenarioResult },
  others: readonly ScenarioResult[],
): ComparisonSummary {
  return {
    base: base.result.scenario,
    seed: base.result.seed,
    replications: Math.min(base.result.replications, ...others.map(({ replications }) => replications)),
    scenarios: others.map((other) => ({
      scenario: other.scenario,
      differences: Object.fromEntries(
        indicatorKeys(base.inputs)
          .filter(({ key }) => key in other.indicators)
          .map(({ key, indicator }) => {
            const difference = pairedDifference(base.result.indicators[key] ?? [], other.indicators[key]!);
            const { mean, ci95 } = record(difference);
            return [key, { mean, ci95, unit: indicator.unit }];
          }),
      ),
    })),
  };
}

function record({ mean, sd, n, ci95 }: Estimate): EstimateRecord {
  return { mean: finite(mean), sd: finite(sd), n, ci95: [finite(ci95[0]), finite(ci95[1])] };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
