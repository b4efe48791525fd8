/**
 * A text with what stands between the marks of a part replaced; the marks stay.
 * @throws Error when the marks are not there once each, in their order
 */
export function withPart(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin:${name} -->`, `<!-- end:${name} -->`];
  const [before, ...afterBegin] = text.split(begin);
  const [, ...afterEnd] = (afterBegin[0] ?? '').split(end);
  if (afterBegin.length !== 1 || afterEnd.length !== 1) {
    throw new Error(`The README needs ${begin} and then ${end}, once each.`);
  }
  return `${before}${begin}\n\n${content.trim()}\n\n${end}${afterEnd[0]}`;
}
