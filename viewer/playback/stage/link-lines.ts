import { create } from 'd3';
import type { Link } from './staff-here.ts';

/** Lines from people to the women whom they are with, above an element that holds a button for each of them. */
export class LinkLines {
  readonly element: SVGSVGElement;
  private readonly content: HTMLElement;
  private key = '';
  private links: readonly Link[] = [];

  constructor(content: HTMLElement) {
    this.content = content;
    this.element = create('svg').attr('class', 'link-lines').attr('aria-hidden', 'true').node()!;
    new ResizeObserver(() => this.draw()).observe(content);
  }

  /** Finding out where the buttons are makes the browser lay out the page, so it is done only when the key has changed. */
  show(key: string, links: readonly Link[]): void {
    if (key === this.key) return;
    this.key = key;
    this.links = links;
    this.draw();
  }

  private draw(): void {
    const frame = this.content.getBoundingClientRect();
    if (frame.width === 0) return;
    this.element.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
    this.element.setAttribute('width', String(frame.width));
    this.element.setAttribute('height', String(frame.height));
    const middleOf = (selector: string): { x: number; y: number; height: number } | undefined => {
      const box = this.content.querySelector(`${selector} svg`)?.getBoundingClientRect();
      return box && { x: box.x - frame.x + box.width / 2, y: box.y - frame.y + box.height / 2, height: box.height };
    };
    const paths = this.links.flatMap(({ person, woman }) => {
      const from = middleOf(`[data-person="${person}"]`);
      const to = middleOf(`[data-woman="${woman}"]`);
      if (!from || !to) return [];
      const bottom = to.y + to.height / 2 - 4;
      const top = from.y - from.height / 2;
      const bend = (top - bottom) / 2;
      return [`M${from.x},${top}C${from.x},${top - bend} ${to.x},${bottom + bend} ${to.x},${bottom}`];
    });
    this.element.replaceChildren(...paths.map((path) => create('svg:path').attr('d', path).node()!));
  }
}
