import { name, version } from '../../../package.json';

/** Name and version of this program, as papers and files carry them. */
export const program = `${name} ${version}`;
