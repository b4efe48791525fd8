import { expect, test } from 'vitest';
import { withClosed } from './slot-shapes.ts';

test('the closed rooms are the free ones with the highest numbers', () => {
  expect(withClosed(['free', 'active', 'free', 'free'], 2)).toEqual(['free', 'active', 'closed', 'closed']);
});

test('a woman in a room when it closes stays in it', () => {
  expect(withClosed(['active', 'active', 'latent'], 1)).toEqual(['active', 'active', 'latent']);
  expect(withClosed(['active', 'free', 'latent'], 1)).toEqual(['active', 'closed', 'latent']);
});

test('with every room open none is closed', () => {
  expect(withClosed(['free', 'cleaning'], 2)).toEqual(['free', 'cleaning']);
});
