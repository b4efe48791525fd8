import { describe, expect, it } from 'vitest';
import { withPart } from '../../bench/readme-parts.ts';

describe('a part of the README', () => {
  const text = 'before\n<!-- begin:a -->\nold\n<!-- end:a -->\nbetween\n<!-- begin:b -->\n<!-- end:b -->\nafter\n';

  it('is replaced between its marks and nowhere else', () => {
    expect(withPart(text, 'a', '\n$& new\n')).toBe(text.replace('old', () => '\n$& new\n'));
    expect(withPart(withPart(text, 'b', 'x'), 'b', 'y')).toBe(withPart(text, 'b', 'y'));
  });

  it('must have both marks, once and in order', () => {
    for (const wrong of ['', '<!-- begin:a -->', '<!-- end:a --><!-- begin:a -->', `${text}${text}`]) {
      expect(() => withPart(wrong, 'a', 'x')).toThrow(/begin:a/);
    }
  });
});
