import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import { language, texts } from '../../language/language.ts';
import type { Passport } from './figures.ts';
import { figureText, valueText } from './value-text.ts';

const shapes: Readonly<Record<string, TemplateResult>> = {
  V: svg`<circle cx="6" cy="6" r="5" fill="currentColor" />`,
  D: svg`<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" /><path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />`,
  U: svg`<path d="M6 1.2 11 10.4H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />`,
};

/** How far a figure can be trusted, as a word with a shape. */
export function confidenceBadge(confidence: string): TemplateResult {
  const words = texts().form.confidence as Readonly<Record<string, string>>;
  return html`<span class="form-confidence" data-confidence=${confidence}
    ><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shapes[confidence] ?? nothing}</svg>${
      words[confidence] ?? confidence
    }</span
  >`;
}

/** All that is known of a figure. @param isOwn it is the planner's; what is said of base figures is written in English */
export function passportView(figure: Passport, data: BaseData, isOwn = false): TemplateResult {
  const { form } = texts();
  const { unit } = figure;
  const range =
    figure.low === undefined && figure.high === undefined
      ? undefined
      : form.range(valueText(figure.low, unit, data), valueText(figure.high, unit, data));
  const written = (text: string | undefined) =>
    text === undefined ? undefined : html`<span lang=${isOwn ? language() : 'en'}>${text}</span>`;
  const line = (term: string, text: unknown) =>
    text === undefined
      ? nothing
      : html`<dt>${term}</dt>
          <dd>${text}</dd>`;
  return html`<dl class="form-passport small">
    ${line(form.passportValue, figureText(figure, data))} ${line(form.passportRange, range)}
    ${line(form.passportSource, written(figure.source))} ${line(form.passportYear, figure.year?.toString())}
    ${line(form.passportConfidence, confidenceBadge(figure.confidence))}
    ${line(form.passportNote, written(figure.note))}
    ${line(
      form.passportMoved,
      figure.movedFrom === undefined ? undefined : figureText({ value: figure.movedFrom, unit }, data),
    )}
    ${line(form.passportReason, written(figure.reason))}
  </dl>`;
}
