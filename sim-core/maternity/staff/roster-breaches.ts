import type { Breach } from './breach.ts';
import { rosterBreaches, type WorkingTimeSetting } from './working-time-breaches.ts';
import type { Workforce } from './workforce.ts';

const known = new WeakMap<Workforce, readonly Breach[]>();

/** Like `rosterBreaches`, but sought once for a workforce: it is the same in every replication. */
export function breachesOfRoster(setting: WorkingTimeSetting): readonly Breach[] {
  let breaches = known.get(setting.workforce);
  if (breaches === undefined) known.set(setting.workforce, (breaches = rosterBreaches(setting)));
  return breaches;
}
