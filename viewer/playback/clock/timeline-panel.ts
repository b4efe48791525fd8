import { html, nothing, render, svg } from 'lit-html';
import type { DailySeries } from '../../../sim-core/maternity/patterns/patterns.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import type { Recording } from '../recording.ts';
import { seriesBySite } from './daily.ts';
import type { Shown } from './navigator.ts';
import { choices, figuresOf, shares, type SideFigures, type TimelineChoice } from './timeline-choice.ts';
import { markShapes, type MarkKind } from './timeline-drawing.ts';
import { timelineTable } from './timeline-table.ts';
import { Timeline } from './timeline.ts';

/** The timeline with the choice of what it shows, how close, its key, and its table. */
export class TimelinePanel {
  readonly element = document.createElement('section');
  private readonly timeline: Timeline;
  private readonly head = document.createElement('div');
  private readonly foot = document.createElement('div');
  private readonly choice: TimelineChoice = { series: 'labourRooms', site: undefined };
  private shown: Shown = [];
  private figures: Figures | undefined;
  private sides: SideFigures[] = [];
  private isTableOpen = false;

  /** @param onSeek called with the point in time that is asked for */
  constructor(onSeek: (time: number) => void) {
    this.timeline = new Timeline(onSeek);
    this.element.className = 'timeline-panel';
    this.foot.className = 'timeline-foot';
    this.element.append(this.head, this.timeline.element, this.foot);
    this.timeline.element.addEventListener('stretch', () => this.showWords());
  }

  /** Takes over which plans are shown, and the figures of the run they belong to. */
  furnish(shown: Shown, figures: Figures): void {
    this.shown = shown;
    this.figures = figures;
    this.draw();
  }

  /** Moves the handle. @param time minutes of the clock */
  show(time: number): void {
    this.timeline.show(time);
  }

  /** Shows a shorter stretch (1) or a longer one (−1). */
  zoom(direction: 1 | -1): void {
    this.timeline.zoom(direction);
  }

  private draw(): void {
    const { shown, figures, choice } = this;
    const [first] = shown;
    if (!first || !figures) return;
    this.sides = figuresOf(shown, figures, choice);
    this.timeline.furnish({ recording: first[1], sides: this.sides, isShare: shares.has(choice.series) });
    this.showWords();
  }

  private showWords(): void {
    const recording = this.shown[0]![1];
    render(this.headView(recording), this.head);
    render(this.footView(recording), this.foot);
  }

  private headView(recording: Recording) {
    const { playback } = texts();
    const { series, site } = this.choice;
    const { from, to } = this.timeline.stretch;
    return html`
      <div class="timeline-head">
        <div class="field control-field">
          <label class="ds-label" for="timeline-series">${playback.indicator}</label>
          <select
            class="ds-input"
            id="timeline-series"
            @change=${(event: Event) => {
              this.choice.series = (event.target as HTMLSelectElement).value as DailySeries;
              this.draw();
            }}
          >
            ${choices.map(
              (name) => html`<option value=${name} .selected=${name === series}>${playback.series[name]}</option>`,
            )}
          </select>
        </div>
        <div class="field control-field" ?hidden=${!seriesBySite.has(series)}>
          <label class="ds-label" for="timeline-site">${playback.place}</label>
          <select
            class="ds-input"
            id="timeline-site"
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              this.choice.site = value === '' ? undefined : Number(value);
              this.draw();
            }}
          >
            <option value="" .selected=${site === undefined}>${playback.allPlaces}</option>
            ${recording.layout.sites.map(
              ({ id }, index) =>
                html`<option value=${index} .selected=${index === site}>
                  ${recording.inputs.data.sites[id]!.name}
                </option>`,
            )}
          </select>
        </div>
        <div class="timeline-zoom" role="group" aria-label=${playback.zoom}>
          <span class="small">${playback.window(recording.dayInWords(from), recording.dayInWords(to - 1))}</span>
          ${zoomButton(playback.zoomOut, 'M5,11H19V13H5Z', () => this.zoom(-1))}
          ${zoomButton(playback.zoomIn, 'M11,5H13V11H19V13H13V19H11V13H5V11H11Z', () => this.zoom(1))}
        </div>
      </div>
    `;
  }

  private footView(recording: Recording) {
    const { playback } = texts();
    const [first] = this.sides;
    const hasBand = this.sides.some(({ band }) => band);
    return html`
      <ul class="legend small">
        ${this.sides.map(
          ({ side }) =>
            html`<li>
              <svg class="side-${side}" width="26" height="12" aria-hidden="true">
                ${svg`<path class="timeline-line side-${side}" d="M0,6H26"></path>`}
              </svg>
              ${playback.key.line(side.toUpperCase())}
            </li>`,
        )}
        ${
          hasBand
            ? html`<li>
                <svg width="20" height="12" aria-hidden="true">
                  ${svg`<rect class="timeline-band side-${first!.side}" width="20" height="12"></rect>`}
                </svg>
                ${playback.key.band(number(first!.course!.replications))}
              </li>`
            : nothing
        }
        ${(['breach', 'diversion'] as const).map((kind) => this.markKey(kind))}
      </ul>
      <p class="ds-sr-only" id="timeline-help">${playback.timelineHelp}</p>
      ${first?.course ? nothing : html`<p class="small">${playback.noSeries}</p>`}
      <details
        class="timeline-details small"
        @toggle=${(event: Event) => {
          this.isTableOpen = (event.target as HTMLDetailsElement).open;
          this.showWords();
        }}
      >
        <summary>${playback.table}</summary>
        ${this.isTableOpen ? timelineTable(recording, this.sides, this.choice, this.timeline.stretch) : nothing}
      </details>
    `;
  }

  private markKey(kind: MarkKind) {
    return html`<li>
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
        ${svg`<path class="timeline-mark mark-${kind}" d=${markShapes[kind]}></path>`}
      </svg>
      ${texts().playback.key[kind]}
    </li>`;
  }
}

function zoomButton(label: string, outline: string, onClick: () => void) {
  return html`<button
    class="ds-button"
    data-variant="tertiary"
    data-icon
    type="button"
    aria-label=${label}
    title=${label}
    @click=${onClick}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${outline} fill="currentColor"></path></svg>
  </button>`;
}
