import { markShapes, type MarkKind } from '../../viewer/playback/stage/mark-shapes.ts';
import { drawMarks, Sprites } from '../../viewer/playback/stage/marks.ts';

declare global {
  interface Window {
    /** Frames per second while so many marks move on a canvas; called by the section of the bench that drives this page. */
    framesWithMarks: (count: number, milliseconds: number) => Promise<number>;
  }
}

const width = 760;
const height = 638;

window.framesWithMarks = async (count, milliseconds) => {
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.width = `${width}px`;
  document.body.append(canvas);
  const pen = canvas.getContext('2d')!;
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  const sprites = new Sprites(() => '#246', devicePixelRatio);
  const kinds = Object.keys(markShapes) as MarkKind[];
  const begin = performance.now();
  let frames = 0;
  for (let now = begin; now - begin < milliseconds; now = performance.now()) {
    pen.clearRect(0, 0, width, height);
    const marks = Array.from({ length: count }, (_, mark) => ({
      kind: kinds[mark % kinds.length]!,
      x: (mark * 7919 + now / 10) % width,
      y: (mark * 104_729 + now / 14) % height,
    }));
    drawMarks(pen, marks, sprites);
    frames++;
    await new Promise(requestAnimationFrame);
  }
  canvas.remove();
  return (frames * 1000) / (performance.now() - begin);
};
