import { expect, test } from 'vitest';
import { shapeMark, shapePath } from '../map/model-shapes.ts';
import { fieldMeaning, fieldName, modelName, modelSentence, optionName, partName, unitName } from './names.ts';

test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])('%s is called what it is written', (key) => {
  expect([modelName(key), fieldName('doula', key), optionName(key), partName(key), unitName(key)]).toEqual(
    Array(5).fill(key),
  );
  expect([modelSentence(key), fieldMeaning('doula', key)]).toEqual(['', undefined]);
  expect(shapePath(key, 10)).toBe(shapePath('no model', 10));
  expect(shapeMark(key, 0, 0, 10).values).toContain('model-shape-other');
});
