/** How each kind of mark on the map is drawn: an outline around the origin, filled or open, and a colour of the palette. */
export const markShapes = {
  in: { path: 'M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z', filled: true, colour: '--mark-active' },
  home: { path: 'M-5.5,0a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0Z', filled: false, colour: '--mark-postnatal' },
  between: { path: 'M0,-8L8,0L0,8L-8,0Z', filled: true, colour: '--mark-blocked' },
  visit: { path: 'M-6,6V-1L0,-7L6,-1V6Z', filled: true, colour: '--mark-recovery' },
  nurseVisit: { path: 'M-5.5,5.5V-1L0,-6.5L5.5,-1V5.5Z', filled: false, colour: '--mark-recovery' },
  onRound: { path: 'M0,-5.5L5.5,4.5H-5.5Z', filled: true, colour: '--mark-recovery' },
} as const;

export type MarkKind = keyof typeof markShapes;
