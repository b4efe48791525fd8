import { html, nothing, render, type TemplateResult } from 'lit-html';
import { shownView } from '../../frame/views.ts';
import { onLanguage, texts } from '../../language/language.ts';
import { scene } from '../scene.ts';
import { playbackSelection, type Selected, type Side } from '../selection.ts';
import { breachView } from './breach-view.ts';
import { peopleBehind } from './behind-figures.ts';
import { figureTitle } from './figure-title.ts';
import { happeningsOf, type Happenings } from './happenings.ts';
import type { Actions } from './links.ts';
import {
  breachList,
  diversionList,
  oneToOneList,
  waitList,
  womenList,
  type BreachFilter,
  type ListName,
} from './lists-view.ts';
import { midwifeView } from './midwife-view.ts';
import { womanView, type Drawing, type Indexed } from './plans.ts';
import { indexOf, readyIndexOf } from './recording-index.ts';
import { searchBox, searched, type Search } from './search-box.ts';
import { headOf, type Shown } from './shown.ts';
import { whyBreach } from './why-breach.ts';
import { mondayOf } from './work-week.ts';

/** While the clock runs the details follow it no more often than this. */
const followMilliseconds = 250;

/** One woman, one midwife or one breach in full, the people behind a figure, and lists to choose from. */
export class DetailPanel extends HTMLElement {
  private readonly history: Shown[] = [];
  private side: Side = 'b';
  private search: Search = { kind: 'woman', message: '', hits: [] };
  private filter: BreachFilter = { rule: '', unit: '' };
  private readonly pageOf = new Map<string, number>();
  /** The week that is looked at; the clock's, while none has been chosen. */
  private monday: number | undefined;
  private happenings: Happenings | undefined;
  private happeningsOf: Indexed['recording'] | undefined;
  private pendingFigure: string | undefined;
  /** Somebody has chosen within the panel, so the keyboard's focus goes to what comes. */
  private toHeading = false;
  private isGoingBack = false;
  private width = 0;
  private nextFollow = 0;
  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === this.width) return;
    this.width = width;
    this.show();
  });
  private isListening = false;

  connectedCallback(): void {
    this.sizes.observe(this);
    if (this.isListening) return;
    this.isListening = true;
    playbackSelection.addEventListener('change', () => this.take(playbackSelection.selected));
    scene.addEventListener('recordings', () => this.takeRecordings());
    scene.addEventListener('time', () => this.follow());
    document.addEventListener('fodesim-people-behind', (event) => {
      if (event instanceof CustomEvent) this.showBehind(String((event.detail as { key: unknown }).key));
    });
    onLanguage(() => this.show());
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
  }

  private get shown(): Shown | undefined {
    return this.history.at(-1);
  }

  /** Takes over what has been chosen, here or elsewhere on the page. */
  private take(selected: Selected | undefined): void {
    this.monday = undefined;
    if (selected === undefined) this.history.length = 0;
    else if (!this.isGoingBack) this.history.push({ kind: 'selected', selected });
    if (selected) this.side = selected.side;
    this.isGoingBack = false;
    this.show();
  }

  /** Other recordings know other people: what was chosen in them is no more. */
  private takeRecordings(): void {
    this.happenings = undefined;
    this.pageOf.clear();
    if (!scene.recordings[this.side]) this.side = scene.recordings.b ? 'b' : 'a';
    this.history.length = 0;
    if (playbackSelection.selected) this.history.push({ kind: 'selected', selected: playbackSelection.selected });
    this.show();
    if (this.pendingFigure !== undefined) this.showBehind(this.pendingFigure);
  }

  private follow(): void {
    if (this.nextFollow !== 0 || this.shown?.kind !== 'selected') return;
    this.nextFollow = window.setTimeout(() => {
      this.nextFollow = 0;
      const kind = this.shown?.kind === 'selected' ? this.shown.selected.kind : undefined;
      if (kind === 'woman' || kind === 'midwife') this.show();
    }, followMilliseconds);
  }

  /** Shows the women behind a figure of plan b, as soon as there is a recording of it. */
  private showBehind(key: string): void {
    shownView.show('playback');
    this.pendingFigure = key;
    const recording = scene.recordings.b;
    if (!recording) return;
    this.pendingFigure = undefined;
    void indexOf(recording.playback).then(() => {
      const women = peopleBehind(recording, key);
      if (!women) return;
      this.pageOf.delete('women');
      this.choose({
        kind: 'women',
        side: 'b',
        title: texts().people.behind.title(figureTitle(recording.inputs, key)),
        women,
      });
    });
  }

  private choose(selected: Selected): void {
    this.toHeading = true;
    playbackSelection.select(selected);
  }

  private openList(list: ListName): void {
    this.toHeading = true;
    this.history.push({ kind: 'list', side: this.side, list });
    this.show();
  }

  private goBack(): void {
    this.history.pop();
    this.toHeading = true;
    const { shown } = this;
    if (shown?.kind === 'selected') {
      this.isGoingBack = true;
      playbackSelection.select(shown.selected);
    } else if (shown) this.show();
    else playbackSelection.select(undefined);
  }

  /** A recording with its index, which is begun to be made if there's none yet. */
  private indexed(side: Side): Indexed | undefined {
    const recording = scene.recordings[side];
    if (!recording) return undefined;
    const index = readyIndexOf(recording.playback);
    if (index) return { side, recording, index };
    void indexOf(recording.playback).then(() => this.show());
    return undefined;
  }

  private actions(side: Side): Actions {
    return {
      openWoman: (woman) => this.choose({ kind: 'woman', side, woman }),
      openPerson: (person) => this.choose({ kind: 'midwife', side, person }),
      openBreach: (breach) => this.choose({ kind: 'breach', side, breach }),
      goTo: (time) => scene.goTo(time),
      pages: (list) => ({
        page: this.pageOf.get(list) ?? 0,
        show: (page) => {
          this.pageOf.set(list, page);
          this.show();
        },
      }),
    };
  }

  private show(): void {
    const { people } = texts();
    const hasRecording = scene.recordings.a !== undefined || scene.recordings.b !== undefined;
    render(
      html`<section class="details" aria-labelledby="details-heading">
        <h3 class="ds-heading" id="details-heading">${people.heading}</h3>
        ${hasRecording ? this.content() : html`<p class="quiet">${people.waiting}</p>`}
      </section>`,
      this,
    );
    if (!this.toHeading) return;
    const title = this.querySelector<HTMLElement>(this.shown ? '.details-title' : '#details-number');
    if (title) {
      this.toHeading = false;
      title.focus();
    }
  }

  private content(): TemplateResult {
    const { people } = texts();
    const { shown } = this;
    return html`
      <p class="quiet">${people.how}</p>
      ${searchBox(scene.recordings, this.side, this.search, {
        side: (side) => {
          this.side = side;
          this.search = { ...this.search, message: '', hits: [] };
          this.show();
        },
        kind: (kind) => {
          this.search = { kind, message: '', hits: [] };
          this.show();
        },
        submit: (text) => this.find(text),
        person: (person) => this.choose({ kind: 'midwife', side: this.side, person }),
        list: (list) => this.openList(list),
      })}
      ${shown ? this.chosen(shown) : nothing}
    `;
  }

  private find(text: string): void {
    const recording = scene.recordings[this.side];
    if (!recording) return;
    const { kind } = this.search;
    const found = searched(recording, kind, text);
    if (found.open === undefined) {
      this.search = found.search;
      this.show();
      return;
    }
    this.search = { kind, message: '', hits: [] };
    const { side } = this;
    this.choose(kind === 'woman' ? { kind, side, woman: found.open } : { kind, side, person: found.open });
  }

  private chosen(shown: Shown): TemplateResult {
    const { people } = texts();
    const side = shown.kind === 'list' ? shown.side : shown.selected.side;
    const here = this.indexed(side);
    if (!here) return html`<p role="status">${people.preparing}</p>`;
    return html`
      ${headOf(shown, here, this.history.length > 1 ? () => this.goBack() : undefined, () => {
        this.toHeading = true;
        playbackSelection.select(undefined);
      })}
      ${shown.kind === 'list' ? this.list(shown.list, here) : this.details(shown.selected, here)}
    `;
  }

  private details(selected: Selected, here: Indexed): TemplateResult {
    const actions = this.actions(selected.side);
    const { recording, index } = here;
    const drawing: Drawing = { width: this.width, clock: scene.time };
    switch (selected.kind) {
      case 'woman': {
        const otherSide = selected.side === 'a' ? 'b' : 'a';
        return womanView(here, this.indexed(otherSide), selected.woman, drawing, actions, (woman) =>
          this.choose({ kind: 'woman', side: otherSide, woman }),
        );
      }
      case 'midwife': {
        const monday = this.monday ?? mondayOf(recording, scene.time);
        return midwifeView(here, selected.person, monday, drawing, actions, (other) => {
          this.monday = other;
          this.show();
        });
      }
      case 'breach':
        return breachView(recording, whyBreach(recording, index, selected.breach), actions);
      case 'women':
        return womenList(recording, index, selected.women, selected.title, actions);
    }
  }

  private list(list: ListName, { side, recording, index }: Indexed): TemplateResult {
    const actions = this.actions(side);
    if (list === 'breaches') {
      return breachList(
        recording,
        this.filter,
        (filter) => {
          this.filter = filter;
          this.pageOf.delete('breaches');
          this.show();
        },
        actions,
      );
    }
    const { happenings } = this;
    if (!happenings || this.happeningsOf !== recording) {
      void happeningsOf(recording, index).then((found) => {
        this.happenings = found;
        this.happeningsOf = recording;
        this.show();
      });
      return html`<p role="status">${texts().people.lists.collecting}</p>`;
    }
    if (list === 'diversions') return diversionList(recording, happenings, actions);
    return list === 'waits' ? waitList(recording, happenings, actions) : oneToOneList(recording, happenings, actions);
  }
}

customElements.define('detail-panel', DetailPanel);
