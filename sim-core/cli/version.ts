import packageDescription from '../../package.json' with { type: 'json' };

/** Name and version of this program, as results carry them. */
export const programName = packageDescription.name;
export const packageVersion = packageDescription.version;
