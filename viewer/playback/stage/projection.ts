import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { cartogram, type Cartogram } from '../../plan/map/cartogram.ts';

export type Point = [x: number, y: number];

/** Where everything on the map lies, in CSS pixels of a picture of the given size. */
export interface MapPlan {
  width: number;
  height: number;
  districts: { id: string; name: string; sector: string; births: number; at: Point; radius: number }[];
  /** The middle of the mark of each site; its name stands beneath, within the radius of its room. */
  sites: { id: string; name: string; at: Point; radius: number }[];
  /** Per origin, in the order of the trace: the middle of the district, or a point on the edge for places outside. */
  origins: { at: Point; radius: number }[];
}

/** Maps narrower than this (CSS pixels) are higher than wide, so that names have room. */
const narrow = 480;
const leastHeight = 580;
const edgeRadius = 24;
/** How far above the middle of its room the mark of a site stands, as a share of the radius. */
const markAbove = 0.5;

/** Lays a scenario's districts and sites out as the planner's map does; the area of a district's circle follows its births. */
export function mapPlan({ data }: ModelInputs, width: number): MapPlan {
  const placed = Object.entries(data.origins).flatMap(([id, { name, sector, births, latitude, longitude, outside }]) =>
    outside || latitude === undefined || longitude === undefined
      ? []
      : [{ id, name, sector, births, latitude, longitude, midwives: data.staff.districts[id]?.midwives ?? 0 }],
  );
  const siteList = Object.entries(data.sites).map(([id, { name, longitude, latitude }]) => ({
    id,
    name,
    longitude,
    latitude,
  }));
  const height = width < narrow ? Math.max(leastHeight, Math.round(width * 1.5)) : Math.round(width * 0.84);
  const spots = laidOut(placed, siteList, width, height);
  const sites = siteList.map(({ id, name }, index) => {
    const { x, y, radius } = spots.sites[index]!;
    return { id, name, at: [x, y - markAbove * radius] as Point, radius };
  });
  const districts = placed.map(({ id, name, sector, births }, index) => {
    const { x, y, radius } = spots.districts[index]!;
    return { id, name, sector, births, at: [x, y] as Point, radius };
  });
  const origins = Object.entries(data.origins).map(([id, { journey }]) => {
    const district = districts.find((candidate) => candidate.id === id);
    if (district) return { at: district.at, radius: district.radius };
    const [nearest] = Object.entries(journey).sort(([, a], [, b]) => a - b)[0] ?? [];
    const site = sites.find((candidate) => candidate.id === nearest) ?? sites[0]!;
    return { at: nearestEdge(site.at, width, height), radius: edgeRadius };
  });
  return { width, height, districts, sites, origins };
}

/** Both plans of a comparison mostly have the same map: it is laid out once for them. */
let latest: { key: string; spots: Cartogram } | undefined;

function laidOut(...[districts, sites, width, height]: Parameters<typeof cartogram>): Cartogram {
  const key = JSON.stringify([districts, sites, width, height]);
  if (latest?.key !== key) latest = { key, spots: cartogram(districts, sites, width, height) };
  return latest.spots;
}

function nearestEdge([x, y]: Point, width: number, height: number): Point {
  const edges: [distance: number, at: Point][] = [
    [x, [0, y]],
    [width - x, [width, y]],
    [y, [x, 0]],
    [height - y, [x, height]],
  ];
  return edges.sort(([a], [b]) => a - b)[0]![1];
}
