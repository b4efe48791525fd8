/**
 * The order of instants from first to last; equal ones keep the order in which they are given. As many buckets as there
 * are instants, and insertion within each: linear for instants that are spread over time, and several times as fast as
 * sorting with a comparison.
 * @param times finite
 * @returns the index of the first, the second, …
 */
export function orderOfTimes(times: Float64Array): Int32Array {
  const count = times.length;
  let earliest = Infinity;
  let latest = -Infinity;
  for (let index = 0; index < count; index++) {
    const time = times[index]!;
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  // One bucket for all when they are equal, or too close for their distance to be divided by.
  const perMinute = (count - 1) / (latest - earliest);
  const bucketsPerMinute = Number.isFinite(perMinute) ? perMinute : 0;
  const bucketOf = (time: number): number => Math.floor((time - earliest) * bucketsPerMinute);
  // Where each bucket ends, and where it begins once its members have been put in.
  const ends = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) ends[bucketOf(times[index]!)]!++;
  for (let bucket = 1; bucket <= count; bucket++) ends[bucket]! += ends[bucket - 1]!;
  const order = new Int32Array(count);
  // From the last to the first, so that equal times keep their order.
  for (let index = count - 1; index >= 0; index--) order[--ends[bucketOf(times[index]!)]!] = index;
  for (let place = 1; place < count; place++) {
    const index = order[place]!;
    const time = times[index]!;
    let free = place;
    for (; free > 0 && times[order[free - 1]!]! > time; free--) order[free] = order[free - 1]!;
    order[free] = index;
  }
  return order;
}
