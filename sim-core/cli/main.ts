import { main } from './program.ts';

/** A reader that has seen enough, e.g. `| head -1`, closes the pipe. The work goes on: it may have a folder to write. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
process.exitCode = await main(process.argv.slice(2));
