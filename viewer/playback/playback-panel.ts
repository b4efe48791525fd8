import { html, nothing, render } from 'lit-html';
import { shownView } from '../frame/views.ts';
import { number } from '../language/format.ts';
import { localised, onLanguage, texts } from '../language/language.ts';
import { session } from '../run/session.ts';
import { switchOf } from '../switch.ts';
import { ClockFace } from './clock/clock-face.ts';
import { controlsView, nextSpeed } from './clock/controls.ts';
import { DifferenceStrip } from './clock/difference-strip.ts';
import { KeyHelp } from './clock/help.ts';
import { commandOf, type KeyCommand } from './clock/keys.ts';
import { Navigator, type Shown } from './clock/navigator.ts';
import { TimelinePanel } from './clock/timeline-panel.ts';
import { Player } from './player.ts';
import { Recordings } from './recordings.ts';
import { Latest } from './latest.ts';
import { scene } from './scene.ts';
import type { Side } from './selection.ts';
import { Slices } from './slices.ts';
import { sameZoom } from './stage/same-zoom.ts';
import { Stage } from './stage/stage.ts';
import type { Zoom } from './stage/zoom.ts';

/** Nights are seen on the ground of the stage up to this speed (simulated minutes per second). */
const fastestNights = 360;

/** How often the timeline takes over the figures of a run that is going (milliseconds). */
const timelineInterval = 5000;

type SideChoice = Side | 'both';

const sidesOf: Record<SideChoice, readonly Side[]> = { a: ['a'], b: ['b'], both: ['a', 'b'] };

/** One replication of either plan, or of both beside each other, played back on one clock. */
export class PlaybackPanel extends HTMLElement {
  private readonly player = new Player(() => this.onMove());
  private readonly recordings = new Recordings();
  private readonly navigator = new Navigator(
    this.player,
    () => this.shown(),
    (text) => this.say(text),
  );
  private readonly face = new ClockFace();
  private readonly timeline = new TimelinePanel((time) => this.player.goTo(time));
  private readonly differences = new DifferenceStrip();
  private readonly help = new KeyHelp();
  private readonly stages: Record<Side, Stage> = {
    a: new Stage('a', (zoom) => this.zoomOther('b', zoom)),
    b: new Stage('b', (zoom) => this.zoomOther('a', zoom)),
  };
  private readonly controls = document.createElement('div');
  private choice: SideChoice = 'both';
  private dateProblem: string | undefined;
  private said = '';
  private controlsKey = '';
  private timelineAt = -Infinity;
  private readonly furnishing = new Latest();

  connectedCallback(): void {
    scene.followClock((time) => this.player.goTo(time));
    this.controls.className = 'playback-controls';
    this.addEventListener('keydown', (event) => this.onKey(event));
    session.addEventListener('change', () => this.takeFigures());
    shownView.addEventListener('change', () => this.takeFigures());
    this.recordings.addEventListener('progress', () => this.showFrame());
    this.recordings.addEventListener('change', () => void this.furnish());
    onLanguage(() => void this.furnish());
    this.takeFigures();
  }

  /** A recording is only read when somebody wants to look at it. */
  private takeFigures(): void {
    if (shownView.shown !== 'playback') {
      this.player.pause();
      return;
    }
    void this.recordings.take();
    // While a run is going its figures change little, and much oftener than anybody can read them.
    const isRunning = session.status.kind === 'running';
    if (!isRunning || performance.now() - this.timelineAt > timelineInterval) this.furnishTimeline();
    this.showFrame();
    this.onMove();
  }

  private shown(): Shown {
    return sidesOf[this.choice].flatMap((side) => {
      const recording = this.recordings.ready[side];
      return recording ? [[side, recording] as const] : [];
    });
  }

  /** Draws everything that stands still, one part after the other, so that the page can answer in between. */
  private async furnish(): Promise<void> {
    const shown = this.shown();
    const isLatest = this.furnishing.begin();
    this.showFrame();
    const [first] = shown;
    if (!first) return this.furnishing.end();
    const [, recording] = first;
    this.player.limit((time) => recording.within(time));
    const { a, b } = this.recordings.ready;
    this.differences.furnish(this.choice === 'both' && a && b ? { a, b } : undefined);
    this.furnishTimeline();
    const slices = new Slices();
    for (const [side, of] of shown) {
      await slices.rest();
      if (!isLatest()) return;
      this.stages[side].furnish(of);
    }
    await slices.rest();
    if (!isLatest()) return;
    this.furnishing.end();
    scene.furnish(
      this.recordings.ready,
      shown.map(([side]) => side),
    );
    this.controlsKey = '';
    this.onMove();
  }

  private furnishTimeline(): void {
    const { figures } = session;
    this.timelineAt = performance.now();
    if (figures && this.shown().length > 0) this.timeline.furnish(this.shown(), figures);
  }

  private showFrame(): void {
    const { playback } = texts();
    const shown = this.shown();
    const { progress } = this.recordings;
    this.classList.toggle('shows-both', shown.length > 1);
    render(
      html`
        <div class="playback-heading">
          <h2 class="ds-heading" id="playback-heading">${playback.heading}</h2>
          ${shown.length > 0 ? this.face.element : nothing} ${session.figures ? this.sidesView() : nothing}
        </div>
        ${shown.length === 0 ? html`<p class="ds-paragraph lead">${playback.lead}</p>` : nothing}
        ${
          progress === undefined
            ? nothing
            : html`<p class="playback-opening small">
                ${playback.opening}
                <progress aria-label=${playback.opening} max="1" value=${progress}></progress>
              </p>`
        }
        ${
          shown.length === 0
            ? progress === undefined
              ? html`<p class="ds-paragraph quiet">${playback.waiting}</p>`
              : nothing
            : html`
                ${this.controls}
                <div class="landing-row small">
                  <p class="landing" role="status" aria-live="polite">${this.said}</p>
                  ${this.runText()}
                </div>
                ${this.timeline.element} ${this.differences.element}
                <p class="small quiet stage-help">${texts().stage.zoomHelp}</p>
                <div class="playback-stages">
                  ${shown.map(
                    ([side]) =>
                      html`<section class="playback-side" data-side=${side} aria-labelledby="playback-side-${side}">
                        <h3 class="ds-heading playback-side-name" id="playback-side-${side}">${this.planName(side)}</h3>
                        ${this.stages[side].element}
                      </section>`,
                  )}
                </div>
              `
        }
        <detail-panel></detail-panel>
        ${this.help.element}
      `,
      this,
    );
  }

  /** Which plans are played. */
  private sidesView() {
    const { playback } = texts();
    return html`
      ${switchOf<SideChoice>({
        name: 'playback-side',
        label: playback.scenario,
        options: [
          { value: 'a', text: this.planName('a') },
          { value: 'b', text: this.planName('b') },
          { value: 'both', text: playback.both },
        ],
        chosen: this.choice,
        onChoice: (choice) => this.chooseSides(choice),
      })}
    `;
  }

  /** Which replication is played, of which seed. */
  private runText() {
    const { comparison, replications } = session.figures!;
    const { replication } = texts().playback;
    return html`<p class="quiet playback-run">${replication('1', number(replications), comparison.seed)}</p>`;
  }

  private planName(side: Side): string {
    const { comparison } = session.figures!;
    return texts().playback.planNamed(side.toUpperCase(), localised(comparison[side].name));
  }

  /** Both plans are seen equally near, so that the same places stand beside each other. */
  private zoomOther(side: Side, zoom: Zoom): void {
    const from = this.recordings.ready[side === 'a' ? 'b' : 'a'];
    const to = this.recordings.ready[side];
    if (from && to && this.choice === 'both') this.stages[side].follow(sameZoom(zoom, from, to));
  }

  private chooseSides(choice: SideChoice): void {
    this.choice = choice;
    void this.furnish();
  }

  /** Draws what changes with the clock, or with how it runs. */
  private onMove(): void {
    const { player } = this;
    const { time, speed, playing } = player;
    const shown = this.shown();
    const [first] = shown;
    if (!first || this.furnishing.isUnderWay || shownView.shown !== 'playback') return;
    const [, recording] = first;
    this.showControls();
    // Nights that pass by in a moment would make the page flicker.
    this.classList.toggle('is-fast', playing && speed > fastestNights);
    this.face.show(recording, time, this);
    this.timeline.show(time);
    this.differences.show(time);
    for (const [side, of] of shown) {
      this.stages[side].show({ recording: of, state: of.stateAt(time), time, speed, playing });
    }
    scene.tick(time);
  }

  private showControls(): void {
    const { player, navigator, dateProblem } = this;
    const key = `${player.playing} ${player.speed} ${dateProblem ?? ''}`;
    if (key !== this.controlsKey) {
      this.controlsKey = key;
      const setting = {
        player,
        navigator,
        dateProblem,
        onDate: (date: string, timeOfDay: string) => {
          this.dateProblem = navigator.toDate(date, timeOfDay);
          this.showControls();
          if (this.dateProblem) this.querySelector<HTMLElement>('#playback-date')?.focus();
        },
        onHelp: () => this.help.open(),
      };
      render(controlsView(setting), this.controls);
    }
    this.face.fill(this.controls, this.shown()[0]![1], player.time);
  }

  private say(text: string): void {
    this.said = text;
    const line = this.querySelector('.landing');
    if (line) this.showFrame();
  }

  private onKey(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (!command || this.shown().length === 0) return;
    event.preventDefault();
    this.obey(command);
  }

  private obey(command: KeyCommand): void {
    const { player, navigator } = this;
    switch (command.kind) {
      case 'toggle':
        return player.toggle();
      case 'step':
        return navigator.step(command.step, command.direction);
      case 'jump':
        return navigator.jump(command.what, command.direction);
      case 'end':
        return navigator.end(command.direction);
      case 'worstNight':
        return navigator.worstNight();
      case 'speed':
        return player.setSpeed(nextSpeed(player.speed, command.direction));
      case 'zoom':
        return this.timeline.zoom(command.direction);
      case 'sides':
        return this.chooseSides(command.choice);
      case 'help':
        return this.help.open();
    }
  }
}

customElements.define('playback-panel', PlaybackPanel);
