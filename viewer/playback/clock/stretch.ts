/** What the timeline shows: minutes of the clock, from `from` to before `to`. */
export interface Stretch {
  from: number;
  to: number;
}

const day = 1440;
/** Lengths that the timeline goes through between the whole horizon and one day. */
const lengths = [13 * 7 * day, 4 * 7 * day, 7 * day, day];

/** The next closer (or, with −1, wider) look at a horizon, around an instant, which keeps its place on the timeline. */
export function zoomed(whole: Stretch, shown: Stretch, direction: 1 | -1, around: number): Stretch {
  const length = shown.to - shown.from;
  const all = whole.to - whole.from;
  const possible = [all, ...lengths.filter((candidate) => candidate < all)];
  const wanted =
    direction > 0
      ? possible.find((candidate) => candidate < length - 1)
      : possible.findLast((candidate) => candidate > length + 1);
  return wanted === undefined ? shown : resized(whole, shown, wanted, around);
}

/** A look at a horizon that is so much longer (or shorter), around an instant, which keeps its place on the timeline. */
export function scaled(whole: Stretch, shown: Stretch, factor: number, around: number): Stretch {
  return resized(whole, shown, Math.max(day, (shown.to - shown.from) * factor), around);
}

/** The same length moved so that an instant lies in it; the same object if it does already. */
export function following(whole: Stretch, shown: Stretch, time: number): Stretch {
  if (time >= shown.from && time <= shown.to) return shown;
  const length = shown.to - shown.from;
  // Room is left on the side to which the clock is going.
  return within(whole, time > shown.to ? time - length / 10 : time - (9 * length) / 10, length);
}

function resized(whole: Stretch, shown: Stretch, length: number, around: number): Stretch {
  const share = Math.min(1, Math.max(0, (around - shown.from) / (shown.to - shown.from)));
  return within(whole, around - share * length, length);
}

function within(whole: Stretch, from: number, length: number): Stretch {
  const fitting = Math.min(length, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - fitting);
  return { from: start, to: start + fitting };
}
