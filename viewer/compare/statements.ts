import { html, nothing, type TemplateResult } from 'lit-html';
import { kroner, number } from '../language/format.ts';
import { localised, texts } from '../language/language.ts';
import type { Comparison } from '../run/session.ts';
import { isToday } from '../plan/usual-scenarios.ts';
import { rowName } from './row-name.ts';
import { isClear, type ComparisonRow, type Estimate } from './figures.ts';
import { comparableFractions, fractionOf, type Fraction } from './people-say.ts';
import { meanText, scaleOf } from './values.ts';
import { verdictView } from './verdict-view.ts';

const mostStatements = 6;

/** A headline indicator in words. */
interface Sentence {
  row: ComparisonRow;
  text: string;
  /** True of a clear difference that the figures in the sentence are too coarse to show. */
  isOnlyJust: boolean;
}

/** The headline indicators as sentences with numbers that people say, each with its verdict. */
export function statementsView(rows: ComparisonRow[], comparison: Comparison): TemplateResult {
  return html`<ul class="statements">
    ${sentencesOf(rows, comparison).map(
      ({ row, text, isOnlyJust }) =>
        html`<li>
          <p>${text}</p>
          ${row.difference.n > 0 ? verdictView(row.verdict, isOnlyJust) : nothing}
        </li>`,
    )}
  </ul>`;
}

/** The most important headline indicators as sentences. */
export function sentencesOf(rows: ComparisonRow[], comparison: Comparison): Sentence[] {
  return chosen(rows).map((row) => {
    const [valueA, valueB] = row.indicator.unit === 'share' ? fractionTexts(row) : valueTexts(row);
    return {
      row,
      text: statement(row, comparison, valueA, valueB),
      isOnlyJust: isClear(row) && valueA === valueB,
    };
  });
}

/** Those that have a sentence of their own, in the order of the sentences, then the others. */
function chosen(rows: ComparisonRow[]): ComparisonRow[] {
  const order = Object.keys(texts().compare.statements);
  const place = ({ indicator }: ComparisonRow) =>
    order.includes(indicator.id) ? order.indexOf(indicator.id) : order.length;
  return rows
    .filter(({ b }) => b.n > 0)
    .toSorted((first, second) => place(first) - place(second))
    .slice(0, mostStatements);
}

/** One indicator in one sentence. */
function statement(row: ComparisonRow, { a }: Comparison, valueA: string, valueB: string): string {
  const { compare } = texts();
  const reference = isToday(a.id) ? compare.today : compare.underScenario(localised(a.name));
  const sentences: Record<string, ((b: string, reference: string, a: string) => string) | undefined> =
    compare.statements;
  const own = sentences[row.indicator.id];
  return own ? capitalised(own(valueB, reference, valueA)) : compare.sentence(rowName(row), valueB, reference, valueA);
}

function fractionTexts(row: ComparisonRow): [string, string] {
  const { a, b } = row;
  const { nothingLikeIt, none, noneBefore } = texts().compare;
  if (a.n === 0) return [nothingLikeIt, fractionText(b, fractionOf(b.mean), noneBefore)];
  const [first, second] = comparableFractions(a.mean, b.mean, isClear(row));
  return [fractionText(a, first, none), fractionText(b, second, noneBefore)];
}

function fractionText({ mean }: Estimate, { part, whole }: Fraction, none: string): string {
  const { compare } = texts();
  if (part === 0 && mean > 0) return compare.fewerThan(compare.outOf(number(1), number(whole)));
  if (part === 0) return none;
  return part === whole && mean === 1 ? compare.all : compare.outOf(number(part), number(whole));
}

function valueTexts(row: ComparisonRow): [string, string] {
  const scale = scaleOf([row]);
  const text = (estimate: Estimate) =>
    row.indicator.unit === 'kroner' ? kroner(estimate.mean) : `${meanText(estimate, scale)} ${scale.unit}`;
  return [row.a.n > 0 ? text(row.a) : texts().compare.nothingLikeIt, text(row.b)];
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
