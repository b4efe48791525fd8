/**
 * Draws again when an element has got another width. While another screen is shown it has none, and what is drawn stays.
 *
 * @param drawnWidth the width that what is there was drawn for (CSS pixels)
 */
export function redrawOnWidth(element: HTMLElement, drawnWidth: () => number, draw: (width: number) => void): void {
  new ResizeObserver(() => {
    const { clientWidth } = element;
    if (clientWidth > 0 && clientWidth !== drawnWidth()) draw(clientWidth);
  }).observe(element);
}
