import { expect, test } from 'vitest';
import { withClosed } from './slot-shapes.ts';

test('the closed rooms are the free ones with the highest numbers', () => {
  expect(withClosed(['free', 'own', 'free', 'free'], 2)).toEqual(['free', 'own', 'closed', 'closed']);
});

test('a woman in a room when it closes stays in it', () => {
  expect(withClosed(['own', 'own', 'latent'], 1)).toEqual(['own', 'own', 'latent']);
  expect(withClosed(['own', 'free', 'latent'], 1)).toEqual(['own', 'closed', 'latent']);
});

test('with every room open none is closed', () => {
  expect(withClosed(['free', 'cleaning'], 2)).toEqual(['free', 'cleaning']);
});
