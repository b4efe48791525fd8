import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlOf, bytesOf } from './base64url.ts';

test('bytes are written as Node writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = base64urlOf(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(bytesOf(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('what cannot be such a text is not read', () => {
  for (const text of ['a', 'abcde', 'ab+c', 'ab/c', 'abc=', 'æøå!', 'ab c']) expect(bytesOf(text)).toBeUndefined();
});
