declare const BUILD_ID: string | undefined;

/** A hash of the sources and packages that the program was built from; null where it runs from its sources. */
export const buildId: string | null = typeof BUILD_ID === 'string' ? BUILD_ID : null;
