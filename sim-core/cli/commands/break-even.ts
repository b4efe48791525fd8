import { breakEven, type BreakEven, type Trial } from '../../experiment/break-even.ts';
import { pairedDifference } from '../../experiment/comparison.ts';
import { intervalText, numberText } from '../../results/number-text.ts';
import { aligned, unitFormats, type Language } from '../../results/text-table.ts';
import { editedScenario, type EditedScenario } from '../edited-scenario.ts';
import { UsageError } from '../failures.ts';
import { readInputs } from '../scenario-reading.ts';
import { withWorkers } from '../workers.ts';
import { requireSameHorizon } from './compare.ts';

export interface BreakEvenCommandOptions {
  parameter: string;
  from: number;
  to: number;
  payer: string;
  replications: number;
  seed: string;
  workers: number;
  json: boolean;
  language: Language;
}

const allPayers = 'all';
/** A place in the range that is not a whole number, whatever its ends: whole ranges are short of it. */
const unevenPart = 0.381966;
const decimalsOfValue = 4;

const words = {
  nb: {
    found: 'Går i null ved',
    between: (holds: string, exceeds: string) => `Holder ved ${holds}, holder ikke ved ${exceeds}.`,
    'holds throughout': 'Holder i hele området: i begge ender og i midten.',
    'exceeds throughout': 'Holder ikke noe sted i området: verken i endene eller i midten.',
    turns: 'Begge ender er like, men midten er ikke: det er to nullpunkter eller flere. Del området.',
    notMonotone: 'Forskjellen både stiger og synker mellom verdiene som er prøvd; det kan være flere nullpunkter.',
    runs: (runs: number, replications: number) =>
      `${runs} kjøringer: dagens tilbud og hver verdi ${replications} ganger.`,
    header: ['Verdi', 'Forskjell, mill. kr', '95 %-intervall'],
    cost: 'Kostnad etter tilskudd mot dagens',
    all: 'alle som betaler',
  },
  en: {
    found: 'Breaks even at',
    between: (holds: string, exceeds: string) => `Holds at ${holds}, does not hold at ${exceeds}.`,
    'holds throughout': 'Holds over the whole range: at both ends and in the middle.',
    'exceeds throughout': 'Holds nowhere in the range: neither at its ends nor in the middle.',
    turns: 'Both ends agree but the middle does not: there are two break-evens or more. Divide the range.',
    notMonotone: 'The difference both rises and falls between the values tried; there may be more than one break-even.',
    runs: (runs: number, replications: number) => `${runs} runs: the base and each value ${replications} times.`,
    header: ['Value', 'Difference, NOK million', '95 % interval'],
    cost: 'Cost after grants against the base',
    all: 'all payers',
  },
} as const;

/** `sim break-even`: the value of a number of a plan's own interventions at which it costs as much as its base. */
export async function breakEvenCommand(
  baseReference: string,
  planReference: string,
  options: BreakEvenCommandOptions,
): Promise<void> {
  const { parameter, from, to, payer, replications, json, language } = options;
  if (!(from < to)) throw new UsageError(`--from ${from} --to ${to}: the first must be less than the second.`);
  const base = readInputs(baseReference);
  requireSameHorizon(base, readInputs(planReference));
  const payers = Object.keys(base.data.economy.payers);
  if (payer !== allPayers && !payers.includes(payer)) {
    throw new UsageError(`Unknown payer "${payer}". Allowed: ${[...payers, allPayers].join(', ')}.`);
  }
  const key = payer === allPayers ? 'netCostTotal' : `netCost.${payer}`;
  const plan = editedScenario(planReference, parameter);
  const whole = takesWholeNumbersOnly(plan, from, to);
  const ends = [plan.inputsAt(from), plan.inputsAt(to)];
  let runs = 0;
  const result = await withWorkers(options, async (run) => {
    const [today] = await run([base], replications);
    runs += replications;
    return breakEven({
      from,
      to,
      whole,
      tryValues: async (values) => {
        const scenarios = values.map((value) =>
          value === from ? ends[0]! : value === to ? ends[1]! : plan.inputsAt(value),
        );
        const results = await run(scenarios, replications);
        runs += replications * values.length;
        return results.map(({ indicators }) => pairedDifference(today!.indicators[key]!, indicators[key]!));
      },
    });
  });
  if (json) {
    process.stdout.write(`${JSON.stringify({ parameter, payer, replications, runs, whole, ...result })}\n`);
    return;
  }
  const payerName = payer === allPayers ? words[language].all : base.data.economy.payers[payer]!.name[language];
  process.stdout.write(`${parameter}, ${from}–${to}. ${words[language].cost}: ${payerName}.\n\n`);
  process.stdout.write(`${resultText(result, whole, language)}\n${words[language].runs(runs, replications)}\n`);
}

/** Of a count, a value within the range that is not whole is refused though the ends are sound. */
function takesWholeNumbersOnly(plan: EditedScenario, from: number, to: number): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && !plan.isSoundAt(from + (to - from) * unevenPart);
}

function resultText(
  { outcome, holds, exceeds, value, monotone, trials }: BreakEven,
  whole: boolean,
  language: Language,
): string {
  const text = words[language];
  const number = (shown: number): string => valueText(shown, language);
  const lines =
    outcome === 'found'
      ? [
          ...(whole || value === undefined ? [] : [`${text.found} ${number(value)}.`]),
          text.between(number(holds!.value), number(exceeds!.value)),
        ]
      : [text[outcome]];
  if (!monotone) lines.push(text.notMonotone);
  const rows = trials.map((trial) => trialCells(trial, language));
  return `${lines.join('\n')}\n\n${aligned([[...text.header], ...rows], [0, 1, 2])}\n`;
}

function trialCells({ value, difference }: Trial, language: Language): string[] {
  const { factor } = unitFormats.kroner;
  const [low, high] = difference.ci95;
  return [
    valueText(value, language),
    numberText(difference.mean * factor, 3, language, true),
    intervalText([low * factor, high * factor], 3, language),
  ];
}

function valueText(value: number, language: Language): string {
  const rounded = Number(value.toFixed(decimalsOfValue));
  const decimals = String(rounded).split('.')[1]?.length ?? 0;
  return numberText(rounded, decimals, language);
}
