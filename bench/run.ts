import { availableParallelism, cpus } from 'node:os';
import { benchKernel } from './kernel.ts';
import { benchOsloYear } from './oslo-year.ts';

/** Measures the kernel and the model and prints small tables, with the machine they hold for. */
const startedAt = performance.now();
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores\n`);
console.log(`${benchKernel()}\n`);
console.log(`${benchOsloYear()}\n`);
console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`);
