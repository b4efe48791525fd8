import { html, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { happeningKinds } from '../happenings.ts';
import type { Player } from '../player.ts';
import { steps, type Direction } from '../steps.ts';
import type { Navigator } from './navigator.ts';

const hour = 60;
const day = 1440;
/** Simulated minutes per second. */
const speeds = [1, 10, 30, hour, 2 * hour, 6 * hour, day, 7 * day];

/** Outlines of the buttons' pictures, in a square of 24. */
const pictures = {
  play: 'M7,4L20,12L7,20Z',
  pause: 'M6,4H10V20H6ZM14,4H18V20H14Z',
  back: 'M16,5L8,12L16,19Z',
  forward: 'M8,5L16,12L8,19Z',
};

/** What the controls need to know and to do. */
export interface ControlsSetting {
  player: Player;
  navigator: Navigator;
  /** Why the date that was asked for could not be shown. */
  dateProblem: string | undefined;
  onDate: (date: string, timeOfDay: string) => void;
  onHelp: () => void;
}

/** Everything that moves the clock, except the timeline. */
export function controlsView({ player, navigator, dateProblem, onDate, onHelp }: ControlsSetting): TemplateResult {
  const { playback } = texts();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const valueOf = (id: string) => form.querySelector<HTMLInputElement>(id)!.value;
    onDate(valueOf('#playback-date'), valueOf('#playback-time'));
  };
  return html`
    <div class="controls">
      <button class="ds-button play-button" type="button" @click=${() => player.toggle()}>
        ${picture(player.playing ? pictures.pause : pictures.play)} ${player.playing ? playback.pause : playback.play}
      </button>
      <div class="field control-field">
        <label class="ds-label" for="playback-speed">${playback.speed}</label>
        <select
          class="ds-input"
          id="playback-speed"
          @change=${(event: Event) => player.setSpeed(Number((event.target as HTMLSelectElement).value))}
        >
          ${speeds.map(
            (speed) => html`<option value=${speed} .selected=${speed === player.speed}>${speedText(speed)}</option>`,
          )}
        </select>
      </div>
      <form class="date-form" novalidate @submit=${submit}>
        <div class="field control-field">
          <label class="ds-label" for="playback-date">${playback.date}</label>
          <input
            class="ds-input"
            type="date"
            id="playback-date"
            aria-invalid=${dateProblem ? 'true' : 'false'}
            aria-describedby="playback-date-problem"
          />
        </div>
        <div class="field control-field">
          <label class="ds-label" for="playback-time">${playback.timeOfDay}</label>
          <input
            class="ds-input"
            type="time"
            id="playback-time"
            aria-invalid=${dateProblem ? 'true' : 'false'}
            aria-describedby="playback-date-problem"
          />
        </div>
        <button class="ds-button" data-variant="secondary" type="submit">${playback.go}</button>
      </form>
      <button class="ds-button help-button" data-variant="tertiary" type="button" @click=${onHelp}>
        <kbd aria-hidden="true">?</kbd> ${playback.help}
      </button>
    </div>
    <p class="ds-validation-message" id="playback-date-problem" role="alert" ?hidden=${!dateProblem}>${dateProblem}</p>
    <div class="steppers">
      <div class="stepper-group" role="group" aria-label=${playback.stepping}>
        ${steps.map((step) =>
          stepper(playback.steps[step], playback.stepBack, playback.stepForward, (direction) =>
            navigator.step(step, direction),
          ),
        )}
      </div>
      <div class="stepper-group" role="group" aria-label=${playback.jumping}>
        ${happeningKinds.map((kind) =>
          stepper(playback.jumps[kind], playback.previous, playback.next, (direction) =>
            navigator.jump(kind, direction),
          ),
        )}
        <button
          class="ds-button worst-night"
          data-variant="secondary"
          type="button"
          @click=${() => navigator.worstNight()}
        >
          ${playback.worstNight}
        </button>
      </div>
    </div>
  `;
}

/** The speed one step slower or faster. @param speed simulated minutes per second */
export function nextSpeed(speed: number, direction: Direction): number {
  return speeds[Math.min(Math.max(0, speeds.indexOf(speed) + direction), speeds.length - 1)] ?? speed;
}

/** A word between a button that goes back and one that goes on. */
function stepper(
  name: string,
  back: (name: string) => string,
  forward: (name: string) => string,
  onMove: (direction: Direction) => void,
): TemplateResult {
  return html`<div class="stepper">
    ${button(back(name), pictures.back, () => onMove(-1))}
    <span class="stepper-name" aria-hidden="true">${name}</span>
    ${button(forward(name), pictures.forward, () => onMove(1))}
  </div>`;
}

function button(label: string, outline: string, onClick: () => void): TemplateResult {
  return html`<button
    class="ds-button"
    data-variant="tertiary"
    data-icon
    type="button"
    aria-label=${label}
    title=${label}
    @click=${onClick}
  >
    ${picture(outline)}
  </button>`;
}

function picture(outline: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${outline} fill="currentColor"></path></svg>`;
}

/** @param speed simulated minutes per second */
function speedText(speed: number): string {
  const { playback } = texts();
  if (speed === 7 * day) return playback.speedWeek;
  if (speed === day) return playback.speedDay;
  return speed < hour ? playback.speedMinutes(number(speed)) : playback.speedHours(number(speed / hour));
}
