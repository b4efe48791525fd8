import { originIds } from '../../../sim-core/maternity/model-inputs.ts';
import { BirthMode, TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { minutesPerDay, type Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';

/** One woman as a figure counts her: when, and at which site (its index, or −1). */
export interface Counted {
  woman: number;
  time: number;
  site: number;
}

/** A birth at a site within the horizon. */
export interface CountedBirth extends Counted {
  mode: BirthMode;
}

/** Somebody going home within the horizon. */
export interface CountedDischarge extends Counted {
  bornAt: number;
  mode: BirthMode;
}

/** Whether something is counted that happens at an instant. */
export function isCounted({ playback: { from, to } }: Recorded, time: number): boolean {
  return time >= from && time < to;
}

/** Rows of the trace of one state within the horizon, as counted women. */
export function rowsOfState(recorded: Recorded, wanted: number): (Counted & { other: number })[] {
  const { time, entity, state, place, other } = recorded.playback.trace;
  const found: (Counted & { other: number })[] = [];
  for (let row = 0; row < time.length; row++) {
    if (state[row] !== wanted || !isCounted(recorded, time[row]!)) continue;
    found.push({ woman: entity[row]!, time: time[row]!, site: place[row]!, other: other[row]! });
  }
  return found;
}

/** Births at the sites within the horizon. */
export function birthsOf(recorded: Recorded): CountedBirth[] {
  return rowsOfState(recorded, TraceState.birth).map(({ woman, time, site, other }) => ({
    woman,
    time,
    site,
    mode: other as BirthMode,
  }));
}

/** Those who went home after a birth within the horizon; `site` is where the child was born. */
export function dischargesOf(recorded: Recorded, index: RecordingIndex): CountedDischarge[] {
  const { trace, women } = recorded.playback;
  return rowsOfState(recorded, TraceState.discharged).map(({ woman, time }) => {
    const birth = rowsOfKey(index.traceOfWoman, woman).find((row) => trace.state[row] === TraceState.birth);
    return {
      woman,
      time,
      site: birth === undefined ? -1 : trace.place[birth]!,
      mode: (birth === undefined ? BirthMode.spontaneous : trace.other[birth]!) as BirthMode,
      bornAt: women.bornAt[woman]!,
    };
  });
}

/** Whether a woman lives in a district of the model, by her number. */
export function isFromDistrict({ inputs, playback }: Recorded): (woman: number) => boolean {
  const isOutside = originIds(inputs).map((id) => inputs.data.origins[id]!.outside);
  return (woman) => !isOutside[playback.women.origin[woman]!];
}

/** Those of the districts who went home so early that so many days after it lie in the horizon. */
export function districtDischargesBefore(recorded: Recorded, index: RecordingIndex, days: number): CountedDischarge[] {
  const isOurs = isFromDistrict(recorded);
  const latest = recorded.playback.to - days * minutesPerDay;
  return dischargesOf(recorded, index).filter(({ woman, time }) => isOurs(woman) && time <= latest);
}

/** Those of the districts who gave birth so early that their contacts with midwives are complete. */
export function observedBirths(recorded: Recorded, daysObserved: number): CountedBirth[] {
  const isOurs = isFromDistrict(recorded);
  const latest = recorded.playback.to - daysObserved * minutesPerDay;
  return birthsOf(recorded).filter(({ woman, time }) => isOurs(woman) && time <= latest);
}

export function isCaesarean(mode: BirthMode): boolean {
  return mode === BirthMode.plannedCaesarean || mode === BirthMode.acuteCaesarean;
}
