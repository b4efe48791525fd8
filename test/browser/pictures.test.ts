import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStage, stageTimeout } from './page.ts';
import { takePictures, width } from './pictures.ts';

const kept = 'viewer/pictures';
/** How much taller or lower than the kept picture one taken now may be: fonts differ between machines. */
const tolerance = 0.15;

/** Width and height of a PNG, which begins with them. */
async function sizeOf(path: string): Promise<[width: number, height: number]> {
  const bytes = await readFile(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test(
  'the pictures of the README can be taken again, are all of them shown, and are of the page as it is now laid out',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fodesim-pictures-'));
    const stage = await openStage();
    try {
      await takePictures(stage, folder);
      const names = await readdir(folder);
      expect(names.toSorted()).toEqual((await readdir(kept)).toSorted());
      const readme = await readFile('README.md', 'utf8');
      for (const name of names) {
        expect(readme).toContain(`](${kept}/${name})`);
        const [before, now] = [await sizeOf(join(kept, name)), await sizeOf(join(folder, name))];
        expect([before[0], now[0]], name).toEqual([width, width]);
        expect(Math.abs(now[1] / before[1] - 1), name).toBeLessThan(tolerance);
      }
    } finally {
      await stage.close();
      await rm(folder, { recursive: true });
    }
  },
  stageTimeout,
);
