import { fileURLToPath } from 'node:url';

/** The directory of the package itself, with a trailing separator: code runs from `dist/engine`. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
