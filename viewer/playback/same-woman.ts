import type { Recording } from './recording.ts';

/** More than the births of any origin in any run. */
const mostBirths = 2 ** 32;

const indices = new WeakMap<Recording, Map<number, number>>();

/**
 * The number that a woman has in another recording of the same seed: she is of the same origin and has the same number in
 * its stream of births. Undefined if the other recording does not know her.
 *
 * @param woman her number in `from`
 */
export function sameWoman(from: Recording, to: Recording, woman: number): number | undefined {
  const { origin, birthNumber } = from.playback.women;
  const originId = from.originIds[origin[woman] ?? -1];
  if (originId === undefined) return undefined;
  return indexOf(to).get(keyOf(to.originIds.indexOf(originId), birthNumber[woman]!));
}

function indexOf(recording: Recording): Map<number, number> {
  let index = indices.get(recording);
  if (!index) {
    index = new Map();
    const { origin, birthNumber } = recording.playback.women;
    for (let woman = 0; woman < origin.length; woman++) index.set(keyOf(origin[woman]!, birthNumber[woman]!), woman);
    indices.set(recording, index);
  }
  return index;
}

function keyOf(origin: number, birthNumber: number): number {
  return origin * mostBirths + birthNumber;
}
