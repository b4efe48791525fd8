import { scaleLinear, type ScaleLinear } from 'd3';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';
import { addDays } from '../../../scenarios/schema/dated-changes.ts';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { date, shortMonth } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { JsonObject } from '../plan-document.ts';
import { monthLater } from './care-models.ts';
import { districtsOf } from './places.ts';
import { axisOf, daysBetween, keyStep, movedBar, reordered, type Bar, type BarPart } from './timeline-moves.ts';
import { isDate, isMonths, textOf } from './planned.ts';

/** The axis of time that all bars share, in CSS pixels. */
export interface TimeAxis {
  from: string;
  to: string;
  width: number;
  at: ScaleLinear<number, number>;
}

interface Drag {
  bar: Bar;
  part: BarPart;
  fromX: number;
  written: JsonObject;
}

/** A district of a roll-out that is being dragged to another place in the order. */
interface RowDrag {
  bar: Bar;
  from: number;
  fromY: number;
  to: number;
}

const barHeight = 28;
const rowHeight = 18;
const axisHeight = 36;
/** Narrowest month that has room for its name, in CSS pixels. */
const monthWidth = 34;
const handle = 24;
/** Mean width of a letter of a row’s name, in CSS pixels. */
const letter = 6.8;

/** Bars in time that can be dragged and moved by keys. Each move is handed over once, when it is done. */
export class TimelineView {
  private drag: Drag | undefined;
  private rowDrag: RowDrag | undefined;
  private readonly redraw: () => void;
  private readonly onMove: (index: number, written: JsonObject) => void;

  constructor(redraw: () => void, onMove: (index: number, written: JsonObject) => void) {
    this.redraw = redraw;
    this.onMove = onMove;
  }

  /** The axis for some bars. It stays as it is while one is dragged, so that nothing slips away under the pointer. */
  axis(bars: readonly Bar[], scenario: Scenario, width: number): TimeAxis {
    const { from, to } = axisOf(bars, scenario);
    const at = scaleLinear([new Date(from), new Date(to)], [0, width]).clamp(true);
    return { from, to, width, at };
  }

  /** What is written of a bar, as far as it has been dragged. */
  shown(bar: Bar): JsonObject {
    return this.drag?.bar.index === bar.index ? this.drag.written : bar.written;
  }

  /** Months and years, and the horizon. */
  axisView({ from, to, width, at }: TimeAxis, { horizon }: Scenario): TemplateResult {
    const months: string[] = [];
    for (let month = from; month < to; month = monthLater(month, 1)) months.push(month);
    const every = [1, 2, 3, 6, 12].find((step) => (width / months.length) * step >= monthWidth) ?? 12;
    const shown = months.filter((month) => (Number(month.slice(5, 7)) - 1) % every === 0);
    const years = months.filter((month, index) => index === 0 || month.endsWith('-01-01'));
    const [start, end] = [at(new Date(horizon.start)), at(new Date(addDays(horizon.end, 1)))];
    return html`<svg
      class="time-axis"
      width=${width}
      height=${axisHeight}
      viewBox="0 0 ${width} ${axisHeight}"
      aria-hidden="true"
    >
      <rect class="time-horizon" x=${start} y="0" width=${Math.max(0, end - start)} height=${axisHeight}></rect>
      ${years.map((year, index) => {
        const x = at(new Date(year));
        const next = years[index + 1];
        const room = (next === undefined ? width : at(new Date(next))) - x;
        return room < 38 ? nothing : svg`<text class="time-year" x=${x + 4} y="13">${year.slice(0, 4)}</text>`;
      })}
      ${shown.map((month) => {
        const x = at(new Date(month));
        return svg`<path class="time-tick" d="M${x},18V${axisHeight}"></path>
          ${width - x < 26 ? nothing : svg`<text class="time-month" x=${x + 4} y="31">${shortMonth(Number(month.slice(5, 7)))}</text>`}`;
      })}
    </svg>`;
  }

  /** One bar, with a row for each of its districts. @param name of the intervention and where it is */
  barView(bar: Bar, name: string, axis: TimeAxis, scenario: Scenario): TemplateResult {
    const { written } = this.drag?.bar.index === bar.index ? this.drag : bar;
    const start = textOf(written['start']);
    const rows = bar.stages.length > 1 ? bar.stages : [];
    const height = barHeight + 4 + rows.length * rowHeight;
    const { at, width } = axis;
    const end = this.endShown(bar, written);
    const x = at(new Date(start));
    const right = end === undefined ? width : at(new Date(addDays(end, 1)));
    const { horizon } = scenario;
    const [horizonStart, horizonEnd] = [at(new Date(horizon.start)), at(new Date(addDays(horizon.end, 1)))];
    const length = Math.max(3, right - x);
    return html`<svg
      class="time-bar"
      width=${width}
      height=${height}
      viewBox="0 0 ${width} ${height}"
      role="group"
      aria-label=${name}
      @pointermove=${(event: PointerEvent) => this.onPointerMove(event, axis, scenario)}
      @pointerup=${() => this.onPointerUp()}
      @pointercancel=${() => this.cancel()}
    >
      <rect
        class="time-horizon"
        x=${horizonStart}
        y="0"
        width=${Math.max(0, horizonEnd - horizonStart)}
        height=${height}
      ></rect>
      <g class="bar-body">
        ${this.slider(
          bar,
          'whole',
          name,
          axis,
          scenario,
          svg`
          <rect class="bar-fill ${end === undefined ? 'is-open' : ''}" x=${x} y="2" width=${length} height=${barHeight - 4} rx="4"></rect>
          ${end === undefined ? svg`<path class="bar-arrow" d="M${width - 14},${barHeight / 2 - 5}L${width - 7},${barHeight / 2}L${width - 14},${barHeight / 2 + 5}"></path>` : nothing}`,
        )}
      </g>
      ${bar.isRollOut ? nothing : this.slider(bar, 'start', name, axis, scenario, edge(x, -1))}
      ${this.slider(bar, 'end', name, axis, scenario, edge(end === undefined ? width - 20 : x + length, 1))}
      ${rows.map((_, index) => this.rowView(bar, index, axis, scenario))}
    </svg>`;
  }

  private endShown(bar: Bar, written: JsonObject): string | undefined {
    if (!bar.isRollOut) return isDate(written['end']) ? written['end'] : undefined;
    return isMonths(written['months']) ? monthLater(textOf(written['start']), Number(written['months'])) : undefined;
  }

  private rowView(bar: Bar, index: number, { at, width }: TimeAxis, scenario: Scenario): SVGTemplateResult {
    const { written } = this.drag?.bar.index === bar.index ? this.drag : bar;
    const stage = bar.stages[index]!;
    const start = bar.isRollOut ? stage.start : textOf(written['start']);
    const x = at(new Date(start));
    const end = bar.isRollOut ? undefined : this.endShown(bar, written);
    const right = end === undefined ? width : at(new Date(addDays(end, 1)));
    const name = districtsOf(scenario).find(({ id }) => id === stage.district)?.name ?? stage.district;
    const isDragged = this.rowDrag?.bar.index === bar.index && this.rowDrag.from === index;
    const isTarget = this.rowDrag?.bar.index === bar.index && this.rowDrag.to === index && !isDragged;
    const y = barHeight + 4 + index * rowHeight;
    const label = bar.isRollOut ? texts().planMap.stage(name, date(start)) : name;
    const isLate = x + label.length * letter > width;
    return svg`<g class="bar-row ${isDragged ? 'is-dragged' : ''} ${isTarget ? 'is-target' : ''} ${bar.isRollOut ? 'can-move' : ''}"
      transform="translate(0,${y})"
      @pointerdown=${(event: PointerEvent) => this.onRowDown(event, bar, index)}>
      <rect class="bar-row-ground" width=${width} height=${rowHeight}></rect>
      <rect class="bar-row-fill" x=${x} y="14" width=${Math.max(2, right - x)} height="3" rx="1.5"></rect>
      <text class="bar-row-name" x=${isLate ? width : x} y="11" text-anchor=${isLate ? 'end' : 'start'}>${label}</text>
    </g>`;
  }

  private slider(
    bar: Bar,
    part: BarPart,
    name: string,
    axis: TimeAxis,
    scenario: Scenario,
    drawing: SVGTemplateResult,
  ): SVGTemplateResult {
    const { planMap } = texts();
    const written = this.shown(bar);
    const start = textOf(written['start']);
    const end = this.endShown(bar, written);
    const value = part === 'end' ? end : start;
    const label =
      part === 'whole'
        ? planMap.barWhole(name)
        : part === 'start'
          ? planMap.barStart(name)
          : bar.isRollOut
            ? planMap.barLast(name)
            : planMap.barEnd(name);
    const text = part === 'whole' ? periodInWords(bar, written) : value === undefined ? planMap.noEnd : date(value);
    return svg`<g class="bar-part bar-${part}" role="slider" tabindex="0"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax=${daysBetween(axis.from, axis.to)}
      aria-valuenow=${Math.max(0, daysBetween(axis.from, value ?? axis.to))}
      aria-valuetext=${text}
      data-part=${part}
      @pointerdown=${(event: PointerEvent) => this.onPointerDown(event, bar, part)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, bar, part, axis, scenario)}>${drawing}</g>`;
  }

  private onPointerDown(event: PointerEvent, bar: Bar, part: BarPart): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).closest('svg')!.setPointerCapture(event.pointerId);
    this.drag = { bar, part, fromX: event.clientX, written: bar.written };
  }

  private onRowDown(event: PointerEvent, bar: Bar, index: number): void {
    if (event.button !== 0 || !bar.isRollOut) return;
    (event.currentTarget as Element).closest('svg')!.setPointerCapture(event.pointerId);
    this.rowDrag = { bar, from: index, fromY: event.clientY, to: index };
  }

  private onPointerMove(event: PointerEvent, axis: TimeAxis, scenario: Scenario): void {
    if (this.drag) {
      const { bar, part, fromX } = this.drag;
      const days = Math.round(((event.clientX - fromX) / axis.width) * daysBetween(axis.from, axis.to));
      this.drag.written = days === 0 ? bar.written : movedBar(bar, part, days, scenario, axis.to);
      this.redraw();
    } else if (this.rowDrag) {
      const { bar, from, fromY } = this.rowDrag;
      const to = from + Math.round((event.clientY - fromY) / rowHeight);
      this.rowDrag.to = Math.min(bar.stages.length - 1, Math.max(0, to));
      this.redraw();
    }
  }

  private onPointerUp(): void {
    const { drag, rowDrag } = this;
    this.drag = undefined;
    this.rowDrag = undefined;
    if (drag && drag.written !== drag.bar.written) this.onMove(drag.bar.index, drag.written);
    else if (rowDrag && rowDrag.to !== rowDrag.from) {
      this.onMove(rowDrag.bar.index, reordered(rowDrag.bar.written, rowDrag.from, rowDrag.to));
    } else this.redraw();
  }

  private cancel(): void {
    this.drag = undefined;
    this.rowDrag = undefined;
    this.redraw();
  }

  private onKey(event: KeyboardEvent, bar: Bar, part: BarPart, axis: TimeAxis, scenario: Scenario): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && this.drag) return this.cancel();
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    this.onMove(bar.index, movedBar(bar, part, direction * keyStep(bar, event.shiftKey), scenario, axis.to));
  }
}

/** From when to when, in words. */
export function periodInWords(bar: Bar, written: JsonObject): string {
  const { planMap } = texts();
  const start = textOf(written['start']);
  if (bar.isRollOut) {
    return planMap.rollOutPeriod(date(start), date(monthLater(start, Number(written['months']))));
  }
  const { end } = written;
  return typeof end === 'string' ? planMap.period(date(start), date(end)) : planMap.openPeriod(date(start));
}

/** The end of a bar, with room around it to be taken hold of. @param side −1 for the left end, 1 for the right */
function edge(x: number, side: -1 | 1): SVGTemplateResult {
  const left = side < 0 ? x - handle + 7 : x - 7;
  return svg`<rect class="bar-grip" x=${left} y="0" width=${handle} height=${barHeight} rx="4"></rect>
    <path class="bar-edge" d="M${x - side * 4},7V${barHeight - 7}"></path>`;
}
