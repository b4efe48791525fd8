import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Playback } from '../../sim-core/experiment/messages.ts';
import { localised, onLanguage, texts } from '../language/language.ts';
import { session } from '../run/session.ts';
import { switchOf } from '../switch.ts';
import { controlsView } from './controls.ts';
import { DistrictMap } from './district-map.ts';
import { LabourCare } from './labour-care.ts';
import { mapLegend, teamLegend, wardLegend } from './legend.ts';
import { Player } from './player.ts';
import { Recording } from './recording.ts';
import { summaryTable } from './summary-table.ts';
import { TeamBoard } from './team-board.ts';
import { Timeline } from './timeline.ts';
import { WardBoard } from './ward-board.ts';

type Side = 'a' | 'b';

/** The first replication of either scenario, played back on one clock. */
export class PlaybackPanel extends HTMLElement {
  private readonly player = new Player(() => this.showMoment());
  private readonly map = new DistrictMap();
  private readonly wards = new WardBoard();
  private readonly teams = new TeamBoard();
  private readonly timeline = new Timeline((time) => this.player.goTo(time));
  private side: Side = 'b';
  /** Reading a playback through takes a moment, so each is read once and only when it is looked at. */
  private readonly recordings = new WeakMap<Playback, Recording>();
  private recording: Recording | undefined;

  connectedCallback(): void {
    session.addEventListener('change', () => this.takeRecording());
    onLanguage(() => {
      this.takeRecording(true);
    });
  }

  /** Picks the recording of the chosen side from the latest figures and draws what stands still in it. */
  private takeRecording(furnishAnyway = false): void {
    const { figures } = session;
    const playback = figures?.[this.side].playback;
    if (!figures || !playback) {
      if (!this.recording || furnishAnyway) this.show();
      return;
    }
    let recording = this.recordings.get(playback);
    if (!recording) {
      recording = new Recording(figures.comparison[this.side], playback);
      this.recordings.set(playback, recording);
    }
    if (recording === this.recording && !furnishAnyway) return;
    const isFirst = !this.recording;
    this.recording = recording;
    this.player.limit((time) => recording.within(time));
    if (isFirst) this.player.time = playback.from;
    this.show();
    this.map.furnish(recording.inputs);
    this.timeline.furnish(recording);
    this.showMoment();
  }

  private show(): void {
    const { playback } = texts();
    const { recording } = this;
    render(
      html`
        <h2 class="ds-heading" id="playback-heading">${playback.heading}</h2>
        <p class="ds-paragraph lead">${playback.lead}</p>
        ${recording ? this.stage(recording) : html`<p class="ds-paragraph quiet">${playback.waiting}</p>`}
      `,
      this,
    );
  }

  private stage(recording: Recording): TemplateResult {
    const { playback } = texts();
    const { comparison } = session.figures!;
    const withTeams = recording.layout.teams.length > 0;
    const hasOutside = Object.values(recording.inputs.data.origins).some(({ outside }) => outside);
    return html`
      <div class="playback-top">
        <p class="clock"></p>
        ${switchOf<Side>({
          name: 'playback-side',
          label: playback.scenario,
          options: [
            { value: 'a', text: localised(comparison.a.name) },
            { value: 'b', text: localised(comparison.b.name) },
          ],
          chosen: this.side,
          onChoice: (side) => {
            this.side = side;
            this.takeRecording(true);
          },
        })}
      </div>
      <div id="playback-controls"></div>
      ${this.timeline.element}
      <p class="small quiet">${playback.timelineHelp}</p>
      <div class="playback-stage">
        <div class="stage-map">
          <h3 class="ds-heading">${playback.map}</h3>
          ${this.map.element} ${mapLegend(recording.inputs)}
          ${hasOutside ? html`<p class="small quiet">${playback.outside}</p>` : nothing}
          <h3 class="ds-heading">${playback.teams}</h3>
          ${this.teams.element} ${withTeams ? teamLegend() : nothing}
        </div>
        <div class="stage-wards">
          <h3 class="ds-heading">${playback.ward}</h3>
          ${this.wards.element} ${wardLegend(withTeams)}
        </div>
      </div>
      <h3 class="ds-heading">${playback.summary}</h3>
      <div id="playback-summary"></div>
    `;
  }

  /** Draws what changes with the clock. */
  private showMoment(): void {
    const { recording, player } = this;
    if (!recording) return;
    const state = recording.stateAt(player.time);
    const care = new LabourCare(state);
    const clock = this.querySelector('.clock');
    if (clock) clock.textContent = recording.inWords(player.time);
    const controls = this.querySelector<HTMLElement>('#playback-controls');
    const summary = this.querySelector<HTMLElement>('#playback-summary');
    if (controls) render(controlsView(player, recording), controls);
    if (summary) render(summaryTable(recording, state, care, player.time), summary);
    this.timeline.show(player.time);
    this.wards.show(recording, state, care, player.time);
    this.teams.show(recording, state);
    this.map.show(recording, player.time, player.speed);
  }
}

customElements.define('playback-panel', PlaybackPanel);
