import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { localised, texts } from '../language/language.ts';
import { cancelledText, doneText } from './announcement.ts';
import type { Figures, RunStatus } from './session.ts';

/** Seconds above which the time left is given in minutes. */
const minutesFrom = 100;

/** How far the run has come, or how it ended, for the eye. Screen readers hear the announcement instead. */
export function progressView(status: RunStatus, figures: Figures | undefined): TemplateResult | typeof nothing {
  const { run } = texts();
  switch (status.kind) {
    case 'idle':
      return nothing;
    case 'running':
      return runningView(status);
    case 'done':
      return html`<p class="small quiet">${doneText(status)}</p>`;
    case 'cancelled':
      return html`<p class="small">${cancelledText(status)}</p>`;
    case 'shown':
      return figures === undefined
        ? nothing
        : html`<p class="small quiet">
            ${run[status.origin](localised(figures.comparison.b.name), number(status.replications))}
          </p>`;
    case 'failed':
      return html`
        <div class="ds-alert" data-color="danger" role="alert">
          <h2 class="ds-heading" data-size="2xs">${run.failedHeading}</h2>
          <p>${run.failed(status.reason)}</p>
          <p>${run.failedAdvice}</p>
        </div>
      `;
  }
}

function runningView({ finished, planned, secondsLeft }: Extract<RunStatus, { kind: 'running' }>): TemplateResult {
  const { run } = texts();
  if (planned === undefined) {
    return html`
      <progress aria-label=${run.progressLabel}></progress>
      <p class="small">${run.progressUntilPrecise(number(finished))}</p>
    `;
  }
  return html`
    <progress aria-label=${run.progressLabel} max=${planned} value=${finished}></progress>
    <p class="small">
      ${run.progress(number(finished), number(planned))}
      <span class="quiet">${timeLeft(secondsLeft)}</span>
    </p>
  `;
}

function timeLeft(seconds: number | undefined): string {
  const { run } = texts();
  if (seconds === undefined) return run.estimating;
  return seconds < minutesFrom
    ? run.secondsLeft(number(Math.ceil(seconds)))
    : run.minutesLeft(number(Math.ceil(seconds / 60)));
}
