import type { Recording } from '../recording.ts';
import { sameWoman } from '../same-woman.ts';
import { city, type Zoom } from './zoom.ts';

/** The same place in another recording; of a woman whom the other one does not know, the ward. */
export function sameZoom(zoom: Zoom, from: Recording, to: Recording): Zoom {
  if (zoom.level === 'city') return city;
  const id = from.layout.sites[zoom.site]?.id;
  const site = to.layout.sites.findIndex((candidate) => candidate.id === id);
  if (site < 0) return city;
  if (zoom.level !== 'bed') return { ...zoom, site };
  const woman = sameWoman(from, to, zoom.woman);
  return woman === undefined ? { level: 'ward', site, ward: zoom.ward } : { ...zoom, site, woman };
}
