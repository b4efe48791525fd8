import { select, type Selection } from 'd3';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { number } from '../../language/format.ts';
import { localised, onLanguage, texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import { pause } from '../in-slices.ts';
import { pictureButtons, sourceLine } from '../export/picture-buttons.ts';

export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** Both plans, each with the patterns of its replications; those of today first. */
export interface ChartData {
  figures: Figures;
  patterns: [a: readonly Patterns[], b: readonly Patterns[]];
  names: [a: string, b: string];
}

/** The figures of a drawing as a table. */
export interface ChartTable {
  head: string[];
  rows: string[][];
}

/** Marks that can be read one by one: those of elements with `data-reading`, in so many columns. */
export interface Readings {
  columns: number;
  texts: string[];
}

/** How far below the screen a drawing is made, in CSS pixels. */
const lookAhead = '300px';

/**
 * A drawing of patterns with its title, one sentence of what it shows, its figures as a table, and buttons to save it. It is
 * made when it comes near the screen. Its marks are read by pointer or by arrow keys.
 */
export abstract class ChartFrame extends HTMLElement {
  private content: ChartData | undefined;
  private isNear = false;
  /** True from when it is near for the first time. */
  private isMade = false;
  /** True while there is something newer than what is drawn. */
  private isStale = false;
  private isTableOpen = false;
  private read = -1;
  private drawnWidth = 0;
  private readings: Readings = { columns: 1, texts: [] };
  private readonly nearness = new IntersectionObserver(
    ([entry]) => {
      this.isNear = entry?.isIntersecting === true;
      if (!this.isNear || (this.isMade && !this.isStale)) return;
      this.isMade = true;
      this.show();
    },
    { rootMargin: lookAhead },
  );
  private readonly size = new ResizeObserver(() => {
    const { width } = this.drawingRoom();
    if (width > 0 && width !== this.drawnWidth) this.show();
  });

  /** What is drawn. */
  set data(data: ChartData) {
    if (this.content?.figures === data.figures && this.content.names.join() === data.names.join()) return;
    this.content = data;
    if (this.isMade) void this.drawSoon();
    else this.show();
  }

  connectedCallback(): void {
    this.nearness.observe(this);
    this.size.observe(this);
    onLanguage(() => this.show());
  }

  disconnectedCallback(): void {
    this.nearness.disconnect();
    this.size.disconnect();
  }

  protected abstract readonly heading: string;
  protected abstract sentence(data: ChartData): string;
  protected abstract controls(data: ChartData): TemplateResult;
  /** Draws into an empty drawing, sets its viewBox, and tells what its marks say. */
  protected abstract draw(svg: Svg, data: ChartData, width: number): Readings;
  protected abstract tableOf(data: ChartData): ChartTable;
  /** The narrowest drawing that can be read, in CSS pixels. */
  protected readonly narrowest: number = 280;

  /** Draws everything anew after a choice. */
  protected show(): void {
    const { charts } = texts();
    if (!this.isMade || this.content === undefined) {
      render(html`<h4>${this.heading}</h4>`, this);
      return;
    }
    const data = this.content;
    this.isStale = false;
    render(
      html`<figure class="chart">
        <figcaption>
          <h4>${this.heading}</h4>
          <p class="chart-says">${this.sentence(data)}</p>
        </figcaption>
        <div class="chart-controls">${this.controls(data)}</div>
        <div class="chart-drawing">
          <svg
            tabindex="0"
            role="application"
            aria-label=${charts.drawing(this.heading)}
            @keydown=${(event: KeyboardEvent) => this.onKey(event)}
            @pointermove=${(event: PointerEvent) => this.onPointer(event)}
            @pointerleave=${() => this.readAt(-1)}
          ></svg>
        </div>
        <p class="chart-readout small" role="status"></p>
        <details
          class="figure-part chart-table"
          ?open=${this.isTableOpen}
          @toggle=${(event: Event) => this.onToggle(event)}
        >
          <summary>${charts.asTable}</summary>
          ${this.isTableOpen ? tableView(this.tableOf(data), this.heading) : nothing}
        </details>
        ${pictureButtons(
          this.heading,
          [this.sentence(data), sourceLine(data.figures), charts.over(number(data.patterns[0].length))],
          () => this.querySelector<SVGSVGElement>('.chart-drawing svg'),
        )}
      </figure>`,
      this,
    );
    this.redraw(data);
  }

  /** Draws newer data in a task of its own, once it is near. */
  private async drawSoon(): Promise<void> {
    if (this.isStale) return;
    this.isStale = true;
    await pause();
    if (this.isNear && this.isStale) this.show();
  }

  private redraw(data: ChartData): void {
    const { width } = this.drawingRoom();
    const element = this.querySelector<SVGSVGElement>('.chart-drawing svg');
    if (width === 0 || element === null) return;
    this.drawnWidth = width;
    const drawnWidth = Math.max(width, this.narrowest);
    const svg = select(element);
    svg.selectAll('*').remove();
    this.readings = this.draw(svg, data, drawnWidth);
    const { height } = element.viewBox.baseVal;
    svg.attr('width', drawnWidth).attr('height', height);
    if (this.read >= this.readings.texts.length) this.read = -1;
    this.mark();
  }

  private drawingRoom(): { width: number } {
    return { width: this.querySelector('.chart-drawing')?.clientWidth ?? 0 };
  }

  private onToggle(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open === this.isTableOpen) return;
    this.isTableOpen = open;
    this.show();
  }

  private onPointer({ target }: PointerEvent): void {
    const reading = (target as Element).closest('[data-reading]')?.getAttribute('data-reading') ?? null;
    if (reading !== null) this.readAt(Number(reading));
  }

  private onKey(event: KeyboardEvent): void {
    const { columns, texts: all } = this.readings;
    const step: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
    const by = step[event.key];
    if (event.key === 'Escape') this.readAt(-1);
    if (by === undefined || all.length === 0) return;
    event.preventDefault();
    const next = this.read < 0 ? 0 : this.read + by;
    if (next >= 0 && next < all.length) this.readAt(next);
  }

  private readAt(reading: number): void {
    if (reading === this.read) return;
    this.read = reading;
    this.mark();
  }

  private mark(): void {
    for (const element of this.querySelectorAll('.is-read')) element.classList.remove('is-read');
    for (const element of this.querySelectorAll(`[data-reading="${this.read}"]`)) {
      element.classList.add('is-read');
    }
    const readout = this.querySelector('.chart-readout');
    if (readout !== null && readout.textContent !== this.readoutText()) readout.textContent = this.readoutText();
  }

  private readoutText(): string {
    return this.readings.texts[this.read] ?? texts().charts.howToRead;
  }
}

/** Both plans of some figures, named in the page's language; undefined where they came without patterns. */
export function chartData(figures: Figures): ChartData | undefined {
  const { a, b, comparison } = figures;
  const replications = Math.min(a.patterns?.length ?? 0, b.patterns?.length ?? 0, figures.replications);
  if (replications === 0) return undefined;
  return {
    figures,
    patterns: [a.patterns!.slice(0, replications), b.patterns!.slice(0, replications)],
    names: [localised(comparison.a.name), localised(comparison.b.name)],
  };
}

function tableView({ head, rows }: ChartTable, title: string): TemplateResult {
  const { compare } = texts();
  return html`<div class="wide-table" role="region" tabindex="0" aria-label=${compare.tableRegion(title)}>
    <table class="ds-table chart-figures" data-color="neutral">
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
