// `npm run soak`: builds where needed, then compares the two engines on generated inventories; see test/soak/soak.ts.
import { setup } from './setup.mjs';

setup();
await import(new URL('../../dist/test/soak/soak.js', import.meta.url).href);
