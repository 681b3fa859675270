export { endRun as default } from './prepare-run.mjs';
