import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import type { Figures } from './session.ts';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Whether what was found in the browser's database, where anything may stand, has the form of figures. That they are right
 * is seen when their first replication is run again.
 */
export function areFigures(found: unknown): found is Figures {
  if (!isMapping(found) || !isMapping(found['comparison'])) return false;
  const { comparison, a, b, replications } = found;
  return (
    isCount(replications) &&
    typeof comparison['seed'] === 'string' &&
    (isCount(comparison['replications']) || comparison['replications'] === 'auto') &&
    [comparison['a'], comparison['b']].every(areInputs) &&
    [a, b].every((result) => isResult(result, replications))
  );
}

function areInputs(found: unknown): found is ModelInputs {
  if (!isMapping(found)) return false;
  const { id, name, horizon, interventions, data } = found;
  return (
    typeof id === 'string' &&
    isMapping(name) &&
    [name['nb'], name['en']].every(isText) &&
    isMapping(horizon) &&
    [horizon['start'], horizon['end']].every(isText) &&
    Array.isArray(interventions) &&
    isMapping(data) &&
    ['sites', 'origins', 'sectors', 'economy'].every((part) => isMapping(data[part]))
  );
}

function isResult(found: unknown, replications: number): found is ScenarioResult {
  if (!isMapping(found) || !isMapping(found['indicators'])) return false;
  const { indicators, traceHashes, patterns } = found;
  return (
    isListOf(isText, traceHashes, replications) &&
    Object.keys(indicators).length > 0 &&
    Object.values(indicators).every((values) => isListOf(isNumber, values, replications)) &&
    (patterns === undefined || isListOf(isMapping, patterns, 1))
  );
}

function isListOf(isElement: (value: unknown) => boolean, found: unknown, atLeast: number): boolean {
  return Array.isArray(found) && found.length >= atLeast && found.every(isElement);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
