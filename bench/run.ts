import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { benchHold } from './hold.ts';
import { benchMemory } from './memory.ts';
import { benchOsloYear } from './oslo-year.ts';
import { benchPage } from './page.ts';
import { benchPatientFlow } from './patient-flow.ts';
import { benchSingleServer } from './single-server.ts';
import { benchTrace } from './trace.ts';
import { benchVariance } from './variance.ts';

/** What can be measured; `npm run bench -- hold trace` measures these two only. */
const sections: Record<string, () => string | Promise<string>> = {
  'single-server': benchSingleServer,
  hold: benchHold,
  memory: benchMemory,
  trace: benchTrace,
  'patient-flow': benchPatientFlow,
  'oslo-year': benchOsloYear,
  variance: benchVariance,
  page: benchPage,
};

const [, script, ...chosen] = process.argv;
const [only] = chosen;
if (chosen.length === 1 && sections[only!] !== undefined) {
  console.log(`${await sections[only!]!()}\n`);
} else {
  const startedAt = performance.now();
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores\n`);
  for (const section of chosen.length > 0 ? chosen : Object.keys(sections)) {
    if (sections[section] === undefined) {
      throw new Error(`Unknown section "${section}". Allowed: ${Object.keys(sections).join(', ')}.`);
    }
    // Each in a process of its own: what the engine learns from one model would make the next look faster or slower.
    const { status } = spawnSync(process.execPath, [...process.execArgv, script!, section], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`);
}
