import { absent } from './labels/absent.ts';
import { careFigures } from './labels/care-figures.ts';
import { fields } from './labels/fields.ts';
import { meanings } from './labels/meanings.ts';
import { models } from './labels/models.ts';
import { options } from './labels/options.ts';
import { parts } from './labels/parts.ts';
import { resourceFigures } from './labels/resource-figures.ts';
import { units } from './labels/units.ts';

/** What the parts of a plan and of the base data are called, by their keys. */
export const labels = {
  models,
  fields,
  meanings,
  absent,
  options,
  parts,
  units,
  figures: { ...careFigures, ...resourceFigures },
};
