import { readScenario } from '../scenario-reading.ts';

/** `sim check`: says that a scenario is sound, or fails with what is wrong. */
export function check(reference: string): void {
  const { id, name, horizon, interventions } = readScenario(reference);
  const count = `${interventions.length} intervention${interventions.length === 1 ? '' : 's'}`;
  process.stdout.write(`${id}: ${name.nb}. Sound; ${horizon.start} to ${horizon.end}, ${count}.\n`);
}
