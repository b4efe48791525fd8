/** Takes the pictures that the README shows anew, into viewer/pictures. Run with `npx tsx`. */
import { openStage } from './page.ts';
import { takePictures } from './pictures.ts';

const stage = await openStage();
await takePictures(stage, 'viewer/pictures');
await stage.close();
