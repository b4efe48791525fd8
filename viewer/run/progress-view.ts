import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { cancelledText } from './announcement.ts';
import type { RunStatus } from './session.ts';

/** Seconds above which the time left is given in minutes. */
const minutesFrom = 100;

/** How far the run has come, or how it ended, for the eye. Screen readers hear the announcement instead. */
export function progressView(status: RunStatus, figuresAreOlder: boolean): TemplateResult {
  const { run } = texts();
  switch (status.kind) {
    case 'idle':
      return html`<div class="run-progress"></div>`;
    case 'running':
      return html`
        <div class="run-progress">
          <progress aria-label=${run.progressLabel} max=${status.planned} value=${status.finished}></progress>
          <p class="small">
            ${run.progress(number(status.finished), number(status.planned))}
            <span class="quiet">${timeLeft(status.secondsLeft)}</span>
            ${figuresAreOlder ? html`<span class="quiet">${run.olderFigures}</span>` : nothing}
          </p>
        </div>
      `;
    case 'done':
      return html`<div class="run-progress">
        <p class="small quiet">${run.done(number(status.replications), number(status.seconds))}</p>
      </div>`;
    case 'cancelled':
      return html`<div class="run-progress">
        <p class="ds-alert" data-color="info">${cancelledText(status)}</p>
      </div>`;
    case 'failed':
      return html`
        <div class="run-progress">
          <div class="ds-alert" data-color="danger" role="alert">
            <h3 class="ds-heading" data-size="2xs">${run.failedHeading}</h3>
            <p>${run.failed(status.reason)}</p>
            <p>${run.failedAdvice}</p>
          </div>
        </div>
      `;
  }
}

function timeLeft(seconds: number | undefined): string {
  const { run } = texts();
  if (seconds === undefined) return run.estimating;
  return seconds < minutesFrom
    ? run.secondsLeft(number(Math.ceil(seconds)))
    : run.minutesLeft(number(Math.ceil(seconds / 60)));
}
