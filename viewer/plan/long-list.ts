import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';

/** Rows that are drawn at a time. */
const step = 200;

/** A list of changes that is drawn a part at a time: a browser takes seconds to lay out thousands of rows. */
export class LongList {
  private drawn = step;
  private readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** The rows to draw, each with its place in the list. @param opened place of a row that is drawn wherever it stands */
  rows<Row>(all: readonly Row[], opened?: number): { row: Row; index: number }[] {
    // The next long list is that of another plan.
    if (all.length <= step) this.drawn = step;
    const first = all.slice(0, this.drawn).map((row, index) => ({ row, index }));
    const beyond = opened === undefined || opened < this.drawn ? undefined : all[opened];
    return beyond === undefined ? first : [...first, { row: beyond, index: opened! }];
  }

  /** Rows of a list that are not reached yet. @param count rows that it has */
  left(count: number): number {
    return Math.max(0, count - this.drawn);
  }

  /** Draws the next rows too. */
  drawMore(): void {
    this.drawn += step;
    this.redraw();
  }

  /** A button right after a list or a table that draws the next rows. The focus goes to the first of them. @param count rows that it has */
  moreView(count: number): TemplateResult | typeof nothing {
    const left = this.left(count);
    if (left === 0) return nothing;
    const { form } = texts();
    const draw = ({ currentTarget }: Event): void => {
      const above = (currentTarget as Element).closest('.more-rows')?.previousElementSibling;
      const list = above?.querySelector('tbody') ?? above;
      const before = this.drawn;
      this.drawMore();
      list?.children[before]?.querySelector<HTMLElement>('button, input')?.focus();
    };
    return html`<p class="more-rows small">
      ${form.notDrawn(number(left))}
      <button class="ds-button" type="button" data-variant="secondary" data-size="sm" @click=${draw}>
        ${form.drawMore}
      </button>
    </p>`;
  }
}
