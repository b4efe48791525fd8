import type { MapPlan, Point } from './projection.ts';

/** The golden angle spreads points evenly over a disc. */
const goldenAngle = 2.399963;
const spread = 0.85;

/** A fixed place within the district for each woman. */
export function homeOf(woman: number, { at: [x, y], radius }: MapPlan['origins'][number]): Point {
  const angle = woman * goldenAngle;
  const distance = radius * spread * Math.sqrt(((woman * 7919) % 1000) / 1000);
  return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
}
