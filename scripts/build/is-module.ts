/** Whether the bundler's name of a module means a file of the project. */
export const isModule = (id: string, path: string): boolean => id.replaceAll('\\', '/').endsWith(`/${path}`);
