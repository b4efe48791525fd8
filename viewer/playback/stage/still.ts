import { render } from 'lit-html';

/**
 * An element that is rendered again only when its key says that something has changed: most pictures of a clock that runs
 * are like the one before.
 */
export class Still {
  readonly element: HTMLElement;
  private key: string | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  /** @returns whether it was rendered */
  show(key: string, view: () => unknown): boolean {
    if (key === this.key) return false;
    this.key = key;
    render(view(), this.element);
    return true;
  }

  /** Renders the next picture whatever its key. */
  forget(): void {
    this.key = undefined;
  }
}

/** A new element of a class. */
export function boxOf(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
