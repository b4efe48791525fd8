import { expect, test } from 'vitest';
import { withClosed, withoutNeverOpen, type SlotState } from './slot-shapes.ts';

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

test('what is closed all through the horizon is not shown, unless someone is in it', () => {
  const shown = (states: SlotState[], most: number) =>
    withoutNeverOpen(
      states.map((state) => ({ state })),
      most,
    ).map(({ state }) => state);
  expect(shown(['free', 'closed', 'closed', 'closed'], 2)).toEqual(['free', 'closed']);
  expect(shown(['own', 'closed', 'latent'], 1)).toEqual(['own', 'latent']);
  expect(shown(['own', 'closed', 'closed'], 3)).toEqual(['own', 'closed', 'closed']);
});
