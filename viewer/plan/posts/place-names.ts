import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { texts } from '../../language/language.ts';
import type { PlacePosts } from './balance.ts';

/** A ward or a station in words: «Ahus Nordbyhagen, fødeavdeling». */
export function placeName(place: PlacePosts['place'], data: ModelInputs['data']): string {
  const { posts } = texts();
  return place.kind === 'station'
    ? posts.unitName(data.origins[place.district]!.name, posts.unitKinds.healthStation)
    : posts.unitName(data.sites[place.site]!.name, posts.unitKinds[place.unit]);
}
