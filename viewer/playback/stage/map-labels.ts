import type { MapPlan, Point } from './projection.ts';

export interface Label {
  text: string;
  at: Point;
  anchor: 'start' | 'middle' | 'end';
  isSite: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Names are set in smaller type on a map narrower than this (CSS pixels). */
const narrow = 480;
const gap = 3;
/** Weight of each square pixel of a name that covers another name; of one that covers a mark it is 1. */
const nameWeight = 4;
/** Once round for a first place, then again for those that were in the way of later ones. */
const passes = 3;
/** Weight of each pixel of a name beyond the edge, against square pixels of overlap: a cut name is worse than any. */
const cutWeight = 200;

/** Width and height of the mark of a site on a map that is wide enough, in CSS pixels. */
export const siteSize = { width: 38, height: 26 };

/** How much of its size the mark of a site has. */
export function siteScale({ width }: MapPlan): number {
  return width < narrow ? 0.65 : 1;
}

/** Size of the names, in CSS pixels. */
export function labelSize({ width }: MapPlan): number {
  return width < narrow ? 11 : 13;
}

/**
 * Puts a name at every site and district where it covers as little as possible of the circles, squares and names
 * that are there already. Sites come first, then the largest districts.
 *
 * @param widthOf width of a text in CSS pixels
 */
export function placeLabels(plan: MapPlan, widthOf: (text: string, isSite: boolean) => number): Label[] {
  const halfWidth = (siteSize.width / 2) * siteScale(plan);
  const halfHeight = (siteSize.height / 2) * siteScale(plan);
  const marks: Box[] = [
    ...plan.districts.map(({ at, radius }) => around(at, radius * 0.8)),
    ...plan.sites.map(({ at }) => around(at, halfWidth, halfHeight)),
  ];
  const things = [
    ...plan.sites.map(({ name, at }) => ({ text: name, at, radius: halfHeight + 2, isSite: true })),
    ...plan.districts
      .toSorted((a, b) => b.births - a.births)
      .map(({ name, at, radius }) => ({ text: name, at, radius, isSite: false })),
  ];
  const lineHeight = labelSize(plan) * 1.15;
  const candidates = things.map(({ text, at, radius, isSite }) =>
    positions(at, radius, isSite ? halfWidth : radius, widthOf(text, isSite), lineHeight).map((candidate) => ({
      ...candidate,
      cost: candidate.preference + overlap(candidate.box, marks) + cutWeight * outside(candidate.box, plan),
    })),
  );
  const placed: (typeof candidates)[number] = [];
  for (let pass = 0; pass < passes; pass++) {
    candidates.forEach((options, index) => {
      const others = placed.filter((_, other) => other !== index).map(({ box }) => box);
      const costs = options.map(({ cost, box }) => cost + nameWeight * overlap(box, others));
      placed[index] = options[costs.indexOf(Math.min(...costs))]!;
    });
  }
  return things.map(({ text, isSite }, index) => ({
    text,
    isSite,
    at: placed[index]!.at,
    anchor: placed[index]!.anchor,
  }));
}

/** @param aside half the width of the mark */
function positions([x, y]: Point, radius: number, aside: number, width: number, lineHeight: number) {
  const middle = y + lineHeight * 0.3;
  const diagonal = radius * 0.75 + gap;
  const at = (anchor: Label['anchor'], textX: number, baseline: number, preference: number) => {
    const left = anchor === 'start' ? textX : anchor === 'end' ? textX - width : textX - width / 2;
    const box = { left, right: left + width, top: baseline - lineHeight * 0.8, bottom: baseline + lineHeight * 0.2 };
    return { anchor, at: [textX, baseline] as Point, box, preference };
  };
  return [
    at('middle', x, y + radius + gap + lineHeight * 0.75, 0),
    at('middle', x, y - radius - gap - lineHeight * 0.15, 10),
    at('start', x + aside + gap, middle, 5),
    at('end', x - aside - gap, middle, 5),
    at('start', x + diagonal, y + diagonal + lineHeight * 0.4, 15),
    at('end', x - diagonal, y + diagonal + lineHeight * 0.4, 15),
    at('start', x + diagonal, y - diagonal, 15),
    at('end', x - diagonal, y - diagonal, 15),
    at('middle', x, middle, 60),
  ];
}

function around([x, y]: Point, radius: number, height = radius): Box {
  return { left: x - radius, right: x + radius, top: y - height, bottom: y + height };
}

/** Area in square pixels that a box shares with others. */
function overlap(box: Box, others: Box[]): number {
  return others.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return width > 0 && height > 0 ? sum + width * height : sum;
  }, 0);
}

function outside(box: Box, { width, height }: MapPlan): number {
  return (
    Math.max(0, -box.left) + Math.max(0, box.right - width) + Math.max(0, -box.top) + Math.max(0, box.bottom - height)
  );
}
