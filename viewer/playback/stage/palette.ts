/**
 * Values of the colours that a canvas draws with. Asking the style sheet makes the browser work out all styles and the
 * whole layout at once, so each colour is asked for only once.
 */
export class Palette {
  private readonly element: Element;
  private readonly known = new Map<string, string>();

  /** @param onChange called when the colours have become others, and may be asked for again */
  constructor(element: Element, onChange: () => void) {
    this.element = element;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.known.clear();
      onChange();
    });
  }

  /** @param variable name of a variable of the style sheet, such as `--mark-lit` */
  readonly of = (variable: string): string => {
    let colour = this.known.get(variable);
    if (colour === undefined) {
      colour = getComputedStyle(this.element).getPropertyValue(variable).trim();
      this.known.set(variable, colour);
    }
    return colour;
  };
}
