import { Session, type Profiler } from 'node:inspector/promises';

const intervalMicroseconds = 200;

/** What a source file belongs to: the folder under the maternity model, or the engine. */
const parts: [pattern: RegExp, part: string][] = [
  [/sim-core\/kernel\//, 'kernel: clock, queue, processes, resources, statistics'],
  [/maternity\/women\//, 'women and their fates'],
  [/maternity\/staff\//, 'people, absence, cover, working-time rules'],
  [/maternity\/(places|pathway)\//, 'birth and wards'],
  [/maternity\/(contacts|teams)\//, 'contacts outside labour, teams'],
  [/maternity\/economy\//, 'economy'],
  [/maternity\//, 'continuity and indicators'],
  [/@stdlib|seedrandom/, 'elementary functions, seeding'],
];

/** Share of the processor time of some work by part of the model, from a sampling profile; largest first. */
export async function timeByPart(work: () => void): Promise<{ part: string; share: number }[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: intervalMicroseconds });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const shares = new Map<string, number>();
  const total = profile.samples?.length ?? 0;
  for (const node of profile.nodes) {
    const part = partOf(node);
    shares.set(part, (shares.get(part) ?? 0) + (node.hitCount ?? 0) / total);
  }
  return [...shares].map(([part, share]) => ({ part, share })).sort((a, b) => b.share - a.share);
}

function partOf({ callFrame: { url, functionName } }: Profiler.ProfileNode): string {
  const known = parts.find(([pattern]) => pattern.test(url));
  if (known !== undefined) return known[1];
  return functionName === '(garbage collector)' ? 'memory management' : 'other';
}
