import type { ActivityMoment } from '../activity.ts';
import type { Recording } from '../recording.ts';
import type { Side } from '../selection.ts';
import type { PlaybackState } from '../state.ts';
import type { LabourCare } from './labour-care.ts';
import type { Zoom } from './zoom.ts';

/** One instant of a recording, and how the clock runs. */
export interface Moment {
  recording: Recording;
  state: PlaybackState;
  /** Minutes of the clock. */
  time: number;
  /** Simulated minutes per second. */
  speed: number;
  playing: boolean;
}

/** Everything that a part of the stage is drawn from. */
export interface Picture extends Moment {
  side: Side;
  zoom: Zoom;
  care: LabourCare;
  activity: ActivityMoment;
  /** The woman and the person who are lit, or `nobody`. */
  litWoman: number;
  litPerson: number;
  /** Changes whenever anything may have changed in the wards, and with the language. */
  wardsKey: string;
}

/** What a part of the stage can ask for. */
export interface StageActions {
  zoomTo(zoom: Zoom): void;
  pickWoman(woman: number): void;
  pickPerson(person: number): void;
}
