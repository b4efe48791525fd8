import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanDocument } from '../plan-document.ts';
import { linkDataOf, planOfLink } from './plan-link.ts';

const documents = fc.dictionary(
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }),
) as fc.Arbitrary<PlanDocument>;

const packed = (text: string) => linkDataOf(JSON.parse(text) as PlanDocument);

test('any document comes back from its link as it was', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const data = await linkDataOf(document);
      expect(data).toMatch(/^[\w-]+$/);
      const read = await planOfLink(data);
      expect(JSON.stringify('document' in read ? read.document : read)).toBe(JSON.stringify(document));
    }),
  );
  const document = { name: { nb: 'Plan for Østensjø: æøå 👶🏽', en: '\ud800' } };
  expect(await planOfLink(await linkDataOf(document))).toEqual({ document });
});

test('a link that another program has packed is read', async () => {
  // By zlib of Python: raw deflate, then base64 for addresses.
  const document = { name: { nb: 'Blåbær', en: 'Bilberries' } };
  expect(await planOfLink('q1bKS8xNVbKqVspLUrJScso5vDTp8LIiJR2l1DwQPzMnKbWoKDO1WKm2FgA')).toEqual({ document });
});

test('rubbish is never opened and never fails, but gives a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.string()), async (text) => {
      const read = await planOfLink(text);
      if ('trouble' in read) expect(['damaged', 'not a plan', 'too long']).toContain(read.trouble);
      else expect(typeof read.document).toBe('object');
    }),
  );
});

test('a link that has been cut is damaged, wherever it was cut', async () => {
  const data = await linkDataOf({ name: 'Plan', interventions: [{ model: 'doula', districts: ['alna', 'grorud'] }] });
  for (let length = 0; length < data.length; length++) {
    expect(await planOfLink(data.slice(0, length))).toEqual({ trouble: 'damaged' });
  }
});

test('what is no mapping, too deep or too long is refused with its reason', async () => {
  for (const text of ['[]', '1', '"plan"', 'null', `{"a":${'['.repeat(500)}${']'.repeat(500)}}`]) {
    expect(await planOfLink(await packed(text))).toEqual({ trouble: 'not a plan' });
  }
  expect(await planOfLink(await packed(`{"a":"${'a'.repeat(20_000_000)}"}`))).toEqual({ trouble: 'too long' });
  expect(await planOfLink('a'.repeat(600_000))).toEqual({ trouble: 'too long' });
});
