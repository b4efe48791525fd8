import { quadtree, type Quadtree } from 'd3';

/** How near a mark the pointer must be to mean it, in CSS pixels. */
export const reach = 16;

/** Finds the mark that is nearest to the pointer. */
export class Picker<Mark extends { x: number; y: number }> {
  private tree: Quadtree<Mark> | undefined;
  private marks: readonly Mark[] = [];

  /** Takes over what is drawn; the tree is built when the pointer asks, not for every picture. */
  take(marks: readonly Mark[]): void {
    this.marks = marks;
    this.tree = undefined;
  }

  /** The nearest mark within reach of a point (CSS pixels), or undefined. */
  at(x: number, y: number): Mark | undefined {
    this.tree ??= quadtree(
      [...this.marks],
      (mark) => mark.x,
      (mark) => mark.y,
    );
    return this.tree.find(x, y, reach);
  }
}
