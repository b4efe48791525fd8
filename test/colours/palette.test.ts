import { readFileSync } from 'node:fs';
import { lab, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { markShapes } from '../../viewer/playback/stage/mark-shapes.ts';
import { personShapes } from '../../viewer/playback/stage/person-looks.ts';
import { slotShapes, type SlotState } from '../../viewer/playback/stage/slot-shapes.ts';

type Colour = [red: number, green: number, blue: number];

const sheet = readFileSync(new URL('../../viewer/styles/palette.css', import.meta.url), 'utf8');
const [light, dark] = sheet.split('@media').map(colours);
const palettes = { light: light!, dark: dark! };

/**
 * Colour vision deficiencies at full strength, on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, «A
 * physiologically-based model for simulation of color vision deficiency», IEEE TVCG 15 (2009), table of matrices.
 */
const visions: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Fill of each room or bed that has one. */
const fills: Partial<Record<SlotState, string>> = {
  latent: 'mark-latent',
  own: 'mark-active',
  shared: 'mark-active',
  alone: 'mark-alone',
  operation: 'mark-theatre',
  recovery: 'mark-recovery',
  blocked: 'mark-blocked',
  occupied: 'mark-postnatal',
  child: 'mark-postnatal',
  readmitted: 'mark-postnatal',
};

/** A difference (CIE 1976) of which 2.3 can just be noticed: well above it, since rooms do not always touch. */
const noticeable = 10;

describe.each(Object.entries(palettes))('in the %s palette', (_, palette) => {
  test('every mark stands out from what is behind it', () => {
    const marks = Object.keys(palette).filter((name) => /^(mark|sector)-/.test(name) && !backgrounds.has(name));
    expect(marks.length).toBeGreaterThan(12);
    for (const mark of marks) {
      for (const ground of ['mark-ground', 'mark-halo']) {
        expect(contrast(palette[mark]!, palette[ground]!), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('what is drawn on a mark can be read', () => {
    for (const fill of new Set(Object.values(fills))) {
      const ink = fill === 'mark-latent' ? 'mark-latent-ink' : 'mark-ink';
      expect(contrast(palette[fill]!, palette[ink]!), fill).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette['mark-text']!, palette['mark-ground']!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(visions))(
    'what rooms can look like differs to %s colour vision, whatever the shape',
    (vision) => {
      const rooms = ['mark-latent', 'mark-active', 'mark-alone', 'mark-recovery', 'mark-blocked'];
      for (const [index, one] of rooms.entries()) {
        for (const other of rooms.slice(index + 1)) {
          const [a, b] = [one, other].map((name) => seen(palette[name]!, visions[vision]!));
          expect(difference(a!, b!), `${one} and ${other}`).toBeGreaterThanOrEqual(noticeable);
        }
      }
    },
  );
});

test('no two states of a room or bed have the same shape', () => {
  const outlines = Object.values(slotShapes).map(outline);
  expect(new Set(outlines).size).toBe(outlines.length);
});

test('no two kinds of people, or of what moves on the map, have the same shape', () => {
  for (const shapes of [personShapes, markShapes]) {
    const outlines = Object.values(shapes).map((shape: object) => outline({ ...shape, colour: '' }));
    expect(new Set(outlines).size).toBe(outlines.length);
  }
});

test('the measure of contrast is that of the guidelines', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const backgrounds = new Set(['mark-halo', 'mark-ground', 'mark-ink', 'mark-latent-ink']);

function colours(css: string): Record<string, string> {
  return Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name!, value!]));
}

/** The shape with its numbers rounded: what differs by less than a pixel is the same. */
function outline(shape: object): string {
  return JSON.stringify(shape).replace(/-?\d*\.\d+|-?\d+/g, (value) => String(Math.round(Number(value)) + 0));
}

function linear(colour: string): Colour {
  const { r, g, b } = rgb(colour);
  const expand = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [expand(r), expand(g), expand(b)];
}

function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function seen(colour: string, vision: number[][]): Colour {
  const from = linear(colour);
  return vision.map((row) => {
    const value = Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * from[index]!, 0),
      ),
    );
    return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  }) as Colour;
}

function difference(one: Colour, other: Colour): number {
  const [a, b] = [lab(rgb(...one)), lab(rgb(...other))];
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}
