/** Replications that must be finished before their pace says anything about the rest. */
const enough = 2;

/** Seconds until all planned replications are done at the pace so far, or undefined while that is anyone's guess. */
export function secondsLeft(finished: number, planned: number, elapsedSeconds: number): number | undefined {
  return finished < enough ? undefined : (elapsedSeconds / finished) * (planned - finished);
}
