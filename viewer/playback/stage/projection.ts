import { geoMercator, type GeoProjection } from 'd3';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';

export type Point = [x: number, y: number];

/** Where everything on the map lies, in CSS pixels of a picture of the given size. */
export interface MapPlan {
  width: number;
  height: number;
  districts: { id: string; name: string; sector: string; births: number; at: Point; radius: number }[];
  sites: { id: string; name: string; at: Point }[];
  /** Per origin, in the order of the trace: the middle of the district, or a point on the edge for places outside. */
  origins: { at: Point; radius: number }[];
}

/** Radius of the largest district as a share of the picture's width. */
const largestRadius = 0.046;
const padding = 0.085;
const edgeRadius = 24;

/** Lays a scenario's districts and sites out on a plane; the area of a district's circle follows its births. */
export function mapPlan({ data }: ModelInputs, width: number, height: number): MapPlan {
  const projection = fitted(data, width, height);
  const project = (longitude: number, latitude: number) => projection([longitude, latitude]) as Point;
  const most = Math.max(
    ...Object.values(data.origins).map(({ births, latitude }) => (latitude === undefined ? 0 : births)),
  );
  const sites = Object.entries(data.sites).map(([id, { name, longitude, latitude }]) => ({
    id,
    name,
    at: project(longitude, latitude),
  }));
  const districts: MapPlan['districts'] = [];
  const origins = Object.entries(data.origins).map(([id, { name, sector, births, latitude, longitude, journey }]) => {
    if (latitude === undefined || longitude === undefined) {
      const [nearest] = Object.entries(journey).sort(([, a], [, b]) => a - b)[0] ?? [];
      const site = sites.find((candidate) => candidate.id === nearest) ?? sites[0]!;
      return { at: nearestEdge(site.at, width, height), radius: edgeRadius };
    }
    const at = project(longitude, latitude);
    const radius = largestRadius * width * Math.sqrt(births / most);
    districts.push({ id, name, sector, births, at, radius });
    return { at, radius };
  });
  return { width, height, districts, sites, origins };
}

function fitted(data: ModelInputs['data'], width: number, height: number): GeoProjection {
  const coordinates = [...Object.values(data.origins), ...Object.values(data.sites)].flatMap(
    ({ longitude, latitude }) => (longitude === undefined || latitude === undefined ? [] : [[longitude, latitude]]),
  );
  const inset = padding * width;
  return geoMercator().fitExtent(
    [
      [inset, 0.6 * inset],
      [width - inset, height - 0.9 * inset],
    ],
    { type: 'MultiPoint', coordinates },
  );
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
