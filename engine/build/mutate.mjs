// `npm run mutate -- [control, domain or lib/…]… [options]`: see engine/mutate/main.ts.
import { setup } from './setup.mjs';

setup();
await import('../../dist/engine/mutate/main.js');
