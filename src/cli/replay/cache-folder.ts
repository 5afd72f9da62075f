/** The folder of all that runs keep, beside the config. */
export const cacheFolder = '.jobfam-lint-cache';
