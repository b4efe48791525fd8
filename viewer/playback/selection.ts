/** The two plans that are held against each other. */
export type Side = 'a' | 'b';

/** Whom or what the details tell about. */
export type Selected =
  /** A woman, by her number in the trace of the side. */
  | { kind: 'woman'; side: Side; woman: number }
  /** A person of the service, by her number. */
  | { kind: 'midwife'; side: Side; person: number }
  /** A breach, by its index in `playback.breaches`. */
  | { kind: 'breach'; side: Side; breach: number }
  /** The women behind a figure. */
  | { kind: 'women'; side: Side; title: string; women: readonly number[] };

/** Who is chosen in the playback. Sends `change`. */
class PlaybackSelection extends EventTarget {
  selected: Selected | undefined;

  select(selected: Selected | undefined): void {
    this.selected = selected;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's selection in the playback. */
export const playbackSelection = new PlaybackSelection();
