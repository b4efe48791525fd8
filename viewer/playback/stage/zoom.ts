/** The places of a hospital, in the order in which women pass through them. */
export const wardKinds = [
  'reception',
  'antenatal',
  'labour',
  'theatre',
  'recovery',
  'postnatal',
  'hotel',
  'neonatal',
] as const;
export type WardKind = (typeof wardKinds)[number];

/** How near the stage is seen: the whole city, one hospital, one of its wards, or one woman's bed. */
export type Zoom =
  | { level: 'city' }
  | { level: 'hospital'; site: number }
  | { level: 'ward'; site: number; ward: WardKind }
  | { level: 'bed'; site: number; ward: WardKind; woman: number };

export const city: Zoom = { level: 'city' };

/** One step out; the city is the outermost. */
export function outOf(zoom: Zoom): Zoom {
  switch (zoom.level) {
    case 'city':
    case 'hospital':
      return city;
    case 'ward':
      return { level: 'hospital', site: zoom.site };
    case 'bed':
      return { level: 'ward', site: zoom.site, ward: zoom.ward };
  }
}

/** The way from the city to here, the city first and here last. */
export function wayTo(zoom: Zoom): Zoom[] {
  return zoom.level === 'city' ? [city] : [...wayTo(outOf(zoom)), zoom];
}

/** A text that two zooms share only if they show the same. */
export function zoomKey(zoom: Zoom): string {
  return Object.values(zoom).join('/');
}
