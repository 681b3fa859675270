import { buildPlugin } from '../../scripts/lib/build-plugin.mjs';

// `npm pack` packs what is built.
export default () => buildPlugin();
