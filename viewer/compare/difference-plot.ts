import { select, type Selection } from 'd3';
import { redrawOnWidth } from '../frame/redraw.ts';
import { texts } from '../language/language.ts';
import { drawDifferences, marksOf, type DifferenceMark } from './difference-drawing.ts';
import type { ComparisonRow } from './figures.ts';

const rowHeight = 40;

/** Relative paired differences of the headline indicators with their intervals, as wide as there is room. */
export class DifferencePlot {
  readonly element = document.createElement('div');
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly axisTitle = document.createElement('p');
  private marks: DifferenceMark[] = [];
  private nameA = '';
  private drawnWidth = 0;

  constructor() {
    this.element.className = 'difference-plot';
    this.svg = select(this.element).append('svg').attr('role', 'img');
    // Names of scenarios can be long: as a paragraph the title of the axis breaks where it must.
    this.axisTitle.className = 'plot-axis-title';
    this.element.append(this.axisTitle);
    redrawOnWidth(
      this.element,
      () => this.drawnWidth,
      () => this.draw(),
    );
  }

  update(rows: ComparisonRow[], nameA: string): void {
    this.nameA = nameA;
    this.marks = marksOf(rows);
    this.draw();
  }

  private draw(): void {
    const width = this.element.clientWidth;
    this.drawnWidth = width;
    if (width === 0) return;
    this.svg.selectAll('*').remove();
    const { left, right } = drawDifferences(this.svg, this.marks, width, rowHeight);
    this.axisTitle.textContent = texts().compare.plotAxis(this.nameA);
    this.axisTitle.style.paddingInline = `${left}px ${right}px`;
  }
}
