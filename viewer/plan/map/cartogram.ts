import { forceCollide, forceSimulation, forceX, forceY } from 'd3';
import type { BirthSite, District } from './places.ts';

/** A circle or a square on the map, in CSS pixels from its upper left corner. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  /** Half of the room that it takes. */
  radius: number;
}

export interface Cartogram {
  width: number;
  height: number;
  districts: Spot[];
  sites: Spot[];
}

/** Share of the picture that the districts fill. */
const fill = 0.48;
/** Room for badges on the rims of two neighbours. */
const gap = 12;
/** Room for badges at the edge of the picture. */
const edgeGap = 11;
const siteEdge = 6;
/** Pictures narrower than this (CSS pixels) have smaller type. */
const narrow = 480;
const leastSiteRadius = 24;
/** Mean width of a letter as a share of the size of the type. */
export const letterWidth = 0.57;
/** The same of names, which are set bold. */
export const boldWidth = 0.66;
const ticks = 60;
const passes = 60;
const shrink = 0.99;
const tolerance = 0.5;

interface Node extends Spot {
  isSite: boolean;
  homeX: number;
  homeY: number;
}

/**
 * Districts as circles near their true places, pushed apart until none covers another or a place of birth; the area of a
 * circle follows the births of its district. The same places and size always give the same picture.
 */
export function cartogram(
  districts: readonly District[],
  sites: readonly BirthSite[],
  width: number,
  height: number,
): Cartogram {
  const ofSite = (name: string) =>
    Math.max(
      leastSiteRadius,
      (Math.max(...wordsOf(name).map(({ length }) => length)) * boldWidth * typeSize(width)) / 2,
    );
  const births = districts.reduce((sum, district) => sum + district.births, 0);
  const edge = 0.12;
  // Over a city Mercator's projection is linear. The city is stretched to fill the picture, whose shape is another; a place of
  // birth beyond it stands at the edge.
  const projected = [...districts, ...sites].map(({ longitude, latitude }) => [longitude, -latitude] as const);
  const stretch = (axis: 0 | 1, size: number) => {
    const values = projected.slice(0, districts.length).map((at) => at[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => edge * size + ((value - least) / Math.max(1e-9, most - least)) * (1 - 2 * edge) * size;
  };
  const [toX, toY] = [stretch(0, width), stretch(1, height)];
  const homes = projected.map(([x, y]) => ({ homeX: toX(x), homeY: toY(y) }));
  const scale = Math.sqrt((fill * width * height) / (Math.PI * births));
  const nodes: Node[] = [
    ...districts.map(({ id, births: own }) => ({ id, isSite: false, radius: scale * Math.sqrt(own) })),
    ...sites.map(({ id, name }) => ({ id, isSite: true, radius: ofSite(name) })),
  ].map((node, index) => ({ ...node, ...homes[index]!, x: homes[index]!.homeX, y: homes[index]!.homeY }));
  forceSimulation(nodes)
    .force('x', forceX<Node>((node) => node.homeX).strength(0.12))
    .force('y', forceY<Node>((node) => node.homeY).strength(0.12))
    .force('apart', forceCollide<Node>((node) => node.radius + gap / 2).iterations(2))
    .stop()
    .tick(ticks);
  while (!separated(nodes, width, height)) {
    for (const node of nodes) if (!node.isSite) node.radius *= shrink;
  }
  const spots = (isSite: boolean) =>
    nodes.filter((node) => node.isSite === isSite).map(({ id, x, y, radius }) => ({ id, x, y, radius }));
  return { width, height, districts: spots(false), sites: spots(true) };
}

/** Largest size of the type on a map so wide, in CSS pixels. */
export function typeSize(width: number): number {
  return width < narrow ? 10.5 : 13;
}

/** The words of a name, one a line. */
export function wordsOf(name: string): string[] {
  return name.split(/(?<=-)|\s+/);
}

/** Pushes apart what the forces have left too near, and says whether all has found room within the picture. */
function separated(nodes: readonly Node[], width: number, height: number): boolean {
  for (let pass = 0; pass < passes; pass++) {
    let moved = false;
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy) || tolerance;
        const lacking = a.radius + b.radius + gap - distance;
        if (lacking <= tolerance) continue;
        moved = true;
        const push = (lacking / distance) * 0.5;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
      }
    }
    for (const node of nodes) {
      const margin = node.radius + (node.isSite ? siteEdge : edgeGap);
      node.x = Math.min(width - margin, Math.max(margin, node.x));
      node.y = Math.min(height - margin, Math.max(margin, node.y));
    }
    if (!moved) return true;
  }
  return false;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const steps: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Weight of the way aside against the way ahead. */
const aside = 2;

/** The nearest spot in a direction, of those within 60 degrees of it or so; undefined at the edge. */
export function nearestSpot(spots: readonly Spot[], from: string, direction: Direction): Spot | undefined {
  const here = spots.find(({ id }) => id === from);
  if (here === undefined) return undefined;
  const [stepX, stepY] = steps[direction];
  const ways = spots.flatMap((spot) => {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const ahead = dx * stepX + dy * stepY;
    const across = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    return spot.id === from || ahead <= 0 || across > ahead * Math.sqrt(3)
      ? []
      : [{ spot, length: ahead + aside * across }];
  });
  return ways.sort((a, b) => a.length - b.length)[0]?.spot;
}
