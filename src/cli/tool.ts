import packageJson from '../../package.json' with { type: 'json' };

/** Name and version, as reports give them. */
export const tool = { name: packageJson.name, version: packageJson.version };
