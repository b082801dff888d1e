// What browsers check a file with: https://www.w3.org/TR/SRI/.

import { createHash } from 'node:crypto';

/** The value of an `integrity`. */
export const integrity = (content, algorithm = 'sha384') => `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
