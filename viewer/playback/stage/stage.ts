import { html, nothing, render, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { playbackSelection, type Side } from '../selection.ts';
import { bedView } from './bed-view.ts';
import { CityMap } from './city-map.ts';
import { hereList } from './here-list.ts';
import { hospitalView } from './hospital-view.ts';
import { LabourCare } from './labour-care.ts';
import { mapLegend, peopleLegend, wardLegend } from './legend.ts';
import { litPerson, litWoman } from './lit-woman.ts';
import { zoomName } from './names.ts';
import { PeopleBoard } from './people-board.ts';
import type { Moment, Picture, StageActions } from './picture.ts';
import { SiteBoard } from './site-board.ts';
import { boxOf, Still } from './still.ts';
import { summaryTable } from './summary-table.ts';
import { WardView } from './ward-view.ts';
import { city, outOf, wayTo, zoomKey, type Zoom } from './zoom.ts';

/** Tables beneath the picture follow a clock that runs only this often (milliseconds): they are read, not watched. */
const tableInterval = 500;

/** Everything that is seen of one plan at one instant: the city, a hospital, a ward or a bed, and who works there. */
export class Stage {
  readonly element = boxOf('stage');
  private readonly side: Side;
  private readonly onZoom: (zoom: Zoom) => void;
  private readonly actions: StageActions;
  private readonly map: CityMap;
  private readonly sites: SiteBoard;
  private readonly ward: WardView;
  private readonly people: PeopleBoard;
  private readonly way = new Still(boxOf('stage-way'));
  private readonly close = new Still(boxOf('stage-close'));
  private readonly here = new Still(boxOf('stage-here'));
  private readonly summary = new Still(boxOf('stage-summary'));
  private readonly said = boxOf('ds-sr-only');
  private readonly open = { here: false, summary: false };
  private zoom: Zoom = city;
  private latest: Moment | undefined;
  private care: LabourCare | undefined;
  private careRow = -1;
  private tablesAt = 0;
  /** Times that another recording or language has been taken up: nothing drawn before holds. */
  private furnished = 0;

  /** @param onZoom called when somebody has gone nearer or further away here */
  constructor(side: Side, onZoom: (zoom: Zoom) => void) {
    this.side = side;
    this.onZoom = onZoom;
    this.actions = {
      zoomTo: (zoom) => this.zoomTo(zoom),
      pickWoman: (woman) => playbackSelection.select({ kind: 'woman', side, woman }),
      pickPerson: (person) => playbackSelection.select({ kind: 'midwife', side, person }),
    };
    this.map = new CityMap(this.actions);
    this.sites = new SiteBoard(this.actions);
    this.ward = new WardView(this.actions);
    this.people = new PeopleBoard(this.actions);
    this.said.setAttribute('aria-live', 'polite');
    playbackSelection.addEventListener('change', () => this.showAgain());
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.zoom.level === 'city') return;
      event.stopPropagation();
      this.zoomTo(outOf(this.zoom));
    });
  }

  /** Draws what stands still in a recording, in the language of the page. */
  furnish(recording: Recording): void {
    // In another language the same is seen; in another recording the wards have other women.
    if (recording !== this.latest?.recording) {
      this.zoom = city;
      this.latest = undefined;
    }
    this.care = undefined;
    this.furnished++;
    this.renderFrame(recording);
    this.map.furnish(recording);
  }

  /** Draws what changes with the clock. */
  show(moment: Moment): void {
    this.latest = moment;
    const picture = this.pictureOf(moment);
    const { zoom } = this;
    this.way.show(`${this.furnished} ${zoomKey(zoom)}`, () => this.wayView(moment.recording));
    if (zoom.level === 'city') {
      this.map.show(picture);
      this.sites.show(picture);
    } else if (zoom.level === 'ward') this.ward.show(picture, zoom);
    else if (zoom.level === 'hospital') {
      this.close.show(picture.wardsKey, () => hospitalView(picture, zoom.site, this.actions));
    } else {
      const minute = Math.floor(moment.time);
      this.close.show(`${picture.wardsKey} ${minute} ${picture.litPerson}`, () => bedView(picture, zoom, this.actions));
    }
    this.people.show(picture);
    this.showTables(picture);
  }

  private pictureOf(moment: Moment): Picture {
    const { recording, state, time } = moment;
    const activity = recording.activityAt(time);
    const lit = litWoman(this.side, recording);
    if (!this.care || state.row !== this.careRow) this.care = new LabourCare(state);
    this.careRow = state.row;
    const waiting = activity.reception.map((queue) => queue.waiting).join();
    const wardsKey = [this.furnished, zoomKey(this.zoom), state.row, recording.dateAt(time), lit, waiting].join(' ');
    return {
      ...moment,
      side: this.side,
      zoom: this.zoom,
      care: this.care,
      activity,
      litWoman: lit,
      litPerson: litPerson(this.side),
      wardsKey,
    };
  }

  private zoomTo(zoom: Zoom): void {
    const { latest } = this;
    if (!latest) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.zoom = zoom;
    this.renderFrame(latest.recording);
    this.showAgain();
    this.said.textContent = texts().stage.shows(
      wayTo(zoom)
        .map((step) => zoomName(latest.recording, step))
        .join(', '),
    );
    // What had the focus has gone out of sight.
    if (hadFocus) this.way.element.querySelector<HTMLElement>('[aria-current]')?.focus();
    this.onZoom(zoom);
  }

  /** Shows a place without a word, because it is shown elsewhere. */
  follow(zoom: Zoom): void {
    if (!this.latest || zoomKey(zoom) === zoomKey(this.zoom)) return;
    this.zoom = zoom;
    this.renderFrame(this.latest.recording);
    this.showAgain();
  }

  private showAgain(): void {
    const { latest } = this;
    if (!latest || !this.element.isConnected) return;
    // Others may have asked for another instant meanwhile, which overwrites the state.
    this.show({ ...latest, state: latest.recording.stateAt(latest.time) });
  }

  private showTables(picture: Picture): void {
    const now = performance.now();
    if (picture.playing && now - this.tablesAt < tableInterval) return;
    this.tablesAt = now;
    const key = `${picture.wardsKey} ${Math.floor(picture.time)} ${picture.litPerson}`;
    if (this.open.here) this.here.show(key, () => hereList(picture, this.actions));
    if (this.open.summary) this.summary.show(key, () => summaryTable(picture));
  }

  private renderFrame(recording: Recording): void {
    const { stage } = texts();
    const { zoom } = this;
    const withTeams = recording.layout.teams.length > 0;
    render(
      html`
        ${this.way.element} ${this.said}
        <div class="stage-city" ?hidden=${zoom.level !== 'city'}>
          <div>${this.map.element} ${mapLegend(recording.inputs, this.map.patterns)}</div>
          <div>${this.sites.element}</div>
        </div>
        <div ?hidden=${zoom.level !== 'ward'}>${this.ward.element}</div>
        <div ?hidden=${zoom.level !== 'hospital' && zoom.level !== 'bed'}>${this.close.element}</div>
        ${wardLegend(withTeams)}
        <h3 class="ds-heading">${stage.people}</h3>
        <p class="small quiet">${stage.peopleHelp}</p>
        ${this.people.element} ${peopleLegend()}
        ${withTeams ? nothing : html`<p class="small quiet">${stage.noTeams}</p>`}
        ${this.disclosure('here', stage.here, this.here)} ${this.disclosure('summary', stage.summary, this.summary)}
      `,
      this.element,
    );
  }

  private disclosure(part: 'here' | 'summary', name: string, { element }: Still): TemplateResult {
    return html`<details
      class="stage-details"
      @toggle=${(event: Event) => {
        this.open[part] = (event.currentTarget as HTMLDetailsElement).open;
        this.showAgain();
      }}
    >
      <summary>${name}</summary>
      ${element}
    </details>`;
  }

  private wayView(recording: Recording): TemplateResult {
    const steps = wayTo(this.zoom);
    return html`<ol aria-label=${texts().stage.way}>
      ${steps.map((step, index) => {
        const name = zoomName(recording, step);
        return html`<li>
          ${
            index === steps.length - 1
              ? html`<h3 class="ds-heading" tabindex="-1" aria-current="location">${name}</h3>`
              : html`<button type="button" class="way-button" @click=${() => this.zoomTo(step)}>${name}</button>
                  <span aria-hidden="true">›</span>`
          }
        </li>`;
      })}
    </ol>`;
  }
}
