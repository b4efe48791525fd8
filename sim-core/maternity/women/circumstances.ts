import type { ModelInputs } from '../model-inputs.ts';
import { Draw, type DrawVector } from './fate-draws.ts';
import { Vulnerability } from './fate.ts';

type Clinical = ModelInputs['data']['clinical'];

/** Bits of `Vulnerability`. */
export function vulnerabilityOf(u: DrawVector, circumstances: Clinical['circumstances']): number {
  const { fearOfBirth, violence, substanceUse, mentalIllness, immigrant, newlyArrived } = circumstances;
  return (
    (u[Draw.fearOfBirth]! < fearOfBirth ? Vulnerability.fearOfBirth : 0) |
    (u[Draw.violence]! < violence ? Vulnerability.violence : 0) |
    (u[Draw.substanceUse]! < substanceUse ? Vulnerability.substanceUse : 0) |
    (u[Draw.mentalIllness]! < mentalIllness ? Vulnerability.mentalIllness : 0) |
    (u[Draw.immigrant]! < immigrant && u[Draw.newlyArrived]! < newlyArrived ? Vulnerability.newlyArrived : 0)
  );
}
