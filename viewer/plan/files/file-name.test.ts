import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test('a file is named as scenarios are', () => {
  expect(fileNameOf('Tidlig hjemreise, Østensjø (kopi)')).toBe('tidlig-hjemreise-oestensjoe-kopi');
  expect(fileNameOf('  Café / Århus: «æ»  ')).toBe('cafe-aarhus-ae');
  expect(fileNameOf('👶')).toBe('plan');
  expect(fileNameOf('a'.repeat(500))).toHaveLength(60);
});
