import { select, type Selection } from 'd3';
import { redrawOnWidth } from '../../frame/redraw.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { nobody } from '../state.ts';
import { write } from '../write.ts';
import {
  drawnRound,
  movingMarks,
  placeOf,
  roundMarks,
  roundsNow,
  visitMarks,
  type CityMark,
  type DrawnRound,
} from './city-marks.ts';
import { drawPlaces, siteSize } from './map-places.ts';
import { drawMarks, Sprites } from './marks.ts';
import { Palette } from './palette.ts';
import { Picker } from './picking.ts';
import type { Picture, StageActions } from './picture.ts';
import { mapPlan, type MapPlan } from './projection.ts';
import { HomeVisits } from './rounds.ts';
import { SiteBars, siteUse } from './site-bars.ts';
import { boxOf } from './still.ts';

const mostWidth = 760;
const ringRadius = 11;
const siteRingRadius = 25;
/** Where the words for a mark stand beside it (CSS pixels). */
const tipAside = 14;
const tipAbove = 14;
let maps = 0;

/** The map: districts and sites stand in SVG, people who move are drawn on a canvas above it. */
export class CityMap {
  readonly element = boxOf('city-map');
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly canvas = document.createElement('canvas');
  private readonly pen = this.canvas.getContext('2d')!;
  private readonly tip = boxOf('map-tip small');
  private readonly picker = new Picker<CityMark>();
  private readonly actions: StageActions;
  /** Begin of the identifiers of the patterns of the sectors. */
  readonly patterns = `sector-pattern-${maps++}`;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private recording: Recording | undefined;
  private visits: HomeVisits | undefined;
  private plan: MapPlan | undefined;
  private sprites: Sprites | undefined;
  /** Canvas colours are read from the style sheet and do not follow it by themselves. */
  private readonly palette = new Palette(this.element, () => {
    this.sprites = undefined;
    this.draw();
  });
  private latest: Picture | undefined;
  private bars: SiteBars[] = [];
  private drawnWidth = 0;
  private queues: number[] = [];
  private pointer: [x: number, y: number] | undefined;

  constructor(actions: StageActions) {
    this.actions = actions;
    this.svg = select(this.element).append('svg').attr('role', 'img');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.tip.hidden = true;
    this.element.append(this.canvas, this.tip);
    redrawOnWidth(
      this.element,
      () => this.drawnWidth,
      () => this.lay(),
    );
    this.element.addEventListener('pointermove', (event) => this.point(event));
    this.element.addEventListener('pointerleave', () => this.point(undefined));
    this.element.addEventListener('click', (event) => this.choose(event));
  }

  /** Draws the places of a recording, in the language of the page. */
  furnish(recording: Recording): void {
    if (recording !== this.recording) this.visits = new HomeVisits(recording.playback.contacts);
    this.recording = recording;
    this.latest = undefined;
    this.lay();
  }

  show(picture: Picture): void {
    this.latest = picture;
    this.draw();
  }

  private lay(): void {
    this.drawnWidth = this.element.clientWidth;
    const width = Math.min(this.drawnWidth, mostWidth);
    if (!this.recording || width === 0) return;
    const { inputs } = this.recording;
    const plan = mapPlan(inputs, width);
    const { height } = plan;
    this.plan = plan;
    const ratio = devicePixelRatio;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.sprites = undefined;
    const births = plan.districts.reduce((sum, district) => sum + district.births, 0);
    this.svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    this.svg.attr('aria-label', texts().stage.mapLabel(number(births)));
    const groups = drawPlaces(this.svg, plan, Object.keys(inputs.data.sectors), this.patterns);
    this.bars = groups.map((group) => new SiteBars(group));
    this.draw();
  }

  private draw(): void {
    const { plan, pen, latest, visits } = this;
    if (!plan || !latest || !visits) return;
    this.drawBars(latest);
    const colourOf = this.palette.of;
    this.sprites ??= new Sprites(colourOf, devicePixelRatio);
    const calm = this.calm.matches;
    const rounds = roundsNow(visits, latest);
    const marks = [
      ...visitMarks(visits, latest, plan),
      ...roundMarks(rounds, latest, plan, calm),
      ...movingMarks(latest, plan, calm),
    ];
    pen.clearRect(0, 0, plan.width, plan.height);
    drawRounds(
      pen,
      rounds.map((round) => drawnRound(round, latest, plan)),
      colourOf('--mark-recovery'),
      latest.litPerson,
    );
    drawMarks(pen, marks, this.sprites);
    this.drawRing(latest, marks, colourOf('--mark-lit'));
    this.picker.take(marks);
    this.name();
  }

  private drawRing({ litWoman, litPerson, recording, state }: Picture, marks: CityMark[], colour: string): void {
    const { pen, plan } = this;
    const lit = marks.filter(
      ({ woman, person }) => (woman >= 0 && woman === litWoman) || (person >= 0 && person === litPerson),
    );
    const rings = lit.map(({ x, y }) => ({ at: [x, y], radius: ringRadius }));
    if (litWoman !== nobody && !lit.some(({ woman }) => woman === litWoman)) {
      const { at, isSite } = placeOf(recording, state, plan!, litWoman);
      rings.push({ at, radius: isSite ? siteRingRadius : ringRadius });
    }
    pen.strokeStyle = colour;
    pen.lineWidth = 3;
    for (const { at, radius } of rings) {
      pen.beginPath();
      pen.arc(at[0]!, at[1]!, radius, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  private drawBars(picture: Picture): void {
    const uses = picture.recording.layout.sites.map((_, site) => siteUse(picture, site));
    this.queues = uses.map(({ queue }) => queue);
    this.bars.forEach((bars, site) => bars.show(uses[site]!));
  }

  private point(event: PointerEvent | undefined): void {
    const box = this.element.getBoundingClientRect();
    this.pointer = event && [event.clientX - box.x, event.clientY - box.y];
    this.name();
  }

  /** Says what the pointer is on. */
  private name(): void {
    const { pointer, tip, plan } = this;
    const named = pointer && (this.picker.at(...pointer) ?? this.site());
    // Writing what has not changed would make the browser work out styles anew in every frame.
    if (tip.hidden === (named !== undefined)) {
      tip.hidden = !named;
      this.element.classList.toggle('is-on-mark', named !== undefined);
    }
    if (!named || !plan) return;
    const text = named.text();
    write(tip, text);
    const isRight = named.x > plan.width / 2;
    tip.style.left = isRight ? 'auto' : `${named.x + tipAside}px`;
    tip.style.right = isRight ? `${this.element.clientWidth - named.x + tipAside}px` : 'auto';
    tip.style.top = `${Math.max(0, named.y - tipAbove)}px`;
  }

  /** The site that the pointer is on. */
  private site(): { site: number; x: number; y: number; text: () => string } | undefined {
    const { pointer, plan } = this;
    const site = (plan?.sites ?? []).findIndex(
      ({ at }) =>
        Math.abs(at[0] - pointer![0]) <= siteSize.width / 2 && Math.abs(at[1] - pointer![1]) <= siteSize.height / 2,
    );
    const found = plan?.sites[site];
    if (!found) return undefined;
    const queue = this.queues[site] ?? 0;
    return { site, x: found.at[0], y: found.at[1], text: () => texts().stage.queueAt(found.name, number(queue)) };
  }

  private choose(event: MouseEvent): void {
    const box = this.element.getBoundingClientRect();
    this.pointer = [event.clientX - box.x, event.clientY - box.y];
    const mark = this.picker.at(...this.pointer);
    if (mark && mark.woman !== nobody) return this.actions.pickWoman(mark.woman);
    if (mark && mark.person !== nobody) return this.actions.pickPerson(mark.person);
    const found = this.site();
    if (found) this.actions.zoomTo({ level: 'hospital', site: found.site });
  }
}

/** A thin line from home to home, a ring at each stop, and the present one filled. */
function drawRounds(
  pen: CanvasRenderingContext2D,
  rounds: readonly DrawnRound[],
  colour: string,
  litPerson: number,
): void {
  pen.strokeStyle = pen.fillStyle = colour;
  for (const { person, points, present } of rounds) {
    pen.lineWidth = person === litPerson ? 2.5 : 1;
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.stroke();
    points.forEach(([x, y], index) => {
      pen.beginPath();
      if (index === 0) pen.rect(x - 2.5, y - 2.5, 5, 5);
      else pen.arc(x, y, 2.5, 0, 2 * Math.PI);
      if (index === 0 || index === present + 1) pen.fill();
      pen.stroke();
    });
  }
}
