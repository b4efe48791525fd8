import { numberText } from './number-text.ts';
import { aligned, unitFormats, type Language } from './text-table.ts';
import type { PlanVerdict } from './verdict.ts';

/** Which end of its range an assumption is moved to. */
export type Direction = 'low' | 'high';

/** The verdicts and differences that an assumption may change. */
export interface Answers {
  /** Judgements by what they are about: `knownMidwife`, `oneToOne`, `kroner.<payer>-<year>`, `posts.<profession>`. */
  judgements: Record<string, string>;
  /** Paired differences of the plan from its base. */
  differences: { netCost: number; knownMidwife: number; oneToOne: number };
}

/** What becomes of the answers when an input is moved, or why it could not be. */
export type MovedOutcome =
  { answers: Answers; changed: Record<string, [from: string, to: string]> } | { refused: string };

export interface SensitivityRow {
  input: string;
  unit: string;
  hasPublishedRange: boolean;
  outcomes: Record<Direction, MovedOutcome>;
  /** Largest distance of the difference of cost from what it is without the move, in kroner. */
  swing: number;
}

const words = {
  nb: {
    header: [
      'Antagelse',
      'Flyttet',
      'Kostnad lav',
      'høy',
      'Kjent jordmor lav',
      'høy',
      'Én-til-én lav',
      'høy',
      'Svar som endres',
    ],
    range: 'publisert',
    refused: 'avvist',
    low: 'lav',
    high: 'høy',
  },
  en: {
    header: [
      'Assumption',
      'Moved',
      'Cost low',
      'high',
      'Known midwife low',
      'high',
      'One-to-one low',
      'high',
      'Verdicts that change',
    ],
    range: 'published',
    refused: 'refused',
    low: 'low',
    high: 'high',
  },
} as const;

/** The answers in a verdict that a planner decides by. */
export function answersOf({ figures, kroner, posts }: PlanVerdict): Answers {
  const figure = (id: string): PlanVerdict['figures'][number] | undefined => figures.find(({ key }) => key.key === id);
  const judgements: Record<string, string> = {};
  for (const id of ['knownMidwife', 'oneToOne']) judgements[id] = figure(id)?.judgement ?? 'unclear';
  for (const { subject, answer } of [...kroner, ...posts]) {
    if (answer === undefined) continue;
    const name = subject.kind === 'kroner' ? `${subject.payer!.id}-${subject.year}` : subject.profession;
    judgements[`${subject.kind}.${name}`] = answer.judgement;
  }
  const total = kroner
    .filter(({ subject }) => subject.year === undefined)
    .reduce((sum, { difference }) => sum + difference.mean, 0);
  return {
    judgements,
    differences: {
      netCost: total,
      knownMidwife: figure('knownMidwife')?.difference.mean ?? NaN,
      oneToOne: figure('oneToOne')?.difference.mean ?? NaN,
    },
  };
}

/** Which judgements are other than before, each with what it was and what it is. */
export function changedJudgements(before: Answers, after: Answers): Record<string, [from: string, to: string]> {
  return Object.fromEntries(
    Object.entries(before.judgements).flatMap(([what, from]): [string, [string, string]][] => {
      const to = after.judgements[what] ?? 'unclear';
      return from === to ? [] : [[what, [from, to]]];
    }),
  );
}

/** A row of the table from both moves of an input. */
export function sensitivityRow(
  about: Pick<SensitivityRow, 'input' | 'unit' | 'hasPublishedRange'>,
  before: Answers,
  outcomes: SensitivityRow['outcomes'],
): SensitivityRow {
  const distances = [outcomes.low, outcomes.high].map((outcome) =>
    'refused' in outcome ? 0 : Math.abs(outcome.answers.differences.netCost - before.differences.netCost),
  );
  return { ...about, outcomes, swing: Math.max(...distances) };
}

/** Inputs that change an answer first, then those that move the cost most. */
export function sorted(rows: readonly SensitivityRow[]): SensitivityRow[] {
  return [...rows].sort((a, b) => changes(b) - changes(a) || b.swing - a.swing);
}

/** How the differences move from what they are unmoved, and which verdicts change; a tornado as a table. */
export function sensitivityTable(rows: readonly SensitivityRow[], before: Answers, language: Language): string {
  const text = words[language];
  const cells = sorted(rows).map(({ input, hasPublishedRange, outcomes }) => [
    input,
    hasPublishedRange ? text.range : '± 20 %',
    ...(['netCost', 'knownMidwife', 'oneToOne'] as const).flatMap((what) =>
      [outcomes.low, outcomes.high].map((outcome) => {
        if ('refused' in outcome) return text.refused;
        const { factor, decimals } = unitFormats[what === 'netCost' ? 'kroner' : 'share'];
        const step = outcome.answers.differences[what] - before.differences[what];
        return numberText(step * factor, decimals, language, true);
      }),
    ),
    (['low', 'high'] as const).flatMap((direction) => changesText(outcomes[direction], text[direction])).join('; '),
  ]);
  return aligned([[...text.header], ...cells], [2, 3, 4, 5, 6, 7]);
}

function changes({ outcomes }: SensitivityRow): number {
  const count = (outcome: MovedOutcome): number => ('refused' in outcome ? 0 : Object.keys(outcome.changed).length);
  return count(outcomes.low) + count(outcomes.high) > 0 ? 1 : 0;
}

function changesText(outcome: MovedOutcome, direction: string): string[] {
  if ('refused' in outcome) return [];
  return Object.entries(outcome.changed).map(([what, [from, to]]) => `${direction}: ${what} ${from} → ${to}`);
}
