import { markShapes, type MarkKind } from './mark-shapes.ts';

/** Something that moves on the map; the place is in CSS pixels. */
export interface Mark {
  kind: MarkKind;
  x: number;
  y: number;
}

/** Half the side of a picture of a mark, its outline included (CSS pixels). */
const half = 10;

/**
 * Pictures of the marks, drawn once. Measured with a software renderer, 1,000 marks keep up with the screen either way; of
 * 6,000 marks as many as 55 pictures a second are shown when they are copied, and 44 when each path is filled and stroked.
 */
export class Sprites {
  private readonly pictures = new Map<MarkKind, HTMLCanvasElement>();
  readonly ratio: number;

  /** @param colourOf value of a colour of the palette @param ratio device pixels per CSS pixel */
  constructor(colourOf: (variable: string) => string, ratio: number) {
    this.ratio = ratio;
    const halo = colourOf('--mark-halo');
    for (const kind of Object.keys(markShapes) as MarkKind[]) {
      const { path, filled, colour } = markShapes[kind];
      const picture = document.createElement('canvas');
      picture.width = picture.height = Math.ceil(2 * half * ratio);
      const pen = picture.getContext('2d')!;
      pen.setTransform(ratio, 0, 0, ratio, half * ratio, half * ratio);
      pen.lineWidth = filled ? 1.5 : 2;
      pen.fillStyle = filled ? colourOf(colour) : halo;
      pen.strokeStyle = filled ? halo : colourOf(colour);
      outline(pen, new Path2D(path));
      this.pictures.set(kind, picture);
    }
  }

  of(kind: MarkKind): HTMLCanvasElement {
    return this.pictures.get(kind)!;
  }
}

/**
 * Draws marks in their order. They are put on whole device pixels, because a picture between pixels is interpolated, which
 * takes a software renderer several times as long.
 *
 * @param pen a pen whose unit is one CSS pixel
 */
export function drawMarks(pen: CanvasRenderingContext2D, marks: readonly Mark[], sprites: Sprites): void {
  const { ratio } = sprites;
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  for (const { kind, x, y } of marks) {
    pen.drawImage(sprites.of(kind), Math.round((x - half) * ratio), Math.round((y - half) * ratio));
  }
  pen.restore();
}

function outline(pen: CanvasRenderingContext2D, shape: Path2D): void {
  pen.fill(shape);
  pen.stroke(shape);
}
