/** Posts of a unit lie by kind of day (weekday, weekend, public holiday) × 4 + shift code. */
const weekend = 4;
const publicHoliday = 8;
/** Places of the shifts of an ordinary week: those of weekdays, then those of weekends. */
const shiftsOfWeek = [1, 2, 3, weekend + 1, weekend + 2, weekend + 3] as const;
const weekdaysPerWeek = 5;
const weekendDaysPerWeek = 2;
const tolerance = 1e-9;

/** Hours of the posts of a week without public holidays. @param shiftHours by shift code */
export function weeklyHours(posts: Int32Array, shiftHours: readonly number[]): number {
  return shiftsOfWeek.reduce((hours, place) => hours + posts[place]! * hoursOfPost(place, shiftHours), 0);
}

/**
 * Posts of a unit such that the hours of its week are some share of what they are. Whole posts are taken one at a time,
 * each from the shift that stands highest above that share of its own posts, among those with no more hours than are left
 * to take; then one more where it brings the hours nearer. They are given likewise. No shift ends more than one post
 * beyond its share, and a shift without posts gets none. Public holidays change as weekends do.
 * @param share 0 or more @param shiftHours by shift code
 */
export function proportionalPosts(posts: Int32Array, share: number, shiftHours: readonly number[]): Int32Array {
  const result = Int32Array.from(posts);
  const step = share < 1 ? -1 : 1;
  let left = Math.abs(share - 1) * weeklyHours(posts, shiftHours);
  /** Posts by which a shift is short of its change; less than 0 when it has had more than its share of it. */
  const lag = (place: number): number => (posts[place]! * share - result[place]!) * step;
  const change = (place: number): void => {
    result[place]! += step;
    const holiday = place - weekend + publicHoliday;
    if (place > weekend) result[holiday] = Math.max(0, result[holiday]! + step);
    left -= hoursOfPost(place, shiftHours);
  };
  for (;;) {
    const possible = shiftsOfWeek.filter(
      (place) => posts[place]! > 0 && result[place]! + step >= 0 && lag(place) > -tolerance,
    );
    const fitting = possible.filter((place) => hoursOfPost(place, shiftHours) < left + tolerance);
    if (fitting.length === 0) {
      const last = least(possible, (place) => hoursOfPost(place, shiftHours));
      if (last !== undefined && hoursOfPost(last, shiftHours) < 2 * left - tolerance) change(last);
      return result;
    }
    change(least(fitting, (place) => -lag(place))!);
  }
}

/** The first of those with the least value, by more than rounding. */
function least(places: readonly number[], value: (place: number) => number): number | undefined {
  return places.reduce<number | undefined>(
    (best, place) => (best === undefined || value(place) < value(best) - tolerance ? place : best),
    undefined,
  );
}

function hoursOfPost(place: number, shiftHours: readonly number[]): number {
  return place > weekend ? weekendDaysPerWeek * shiftHours[place - weekend]! : weekdaysPerWeek * shiftHours[place]!;
}
