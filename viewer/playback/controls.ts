import { html, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { Player } from './player.ts';
import type { Recording } from './recording.ts';

const hour = 60;
const day = 1440;
const speeds = [1, 10, 30, hour, 2 * hour, 6 * hour, day, 7 * day];

/** Outlines of the buttons' pictures, in a square of 24. */
const pictures = {
  play: 'M7,4L20,12L7,20Z',
  pause: 'M6,4H10V20H6ZM14,4H18V20H14Z',
  back: 'M16,5L8,12L16,19Z',
  forward: 'M8,5L16,12L8,19Z',
  dayBack: 'M12,5L4,12L12,19ZM20,5L12,12L20,19Z',
  dayForward: 'M4,5L12,12L4,19ZM12,5L20,12L12,19Z',
};

/** Everything that moves the clock, except the timeline. */
export function controlsView(player: Player, recording: Recording): TemplateResult {
  const { playback } = texts();
  const { time, playing } = player;
  const { from, to } = recording.playback;
  const jump = (event: Event) => {
    const { value, validity } = event.target as HTMLInputElement;
    // Invalid while it is being typed, and when it lies outside the period.
    if (value !== '' && validity.valid) player.goTo(recording.onDate(time, value));
  };
  return html`
    <div class="controls">
      <div class="control-buttons">
        ${button(playback.dayBack, pictures.dayBack, () => player.goTo(recording.daysLater(time, -1)))}
        ${button(playback.hourBack, pictures.back, () => player.goTo(time - hour))}
        <button class="ds-button play-button" type="button" @click=${() => player.toggle()}>
          ${picture(playing ? pictures.pause : pictures.play)} ${playing ? playback.pause : playback.play}
        </button>
        ${button(playback.hourForward, pictures.forward, () => player.goTo(time + hour))}
        ${button(playback.dayForward, pictures.dayForward, () => player.goTo(recording.daysLater(time, 1)))}
      </div>
      <div class="ds-field control-field">
        <label class="ds-label" for="playback-speed">${playback.speed}</label>
        <select
          class="ds-input"
          id="playback-speed"
          @change=${(event: Event) => player.setSpeed(Number((event.target as HTMLSelectElement).value))}
        >
          ${speeds.map(
            (speed) => html`<option value=${speed} ?selected=${speed === player.speed}>${speedText(speed)}</option>`,
          )}
        </select>
      </div>
      <div class="ds-field control-field">
        <label class="ds-label" for="playback-date">${playback.jump}</label>
        <input
          class="ds-input"
          type="date"
          id="playback-date"
          min=${recording.dateAt(from)}
          max=${recording.dateAt(to - 1)}
          .value=${recording.dateAt(time)}
          @change=${jump}
        />
      </div>
    </div>
  `;
}

function button(label: string, outline: string, onClick: () => void): TemplateResult {
  return html`<button
    class="ds-button"
    data-variant="secondary"
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
