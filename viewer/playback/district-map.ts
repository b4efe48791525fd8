import { select, type Selection } from 'd3';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import { labelSize, placeLabels, siteSize } from './map-labels.ts';
import { movementShapes } from './movement-shapes.ts';
import { movementsAt, type Movement } from './movements.ts';
import { mapPlan, type MapPlan } from './projection.ts';
import type { Recording } from './recording.ts';

const heightToWidth = 0.8;
const mostWidth = 760;
/** Fills of the sectors, in the order of the scenario; from the fifth they begin again. */
const sectorLooks = 4;

/** The map: districts and sites stand in SVG, people who move are drawn on a canvas above it. */
export class DistrictMap {
  readonly element = document.createElement('div');
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly canvas = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private inputs: ModelInputs | undefined;
  private plan: MapPlan | undefined;
  private latest: { recording: Recording; time: number; speed: number } | undefined;

  constructor() {
    this.element.className = 'district-map';
    this.svg = select(this.element).append('svg').attr('role', 'img');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.canvas);
    this.pen = this.canvas.getContext('2d')!;
    new ResizeObserver(() => this.lay()).observe(this.element);
    // Canvas colours are read from the style sheet and do not follow it by themselves.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.drawMovements());
  }

  /** Draws the places of a scenario, in the language of the page. */
  furnish(inputs: ModelInputs): void {
    this.inputs = inputs;
    this.lay();
  }

  show(recording: Recording, time: number, speed: number): void {
    this.latest = { recording, time, speed };
    this.drawMovements();
  }

  private lay(): void {
    const width = Math.min(this.element.clientWidth, mostWidth);
    if (!this.inputs || width === 0) return;
    const height = Math.round(width * heightToWidth);
    this.plan = mapPlan(this.inputs, width, height);
    const ratio = devicePixelRatio;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.drawPlaces(this.plan, Object.keys(this.inputs.data.sectors));
    this.drawMovements();
  }

  private drawPlaces(plan: MapPlan, sectors: string[]): void {
    const { svg, pen } = this;
    const births = plan.districts.reduce((sum, district) => sum + district.births, 0);
    svg.attr('viewBox', `0 0 ${plan.width} ${plan.height}`).attr('width', plan.width).attr('height', plan.height);
    svg.attr('aria-label', texts().playback.mapLabel(number(births)));
    svg.selectAll('*').remove();
    definePatterns(svg);
    const look = (sector: string) => (Math.max(0, sectors.indexOf(sector)) % sectorLooks) + 1;
    for (const { name, sector, births: yearly, at, radius } of plan.districts) {
      const district = svg.append('g').attr('class', `district sector-${look(sector)}`);
      district.append('circle').attr('class', 'district-ground').attr('cx', at[0]).attr('cy', at[1]).attr('r', radius);
      district
        .append('circle')
        .attr('class', 'district-pattern')
        .attr('cx', at[0])
        .attr('cy', at[1])
        .attr('r', radius)
        .attr('fill', `url(#sector-pattern-${look(sector)})`);
      district.append('title').text(`${name}: ${number(yearly)} ${texts().compare.units.births}`);
    }
    for (const { at } of plan.sites) {
      svg
        .append('rect')
        .attr('class', 'site')
        .attr('x', at[0] - siteSize / 2)
        .attr('y', at[1] - siteSize / 2)
        .attr('width', siteSize)
        .attr('height', siteSize);
    }
    const { fontFamily } = getComputedStyle(this.element);
    const labels = placeLabels(plan, (text, isSite) => {
      pen.font = `${isSite ? 600 : 400} ${labelSize(plan)}px ${fontFamily}`;
      return pen.measureText(text).width;
    });
    for (const { text, at, anchor, isSite } of labels) {
      svg
        .append('text')
        .attr('class', isSite ? 'map-label map-site-label' : 'map-label')
        .attr('x', at[0])
        .attr('y', at[1])
        .attr('text-anchor', anchor)
        .attr('font-size', labelSize(plan))
        .text(text);
    }
  }

  private drawMovements(): void {
    const { plan, pen, latest } = this;
    if (!plan || !latest) return;
    pen.clearRect(0, 0, plan.width, plan.height);
    const style = getComputedStyle(this.element);
    const halo = style.getPropertyValue('--mark-halo');
    for (const { kind, at } of movementsAt(latest.recording, plan, latest.time, latest.speed)) {
      drawMovement(pen, { kind, at }, style.getPropertyValue(movementShapes[kind].colour), halo);
    }
  }
}

const paths = new Map<string, Path2D>();

function drawMovement(pen: CanvasRenderingContext2D, { kind, at }: Movement, colour: string, halo: string): void {
  const { path, filled } = movementShapes[kind];
  let shape = paths.get(path);
  if (!shape) {
    shape = new Path2D(path);
    paths.set(path, shape);
  }
  pen.save();
  pen.translate(at[0], at[1]);
  pen.lineWidth = filled ? 1.5 : 2;
  pen.fillStyle = filled ? colour : halo;
  pen.strokeStyle = filled ? halo : colour;
  pen.fill(shape);
  pen.stroke(shape);
  pen.restore();
}

/** Plain, hatched, dotted and cross-hatched, so that sectors can be told apart without colour. */
function definePatterns(svg: Selection<SVGSVGElement, unknown, null, undefined>): void {
  const lines = ['', 'M-2,2L2,-2M0,8L8,0M6,10L10,6', '', 'M0,4H8M4,0V8'];
  const definitions = svg.append('defs');
  for (let look = 1; look <= sectorLooks; look++) {
    const pattern = definitions
      .append('pattern')
      .attr('id', `sector-pattern-${look}`)
      .attr('class', `sector-${look}`)
      .attr('width', 8)
      .attr('height', 8)
      .attr('patternUnits', 'userSpaceOnUse');
    if (look === 3) pattern.append('circle').attr('class', 'pattern-dot').attr('cx', 4).attr('cy', 4).attr('r', 1.4);
    else
      pattern
        .append('path')
        .attr('class', 'pattern-line')
        .attr('d', lines[look - 1]!);
  }
}
