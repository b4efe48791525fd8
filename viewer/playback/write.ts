/**
 * Writes a text into an element that holds nothing else, if it is another text. Only the characters of its text node are
 * changed: to put in a new node would make the browser work out the styles of the whole page, for rules with `:has()`.
 */
export function write(element: Node, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
