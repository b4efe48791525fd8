import type { ScenarioResult } from '../../experiment/experiment.ts';
import type { ModelInputs } from '../../maternity/model-inputs.ts';
import {
  answersOf,
  changedJudgements,
  sensitivityRow,
  sensitivityTable,
  sorted,
  type Answers,
  type Direction,
  type MovedOutcome,
  type SensitivityRow,
} from '../../results/sensitivity.ts';
import { numberText } from '../../results/number-text.ts';
import { unitFormats, type Language } from '../../results/text-table.ts';
import { planVerdict } from '../../results/verdict.ts';
import { UsageError } from '../failures.ts';
import { MovedScenarios } from '../moved-scenario.ts';
import { Progress } from '../progress.ts';
import { readInputs, readScenario } from '../scenario-reading.ts';
import { uncertainInputs, type UncertainInput } from '../uncertain-inputs.ts';
import { withWorkers, type RunScenarios } from '../workers.ts';
import { requireSameHorizon } from './compare.ts';

export interface SensitivityOptions {
  inputs?: string;
  replications: number;
  seed: string;
  workers: number;
  json: boolean;
  language: Language;
}

const directions = ['low', 'high'] as const;

/** `sim sensitivity`: every assumption moved to its low and its high, and which verdicts on a plan hang on it. */
export async function sensitivity(
  baseReference: string,
  planReference: string,
  options: SensitivityOptions,
): Promise<void> {
  const { replications, json, language } = options;
  const base = readInputs(baseReference);
  const plan = readInputs(planReference);
  requireSameHorizon(base, plan);
  const inputs = chosen(uncertainInputs(readScenario(baseReference).data), options.inputs);
  const scenarios = new MovedScenarios();
  const progress = new Progress(process.stderr);
  const { before, rows } = await withWorkers(options, async (run) => {
    const unmoved = await answers(run, base, plan, replications);
    const found: SensitivityRow[] = [];
    for (const input of inputs) {
      const outcomes = await bothMoves(async (direction) => {
        const [movedBase, movedPlan] = [baseReference, planReference].map((reference) =>
          scenarios.read(reference, input, direction),
        );
        if ('refused' in movedBase!) return movedBase;
        if ('refused' in movedPlan!) return movedPlan;
        const after = await answers(run, movedBase!.inputs, movedPlan!.inputs, replications);
        return { answers: after, changed: changedJudgements(unmoved, after) };
      });
      const { id, unit, hasPublishedRange } = input;
      found.push(sensitivityRow({ input: id, unit, hasPublishedRange }, unmoved, outcomes));
      progress.update(found.length, inputs.length);
    }
    return { before: unmoved, rows: found };
  });
  progress.end();
  if (json) {
    const result = { base: base.id, scenario: plan.id, seed: options.seed, replications, unmoved: before };
    process.stdout.write(`${JSON.stringify({ ...result, inputs: sorted(rows) })}\n`);
    return;
  }
  process.stdout.write(reportText(base, plan, replications, before, rows, language));
}

/** Both moves at once, so that all workers have something to do. */
async function bothMoves(
  outcomeOf: (direction: Direction) => Promise<MovedOutcome>,
): Promise<SensitivityRow['outcomes']> {
  const [low, high] = await Promise.all(directions.map(outcomeOf));
  return { low: low!, high: high! };
}

async function answers(
  run: RunScenarios,
  base: ModelInputs,
  plan: ModelInputs,
  replications: number,
): Promise<Answers> {
  const [today, changed] = (await run([base, plan], replications)) as [ScenarioResult, ScenarioResult];
  return answersOf(planVerdict({ inputs: base, result: today }, { inputs: plan, result: changed }));
}

/** @throws UsageError when no input has a name with the pattern in it */
function chosen(inputs: readonly UncertainInput[], pattern: string | undefined): UncertainInput[] {
  const wanted = (pattern ?? '').toLowerCase().split(',');
  const found = inputs.filter(({ id }) => wanted.some((part) => id.toLowerCase().includes(part.trim())));
  if (found.length > 0) return found;
  const examples = inputs.slice(0, 10).map(({ id }) => id);
  throw new UsageError(
    `No assumption has "${pattern}" in its name. There are ${inputs.length}, e.g. ${examples.join(', ')}.`,
  );
}

function reportText(
  base: ModelInputs,
  plan: ModelInputs,
  replications: number,
  before: Answers,
  rows: readonly SensitivityRow[],
  language: Language,
): string {
  const figure = (value: number, unit: 'kroner' | 'share'): string =>
    numberText(value * unitFormats[unit].factor, unitFormats[unit].decimals, language, true);
  const { netCost, knownMidwife, oneToOne } = before.differences;
  const [cost, known, one] = [figure(netCost, 'kroner'), figure(knownMidwife, 'share'), figure(oneToOne, 'share')];
  const head = { nb: norwegianHead, en: englishHead }[language];
  const refused = rows.flatMap(({ input, outcomes }) =>
    directions.flatMap((direction) => {
      const outcome = outcomes[direction];
      return 'refused' in outcome ? [`${input} (${direction}): ${outcome.refused}`] : [];
    }),
  );
  return (
    `${plan.name[language]} (${plan.id}) − ${base.name[language]} (${base.id}), n = ${replications}\n` +
    `${head(cost, known, one)}\n\n${sensitivityTable(rows, before, language)}\n` +
    (refused.length === 0 ? '' : `\n${{ nb: 'Avvist', en: 'Refused' }[language]}:\n${refused.join('\n')}\n`)
  );
}

function norwegianHead(cost: string, known: string, one: string): string {
  return (
    `Uten flytting: kostnad ${cost} mill. kr, kjent jordmor ${known} og én-til-én ${one} prosentpoeng. Tabellen viser hvor mye forskjellene flytter seg.\n` +
    'Lav og høy er enden av et publisert område der det finnes, ellers 20 % ned og opp; * står for alle steder med samme antagelse.'
  );
}

function englishHead(cost: string, known: string, one: string): string {
  return (
    `Unmoved: cost ${cost} NOK million, known midwife ${known} and one-to-one ${one} percentage points. The table shows how far the differences move.\n` +
    'Low and high are the ends of a published range where there is one, else 20 % down and up; * stands for all places with the same assumption.'
  );
}
